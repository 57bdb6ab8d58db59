import { access } from './rules/access.ts'
import type { AccessRules } from './rules/access.ts'
import { customers } from './rules/customers.ts'
import type { CustomerRules } from './rules/customers.ts'
import { funds } from './rules/funds.ts'
import type { FundsRules } from './rules/funds.ts'
import { idempotency } from './rules/idempotency.ts'
import type { IdempotencyRules } from './rules/idempotency.ts'
import { invoices } from './rules/invoices.ts'
import type { InvoiceRules } from './rules/invoices.ts'
import { objects } from './rules/objects.ts'
import type { ObjectRules } from './rules/objects.ts'
import { payments } from './rules/payments.ts'
import type { PaymentRules } from './rules/payments.ts'

/** The decisions of the model, each under a name of its own. */
export interface Rules
  extends AccessRules, ObjectRules, IdempotencyRules, CustomerRules, InvoiceRules, PaymentRules, FundsRules {}

export const honest: Rules = { ...access, ...objects, ...idempotency, ...customers, ...invoices, ...payments, ...funds }
