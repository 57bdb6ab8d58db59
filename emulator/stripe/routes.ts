import { createRouter } from '../router.ts'
import { balance } from './balance.ts'
import { captures } from './captures.ts'
import { charges } from './charges.ts'
import { customers } from './customers.ts'
import type { Endpoint } from './endpoint.ts'
import { invoiceItems } from './invoice-items.ts'
import { invoices } from './invoices.ts'
import { payouts } from './payouts.ts'
import { refunds } from './refunds.ts'
import { sources } from './sources.ts'
import { tokens } from './tokens.ts'

/** The endpoint for a method and path. */
export const route = createRouter<Endpoint>({
  ...charges,
  ...captures,
  ...refunds,
  ...customers,
  ...sources,
  ...tokens,
  ...balance,
  ...payouts,
  ...invoices,
  ...invoiceItems,
})
