import type { Lie } from '../module.ts'
import type { Rules } from '../straddle/index.ts'
import { accessLies } from './straddle/access.ts'
import { answerLies } from './straddle/answers.ts'
import { consumerLies } from './straddle/consumers.ts'
import { dataLies } from './straddle/data.ts'
import { filterLies } from './straddle/filters.ts'
import { keyLies } from './straddle/keys.ts'
import { listLies } from './straddle/lists.ts'
import { partyLies } from './straddle/parties.ts'
import { paymentLies } from './straddle/payments.ts'
import { refundLies } from './straddle/refunds.ts'
import { processingLies } from './straddle/processing.ts'
import { validationLies } from './straddle/validation.ts'
import { webhookLies } from './straddle/webhooks.ts'

/** Bugs that a payment provider might ship, each of which breaks one clause. */
export const lies: readonly Lie<Rules>[] = [
  ...accessLies,
  ...answerLies,
  ...keyLies,
  ...validationLies,
  ...listLies,
  ...filterLies,
  ...dataLies,
  ...partyLies,
  ...paymentLies,
  ...refundLies,
  ...processingLies,
  ...webhookLies,
  ...consumerLies,
]
