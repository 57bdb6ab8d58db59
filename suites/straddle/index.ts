import type { Suite } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { pactsHold } from '../laws/pacts-hold.ts'
import { matrix } from '../matrix.ts'
import { createdIdsAreNew } from '../observers/created-ids-are-new.ts'
import { declared } from '../observers/declared.ts'
import { missingIsNotFound } from '../observers/missing-is-not-found.ts'
import { operationsAnswer } from '../observers/operations-answer.ts'
import { repeatsAnswerTheSame } from '../observers/repeats-answer-the-same.ts'
import { schemasHold } from '../observers/schemas-hold.ts'
import { accounts } from './accounts.ts'
import { authentication } from './authentication.ts'
import { bridge } from './bridge.ts'
import { capabilityRequests } from './capability-requests.ts'
import { consumerExamples } from './consumer-examples.ts'
import { customerLists } from './customer-lists.ts'
import { customerReviews } from './customer-reviews.ts'
import { customers } from './customers.ts'
import { embeddedAccounts } from './embedded-accounts.ts'
import { errorTypes } from './error-types.ts'
import { errors } from './errors.ts'
import { fundingEvents } from './funding-events.ts'
import { idempotency } from './idempotency.ts'
import { introduction } from './introduction.ts'
import { charges, payouts } from './kinds.ts'
import { linkedBankAccounts } from './linked-bank-accounts.ts'
import { masking } from './masking.ts'
import { scenes } from './matrix.ts'
import { metadata } from './metadata.ts'
import { changesMoveUpdatedAt } from './observers/changes-move-updated-at.ts'
import { listDefaults } from './observers/list-defaults.ts'
import { listsAreSorted } from './observers/lists-are-sorted.ts'
import { madeWhenItSays } from './observers/made-when-it-says.ts'
import { pagesTellWhatWasAsked } from './observers/pages-tell-what-was-asked.ts'
import { paymentHistories } from './observers/payment-histories.ts'
import { requestIds } from './observers/request-ids.ts'
import { secretsStayMasked } from './observers/secrets-stay-masked.ts'
import { updatesFollowCreation } from './observers/updates-follow-creation.ts'
import { sequences } from './observers/sequences.ts'
import { nearlyFormed, otherMetadata } from './near-misses.ts'
import { organizations } from './organizations.ts'
import { paging } from './paging.ts'
import { paykeyBlocks } from './paykey-blocks.ts'
import { paykeyStates } from './paykey-states.ts'
import { paykeys } from './paykeys.ts'
import { paymentActions } from './payment-actions.ts'
import { paymentCreation } from './payment-creation.ts'
import { paymentLives } from './payment-lives.ts'
import { paymentOutcomes } from './payment-outcomes.ts'
import { paymentRepeats } from './payment-repeats.ts'
import { payments } from './payments.ts'
import { refusedChanges } from './refused-changes.ts'
import { representatives } from './representatives.ts'
import { responseStructure } from './response-structure.ts'
import { sorting } from './sorting.ts'
import { troubles } from './troubles.ts'
import { unknownIds } from './unknown-ids.ts'
import { webhooks } from './webhooks.ts'
import { updates } from './updates.ts'
import { webhooksOfActions, webhooksOfOutcomes } from './webhooks-of-actions.ts'
import { webhookEvents } from './webhook-events.ts'
import { webhookRetries } from './webhook-retries.ts'
import { permissions } from './permissions.ts'

const hours = 60 * 60 * 1000

/** Straddle's suite, in the order of its documentation. */
export function suite(contract: Contract): Suite {
  const { checks, notPromised } = matrix(contract, scenes)
  const ofKind = [charges, payouts].flatMap((kind) => [
    ...paymentCreation(contract, kind),
    ...paymentActions(kind),
    ...paymentOutcomes(kind),
    ...paymentRepeats(contract, kind),
    ...paymentLives(kind),
  ])
  return {
    notPromised,
    checks: [
      ...introduction,
      ...authentication(contract),
      ...responseStructure,
      ...metadata,
      ...embeddedAccounts,
      ...errors,
      ...errorTypes,
      ...troubles,
      ...permissions(contract),
      ...unknownIds(contract),
      ...idempotency,
      ...paging,
      sorting,
      ...masking,
      ...customers(contract),
      ...customerLists,
      ...customerReviews(contract),
      ...bridge(contract),
      ...paykeys(contract),
      ...paykeyStates,
      ...paykeyBlocks,
      ...ofKind,
      ...payments,
      ...fundingEvents,
      ...organizations(contract),
      ...accounts(contract),
      ...capabilityRequests(contract),
      ...linkedBankAccounts(contract),
      ...representatives(contract),
      ...updates(contract),
      ...refusedChanges(contract),
      ...nearlyFormed,
      ...otherMetadata,
      ...webhooks,
      ...webhookRetries,
      ...webhookEvents(contract),
      ...webhooksOfActions(contract),
      webhooksOfOutcomes(charges),
      webhooksOfOutcomes(payouts),
      ...pactsHold(contract, consumerExamples),
      ...checks,
    ],
    observers: [
      schemasHold,
      operationsAnswer,
      requestIds,
      createdIdsAreNew('straddle.response.ids.unique'),
      repeatsAnswerTheSame('straddle.idempotency.replay.same-body', 'idempotency-key', 20 * hours),
      listsAreSorted,
      pagesTellWhatWasAsked,
      secretsStayMasked,
      updatesFollowCreation,
      changesMoveUpdatedAt,
      listDefaults,
      madeWhenItSays,
      paymentHistories,
      missingIsNotFound({
        clause: 'straddle.errors.status.not-found',
        form: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
      }),
      ...declared(contract),
      ...sequences,
    ],
  }
}
