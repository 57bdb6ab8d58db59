import type { Lie } from '../module.ts'
import type { Rules } from '../stripe-api-model/index.ts'
import { aboutAccess } from './stripe-api-model/access.ts'
import { aboutCustomers } from './stripe-api-model/customers.ts'
import { aboutFunds } from './stripe-api-model/funds.ts'
import { aboutInvoiceUpdates } from './stripe-api-model/invoice-updates.ts'
import { aboutInvoices } from './stripe-api-model/invoices.ts'
import { aboutLists } from './stripe-api-model/lists.ts'
import { aboutMessages } from './stripe-api-model/messages.ts'
import { aboutPayments } from './stripe-api-model/payments.ts'
import { aboutRepeats } from './stripe-api-model/repeats.ts'
import { aboutSessions } from './stripe-api-model/sessions.ts'
import { aboutStates } from './stripe-api-model/states.ts'

/** Lies about the Stripe API model, each of a kind that a provider ships by mistake. */
export const lies: readonly Lie<Rules>[] = [
  ...aboutAccess,
  ...aboutMessages,
  ...aboutCustomers,
  ...aboutInvoices,
  ...aboutInvoiceUpdates,
  ...aboutSessions,
  ...aboutRepeats,
  ...aboutPayments,
  ...aboutFunds,
  ...aboutLists,
  ...aboutStates,
]
