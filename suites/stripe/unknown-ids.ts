import { unknownIdsAreNotFound } from '../laws/unknown-ids-are-not-found.ts'
import type { UnknownIdsAreNotFound } from '../laws/unknown-ids-are-not-found.ts'
import type { Check } from '../../model/check.ts'
import { customer } from './scenes.ts'
import { refusedAsMissing } from './refusal.ts'
import { sourceOf } from './sources.ts'

type Calls = UnknownIdsAreNotFound['calls']

/** Calls with an id that nothing has, by the clause that says how they are answered. */
const table: Readonly<Record<string, readonly [prefix: string, calls: Calls]>> = {
  'stripe.balance-transactions.retrieve.unknown': [
    'txn',
    [{ operation: 'retrieveBalanceTransaction', parameter: 'transaction' }],
  ],
  'stripe.charges.retrieve.unknown': ['ch', [{ operation: 'retrieveCharge', parameter: 'charge' }]],
  'stripe.charges.update.unknown': [
    'ch',
    [{ operation: 'updateCharge', parameter: 'charge', call: async () => ({ body: { description: 'x' } }) }],
  ],
  'stripe.charges.capture.unknown': ['ch', [{ operation: 'captureCharge', parameter: 'charge' }]],
  'stripe.refunds.retrieve.unknown': ['re', [{ operation: 'retrieveRefund', parameter: 'refund' }]],
  'stripe.refunds.update.unknown': [
    're',
    [{ operation: 'updateRefund', parameter: 'refund', call: async () => ({ body: { metadata: { a: 'b' } } }) }],
  ],
  'stripe.customers.retrieve.unknown': ['cus', [{ operation: 'retrieveCustomer', parameter: 'customer' }]],
  'stripe.customers.update.unknown': [
    'cus',
    [{ operation: 'updateCustomer', parameter: 'customer', call: async () => ({ body: { description: 'x' } }) }],
  ],
  'stripe.customers.delete.unknown': ['cus', [{ operation: 'deleteCustomer', parameter: 'customer' }]],
  'stripe.cards.create.unknown-customer': [
    'cus',
    [
      {
        operation: 'createCard',
        parameter: 'customer',
        call: async (trial) => ({ body: { source: await sourceOf(trial) } }),
      },
    ],
  ],
  'stripe.cards.list.unknown-customer': ['cus', [{ operation: 'listCards', parameter: 'customer' }]],
  'stripe.cards.retrieve.unknown': [
    'card',
    [
      {
        operation: 'retrieveCard',
        parameter: 'source',
        call: async (trial) => ({ path: { customer: await customer(trial) } }),
      },
    ],
  ],
  'stripe.cards.update.unknown': [
    'card',
    [
      {
        operation: 'updateCard',
        parameter: 'source',
        call: async (trial) => ({ path: { customer: await customer(trial) }, body: { name: 'x' } }),
      },
    ],
  ],
  'stripe.cards.delete.unknown': [
    'card',
    [
      {
        operation: 'deleteCard',
        parameter: 'source',
        call: async (trial) => ({ path: { customer: await customer(trial) } }),
      },
    ],
  ],
  'stripe.tokens.retrieve.unknown': ['tok', [{ operation: 'retrieveToken', parameter: 'token' }]],
  'stripe.payouts.retrieve.unknown': ['po', [{ operation: 'retrievePayout', parameter: 'payout' }]],
  'stripe.payouts.update.unknown': [
    'po',
    [{ operation: 'updatePayout', parameter: 'payout', call: async () => ({ body: { metadata: { a: 'b' } } }) }],
  ],
  'stripe.payouts.cancel.unknown': ['po', [{ operation: 'cancelPayout', parameter: 'payout' }]],
  'stripe.invoices.retrieve.unknown': ['in', [{ operation: 'retrieveInvoice', parameter: 'invoice' }]],
  'stripe.invoices.update.unknown': [
    'in',
    [{ operation: 'updateInvoice', parameter: 'invoice', call: async () => ({ body: { description: 'x' } }) }],
  ],
  'stripe.invoices.pay.unknown': ['in', [{ operation: 'payInvoice', parameter: 'invoice' }]],
  'stripe.invoice-items.retrieve.unknown': ['ii', [{ operation: 'retrieveInvoiceItem', parameter: 'invoiceitem' }]],
  'stripe.invoice-items.update.unknown': [
    'ii',
    [{ operation: 'updateInvoiceItem', parameter: 'invoiceitem', call: async () => ({ body: { description: 'x' } }) }],
  ],
  'stripe.invoice-items.delete.unknown': ['ii', [{ operation: 'deleteInvoiceItem', parameter: 'invoiceitem' }]],
}

/** Every operation with an id in its path answers 404 where nothing has that id. */
export const unknownIds: readonly Check[] = Object.entries(table).flatMap(([clause, [prefix, calls]]) =>
  unknownIdsAreNotFound('stripe/unknown-ids', {
    clause,
    unknownId: () => `${prefix}_conformanceHasNone`,
    calls,
    refusal: (refused) => refusedAsMissing(refused),
  }),
)
