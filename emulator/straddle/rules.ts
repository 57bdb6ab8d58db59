import { accessRules } from './rules/access.ts'
import { customerRules } from './rules/customers.ts'
import { embedRules } from './rules/embed.ts'
import { envelopeRules } from './rules/envelope.ts'
import { fundingRules } from './rules/funding.ts'
import { idempotencyRules } from './rules/idempotency.ts'
import { maskingRules } from './rules/masking.ts'
import { metadataRules } from './rules/metadata.ts'
import { pagingRules } from './rules/paging.ts'
import { paykeyRules } from './rules/paykeys.ts'
import { paymentRules } from './rules/payments.ts'
import { processingRules } from './rules/processing.ts'
import { webhookRules } from './rules/webhooks.ts'

/** The decisions of the model, as the documents have them. */
export const honest = {
  ...accessRules,
  ...customerRules,
  ...embedRules,
  ...envelopeRules,
  ...fundingRules,
  ...idempotencyRules,
  ...maskingRules,
  ...metadataRules,
  ...pagingRules,
  ...paykeyRules,
  ...paymentRules,
  ...processingRules,
  ...webhookRules,
} as const

/** The model's decisions; a lie replaces exactly one of them. */
export type Rules = typeof honest
