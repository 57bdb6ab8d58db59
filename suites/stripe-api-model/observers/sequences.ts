import type { Observer } from '../../model/check.ts'
import { creationsCanBeRead } from '../../observers/creations-can-be-read.ts'
import type { Readable } from '../../observers/creations-can-be-read.ts'

const readable = (resource: string, kind: string, id: string, same: readonly string[]): Readable => ({
  clause: `stripe-api-model.${resource}.retrieve.same`,
  create: `create${kind}`,
  retrieve: `retrieve${kind}`,
  parameter: id,
  id: `/${id}`,
  same,
})

/** What any sequence of requests shows. */
export const sequences: readonly Observer[] = [
  creationsCanBeRead([
    readable('customers', 'Customer', 'customerId', []),
    readable('invoices', 'Invoice', 'invoiceId', []),
    readable('charges', 'Charge', 'chargeId', ['/amount', '/currency']),
    readable('refunds', 'Refund', 'refundId', ['/amount', '/currency']),
    readable('payouts', 'Payout', 'payoutId', ['/amount', '/currency']),
  ]),
]
