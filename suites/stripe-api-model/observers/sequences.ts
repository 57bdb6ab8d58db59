import type { Observer } from '../../../model/check.ts'
import { creationsCanBeRead } from '../../observers/creations-can-be-read.ts'
import type { Readable } from '../../observers/creations-can-be-read.ts'
import { refundsStayWithin } from '../../observers/refunds-stay-within.ts'
import { retrievesAnswerWhatWasAsked } from '../../observers/retrieves-answer-what-was-asked.ts'
import type { Retrieval } from '../../observers/retrieves-answer-what-was-asked.ts'

const readable = (clause: string, kind: string, id: string, same: readonly string[]): Readable => ({
  clause,
  create: `create${kind}`,
  retrieve: `retrieve${kind}`,
  parameter: id,
  id: `/${id}`,
  same,
})

const asked = (id: string, operations: readonly string[]): Retrieval => ({ operations, parameter: id, id: `/${id}` })

/** What any sequence of requests shows. */
export const sequences: readonly Observer[] = [
  creationsCanBeRead([
    readable('stripe-api-model.customers.retrieve.same', 'Customer', 'customerId', []),
    readable('stripe-api-model.invoices.retrieve.same', 'Invoice', 'invoiceId', []),
    readable('stripe-api-model.charges.retrieve.same', 'Charge', 'chargeId', ['/amount', '/currency']),
    readable('stripe-api-model.refunds.retrieve.same', 'Refund', 'refundId', ['/amount', '/currency']),
    readable('stripe-api-model.payouts.retrieve.same', 'Payout', 'payoutId', ['/amount', '/currency']),
  ]),
  refundsStayWithin({
    clauses: { within: 'stripe-api-model.refunds.create.sum', currency: 'stripe-api-model.refunds.create.echoes' },
    create: 'createRefund',
    id: '/refundId',
    of: '/chargeId',
    shownBy: ['createCharge', 'retrieveCharge'],
    whole: '/chargeId',
  }),
  retrievesAnswerWhatWasAsked([
    asked('customerId', ['retrieveCustomer', 'updateCustomer']),
    asked('invoiceId', ['retrieveInvoice', 'updateInvoice']),
    {
      operations: ['deleteInvoice'],
      parameter: 'invoiceId',
      id: '/id',
      clause: 'stripe-api-model.invoices.deleted.id',
    },
    asked('sessionId', ['retrieveSession']),
    asked('chargeId', ['retrieveCharge']),
    asked('refundId', ['retrieveRefund']),
    asked('transactionId', ['retrieveTransaction']),
    asked('payoutId', ['retrievePayout']),
  ]),
]
