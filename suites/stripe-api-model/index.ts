import type { Suite } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { pactsHold } from '../laws/pacts-hold.ts'
import { plainReads } from '../laws/plain-reads.ts'
import { matrix } from '../matrix.ts'
import { declared } from '../observers/declared.ts'
import { missingIsNotFound } from '../observers/missing-is-not-found.ts'
import { operationsAnswer } from '../observers/operations-answer.ts'
import { repeatsAnswerTheSame } from '../observers/repeats-answer-the-same.ts'
import { schemasHold } from '../observers/schemas-hold.ts'
import { authentication } from './authentication.ts'
import { balance } from './balance.ts'
import { baseUrl } from './base-url.ts'
import { charges } from './charges.ts'
import { consumerExamples } from './consumer-examples.ts'
import { customerUpdates } from './customer-updates.ts'
import { customers } from './customers.ts'
import { deletions } from './deletions.ts'
import { everyCreate } from './every-create.ts'
import { failures } from './failures.ts'
import { idempotency } from './idempotency.ts'
import { invalidInput } from './invalid-input.ts'
import { invoiceUpdates } from './invoice-updates.ts'
import { invoices } from './invoices.ts'
import { lists } from './lists.ts'
import { scenes } from './matrix.ts'
import { messages } from './messages.ts'
import { cardsStayHidden } from './observers/cards-stay-hidden.ts'
import { moneyAddsUp } from './observers/money-adds-up.ts'
import { sequences } from './observers/sequences.ts'
import { payouts } from './payouts.ts'
import { refunds } from './refunds.ts'
import { sessions } from './sessions.ts'

/** Whether a target follows the Stripe API model. */
export function suite(contract: Contract): Suite {
  const { checks, notPromised } = matrix(contract, scenes)
  return {
    notPromised,
    checks: [
      ...baseUrl,
      ...authentication(contract),
      ...messages,
      ...customers(contract),
      ...customerUpdates,
      ...invoices(contract),
      ...invoiceUpdates,
      ...deletions,
      ...sessions(contract),
      ...idempotency,
      ...everyCreate,
      ...charges(contract),
      ...refunds,
      ...balance,
      ...payouts,
      ...failures,
      ...invalidInput(contract),
      ...lists,
      ...plainReads(contract),
      ...pactsHold(contract, consumerExamples),
      ...checks,
    ],
    observers: [
      schemasHold,
      operationsAnswer,
      // the document gives a key no end of life
      repeatsAnswerTheSame('stripe-api-model.idempotency.success.same-answer', 'idempotency-key', Infinity, ['POST']),
      cardsStayHidden,
      moneyAddsUp,
      missingIsNotFound(),
      ...declared(contract),
      ...sequences,
    ],
  }
}
