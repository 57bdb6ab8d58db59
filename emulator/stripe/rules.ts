import { cards } from './rules/cards.ts'
import { charges } from './rules/charges.ts'
import { customers } from './rules/customers.ts'
import { errors } from './rules/errors.ts'
import { expand } from './rules/expand.ts'
import { idempotency } from './rules/idempotency.ts'
import { invoices } from './rules/invoices.ts'
import { lists } from './rules/lists.ts'
import { metadata } from './rules/metadata.ts'
import { money } from './rules/money.ts'
import { parameters } from './rules/parameters.ts'
import { payouts } from './rules/payouts.ts'
import { transport } from './rules/transport.ts'

/** Every decision of the model under one flat list of names, so that a lie can replace any one of them. */
export const honest = {
  ...transport,
  ...errors,
  ...parameters,
  ...metadata,
  ...lists,
  ...expand,
  ...idempotency,
  ...money,
  ...cards,
  ...charges,
  ...customers,
  ...payouts,
  ...invoices,
}

export type Rules = typeof honest
