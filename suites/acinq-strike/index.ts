import type { Suite } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { pactsHold } from '../laws/pacts-hold.ts'
import { plainReads } from '../laws/plain-reads.ts'
import { matrix } from '../matrix.ts'
import { declared } from '../observers/declared.ts'
import { missingIsNotFound } from '../observers/missing-is-not-found.ts'
import { operationsAnswer } from '../observers/operations-answer.ts'
import { schemasHold } from '../observers/schemas-hold.ts'
import { accounts } from './accounts.ts'
import { consumerExamples } from './consumer-examples.ts'
import { creating } from './creating.ts'
import { listing } from './listing.ts'
import { scenes } from './matrix.ts'
import { satoshiAreTheAmount } from './observers/satoshi-are-the-amount.ts'
import { sequences } from './observers/sequences.ts'
import { updatesFollowCreation } from './observers/updates-follow-creation.ts'
import { paying } from './paying.ts'
import { paymentRequests } from './payment-requests.ts'
import { requests } from './requests.ts'
import { retrieving } from './retrieving.ts'
import { webHooks } from './web-hooks.ts'

/** Whether a target behaves as ACINQ's Strike did. */
export function suite(contract: Contract): Suite {
  const { checks, notPromised } = matrix(contract, scenes)
  return {
    notPromised,
    checks: [
      ...creating,
      ...retrieving,
      ...paying,
      ...accounts(contract),
      ...requests(contract),
      ...listing,
      ...paymentRequests,
      ...webHooks,
      ...plainReads(contract),
      ...pactsHold(contract, consumerExamples),
      ...checks,
    ],
    observers: [
      schemasHold,
      operationsAnswer,
      updatesFollowCreation,
      satoshiAreTheAmount,
      missingIsNotFound(),
      ...declared(contract),
      ...sequences,
    ],
  }
}
