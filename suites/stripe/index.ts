import type { Suite } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { pactsHold } from '../laws/pacts-hold.ts'
import { plainReads } from '../laws/plain-reads.ts'
import { requestIdsAreUnique } from '../observers/ids-are-unique.ts'
import { declared } from '../observers/declared.ts'
import { missingIsNotFound } from '../observers/missing-is-not-found.ts'
import { operationsAnswer } from '../observers/operations-answer.ts'
import { repeatsAnswerTheSame } from '../observers/repeats-answer-the-same.ts'
import { schemasHold } from '../observers/schemas-hold.ts'
import { authentication } from './authentication.ts'
import { balanceTransactions } from './balance-transactions.ts'
import { balance } from './balance.ts'
import { cardErrors } from './card-errors.ts'
import { cards } from './cards.ts'
import { chargeChanges } from './charge-changes.ts'
import { chargeLife } from './charge-life.ts'
import { charges } from './charges.ts'
import { consumerExamples } from './consumer-examples.ts'
import { customers } from './customers.ts'
import { declines } from './declines.ts'
import { embeddedLists } from './embedded-lists.ts'
import { errors } from './errors.ts'
import { expandingEverywhere } from './expanding-everywhere.ts'
import { expandingObjects } from './expanding-objects.ts'
import { fundsInCurrencies } from './funds-in-currencies.ts'
import { idempotencyKeys } from './idempotency-keys.ts'
import { idempotentRequests } from './idempotent-requests.ts'
import { introduction } from './introduction.ts'
import { invalidInput } from './invalid-input.ts'
import { invoiceItems } from './invoice-items.ts'
import { invoiceLines } from './invoice-lines.ts'
import { invoices } from './invoices.ts'
import { listArguments } from './list-arguments.ts'
import { matrix } from '../matrix.ts'
import { scenes } from './matrix.ts'
import { metadata } from './metadata.ts'
import { money } from './money.ts'
import { balancesAddUp } from './observers/balances-add-up.ts'
import { cardNumbersStayHidden } from './observers/card-numbers-stay-hidden.ts'
import { chargesAddUp } from './observers/charges-add-up.ts'
import { invoicesAddUp } from './observers/invoices-add-up.ts'
import { keysAreEchoed } from './observers/keys-are-echoed.ts'
import { listsHaveFourFields } from './observers/lists-have-four-fields.ts'
import { listsSayWhereTheyAre } from './observers/lists-say-where-they-are.ts'
import { modesAreTold } from './observers/modes-are-told.ts'
import { moneyAddsUp } from './observers/money-adds-up.ts'
import { parametersAreNamed } from './observers/parameters-are-named.ts'
import { sequences } from './observers/sequences.ts'
import { pagination } from './pagination.ts'
import { payouts } from './payouts.ts'
import { refunds } from './refunds.ts'
import { requestIds } from './request-ids.ts'
import { tokens } from './tokens.ts'
import { unknownIds } from './unknown-ids.ts'
import { versioning } from './versioning.ts'

const day = 24 * 60 * 60 * 1000

/** All that is checked of Stripe, in the order of its documentation. */
export function suite(contract: Contract): Suite {
  const { checks, notPromised } = matrix(contract, scenes)
  return {
    notPromised,
    checks: [
      ...introduction,
      ...authentication(contract),
      ...errors,
      ...cardErrors,
      ...expandingObjects(contract),
      ...expandingEverywhere(contract),
      ...idempotentRequests,
      ...idempotencyKeys,
      ...metadata,
      ...pagination,
      ...listArguments(contract),
      ...embeddedLists,
      ...requestIds,
      ...versioning,
      ...balance,
      ...balanceTransactions,
      ...charges(contract),
      ...declines,
      ...chargeChanges,
      ...chargeLife,
      ...refunds(contract),
      ...customers(contract),
      ...cards,
      ...tokens(contract),
      ...payouts(contract),
      ...fundsInCurrencies,
      ...money,
      ...invoices(contract),
      ...invoiceLines,
      ...invoiceItems(contract),
      ...unknownIds,
      ...invalidInput(contract),
      ...plainReads(contract),
      ...pactsHold(contract, consumerExamples),
      ...checks,
    ],
    observers: [
      schemasHold,
      operationsAnswer,
      requestIdsAreUnique('stripe.request-ids.value.unique', { header: 'request-id' }),
      repeatsAnswerTheSame('stripe.idempotency.replay.same-response', 'idempotency-key', day, ['POST']),
      keysAreEchoed,
      listsHaveFourFields,
      listsSayWhereTheyAre,
      parametersAreNamed,
      modesAreTold,
      moneyAddsUp,
      chargesAddUp,
      invoicesAddUp,
      balancesAddUp,
      cardNumbersStayHidden,
      missingIsNotFound(),
      ...declared(contract),
      ...sequences,
    ],
  }
}
