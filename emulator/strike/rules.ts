import { accessRules } from './rules/access.ts'
import { errorRules } from './rules/errors.ts'
import { eventRules } from './rules/events.ts'
import { invoiceRules } from './rules/invoices.ts'
import { listRules } from './rules/lists.ts'
import { profileRules } from './rules/profiles.ts'
import { quoteRules } from './rules/quotes.ts'
import { subscriptionRules } from './rules/subscriptions.ts'

/** Every decision of the model under a name of its own. */
export const honest = {
  ...accessRules,
  ...errorRules,
  ...invoiceRules,
  ...quoteRules,
  ...profileRules,
  ...listRules,
  ...subscriptionRules,
  ...eventRules,
}

/** The decisions by name, as a lie replaces them. */
export type Rules = typeof honest
