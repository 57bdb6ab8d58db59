import type { Observer } from '../../../model/check.ts'
import { creationsCanBeRead } from '../../observers/creations-can-be-read.ts'
import type { Readable } from '../../observers/creations-can-be-read.ts'
import { statesNeverTurnBack } from '../../observers/states-never-turn-back.ts'
import { cursorsGoOn } from '../../observers/cursors-go-on.ts'
import { refundsStayWithin } from '../../observers/refunds-stay-within.ts'
import { retrievesAnswerWhatWasAsked } from '../../observers/retrieves-answer-what-was-asked.ts'
import type { Retrieval } from '../../observers/retrieves-answer-what-was-asked.ts'

const readable = (clause: string, kind: string, parameter: string, same: readonly string[]): Readable => ({
  clause,
  create: `create${kind}`,
  retrieve: `retrieve${kind}`,
  parameter,
  id: '/id',
  same,
})

const asked = (parameter: string, operations: readonly string[]): Retrieval => ({ operations, parameter, id: '/id' })

/** What any sequence of requests shows. */
export const sequences: readonly Observer[] = [
  creationsCanBeRead([
    readable('stripe.charges.retrieve.as-created', 'Charge', 'charge', ['/amount', '/currency', '/created']),
    readable('stripe.refunds.retrieve.as-created', 'Refund', 'refund', ['/amount', '/currency', '/created']),
    readable('stripe.customers.retrieve.as-created', 'Customer', 'customer', ['/created']),
    readable('stripe.payouts.retrieve.as-created', 'Payout', 'payout', ['/amount', '/currency', '/created']),
    readable('stripe.invoices.retrieve.as-created', 'Invoice', 'invoice', ['/date', '/currency']),
    readable('stripe.invoice-items.retrieve.as-created', 'InvoiceItem', 'invoiceitem', ['/date', '/currency']),
    readable('stripe.tokens.retrieve.as-created', 'Token', 'token', ['/type', '/created']),
  ]),
  retrievesAnswerWhatWasAsked([
    asked('charge', ['retrieveCharge', 'updateCharge', 'captureCharge']),
    asked('refund', ['retrieveRefund', 'updateRefund']),
    asked('customer', ['retrieveCustomer', 'updateCustomer', 'deleteCustomer']),
    asked('source', ['retrieveCard', 'updateCard', 'deleteCard']),
    { ...asked('token', ['retrieveToken']), aliases: true },
    asked('transaction', ['retrieveBalanceTransaction']),
    asked('payout', ['retrievePayout', 'updatePayout', 'cancelPayout']),
    asked('invoice', ['retrieveInvoice', 'updateInvoice', 'payInvoice']),
    asked('invoiceitem', ['retrieveInvoiceItem', 'updateInvoiceItem', 'deleteInvoiceItem']),
  ]),
  refundsStayWithin({
    clauses: { within: 'stripe.refunds.create.above-rest', currency: 'stripe.refunds.create.names-charge' },
    create: 'createRefund',
    id: '/id',
    of: '/charge',
    shownBy: ['createCharge', 'retrieveCharge', 'captureCharge', 'updateCharge'],
    whole: '/id',
  }),
  statesNeverTurnBack('captured-charges', {
    clause: 'stripe.charges.capture.captures',
    shownBy: { createCharge: '', retrieveCharge: '', updateCharge: '', captureCharge: '', listCharges: '/data' },
    id: '/id',
    state: '/captured',
    reachable: { true: [] },
  }),
  statesNeverTurnBack('paid-invoices', {
    clause: 'stripe.invoices.pay.marks-paid',
    shownBy: { retrieveInvoice: '', updateInvoice: '', payInvoice: '', listInvoices: '/data' },
    id: '/id',
    state: '/paid',
    reachable: { true: [] },
  }),
  cursorsGoOn({
    clause: 'stripe.auto-pagination.walk.visits-all-once',
    operations: [
      'listCharges',
      'listRefunds',
      'listCustomers',
      'listCards',
      'listBalanceTransactions',
      'listPayouts',
      'listInvoices',
      'listInvoiceItems',
    ],
    after: 'starting_after',
    before: 'ending_before',
    size: 'limit',
    items: '/data',
    id: '/id',
  }),
]
