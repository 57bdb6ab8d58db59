import type { Lie } from '../module.ts'
import type { Rules } from '../strike/index.ts'
import { accessLies } from './strike/access.ts'
import { answerLies } from './strike/answers.ts'
import { invoiceLies } from './strike/invoices.ts'
import { lifeLies } from './strike/life.ts'
import { quoteLies } from './strike/quotes.ts'
import { webhookLies } from './strike/webhooks.ts'

/** What a provider like Strike could get wrong, each lie against one clause. */
export const lies: readonly Lie<Rules>[] = [
  ...accessLies,
  ...answerLies,
  ...invoiceLies,
  ...lifeLies,
  ...quoteLies,
  ...webhookLies,
]
