import type { Lie } from '../module.ts'
import type { Rules } from '../straddle/index.ts'
import { accessLies } from './straddle/access.ts'
import { answerLies } from './straddle/answers.ts'
import { dataLies } from './straddle/data.ts'
import { keyLies } from './straddle/keys.ts'
import { listLies } from './straddle/lists.ts'
import { partyLies } from './straddle/parties.ts'
import { paymentLies } from './straddle/payments.ts'
import { processingLies } from './straddle/processing.ts'
import { webhookLies } from './straddle/webhooks.ts'

/** Bugs that a payment provider might ship, each of which breaks one clause. */
export const lies: readonly Lie<Rules>[] = [
  ...accessLies,
  ...answerLies,
  ...keyLies,
  ...listLies,
  ...dataLies,
  ...partyLies,
  ...paymentLies,
  ...processingLies,
  ...webhookLies,
]
