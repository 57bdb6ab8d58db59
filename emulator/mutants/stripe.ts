import type { Lie } from '../module.ts'
import type { Rules } from '../stripe/index.ts'
import { aboutAccess } from './stripe/access.ts'
import { aboutActions } from './stripe/actions.ts'
import { aboutCharges } from './stripe/charges.ts'
import { aboutCustomers } from './stripe/customers.ts'
import { aboutErrors } from './stripe/errors.ts'
import { aboutExpanding } from './stripe/expand.ts'
import { aboutIdempotency } from './stripe/idempotency.ts'
import { aboutInvoices } from './stripe/invoices.ts'
import { aboutLists } from './stripe/lists.ts'
import { aboutMetadata } from './stripe/metadata.ts'
import { aboutMoney } from './stripe/money.ts'
import { aboutStates } from './stripe/states.ts'

/** Lies about Stripe, each of a kind that a provider ships by mistake. */
export const lies: readonly Lie<Rules>[] = [
  ...aboutAccess,
  ...aboutErrors,
  ...aboutIdempotency,
  ...aboutLists,
  ...aboutMetadata,
  ...aboutExpanding,
  ...aboutMoney,
  ...aboutCharges,
  ...aboutActions,
  ...aboutCustomers,
  ...aboutInvoices,
  ...aboutStates,
]
