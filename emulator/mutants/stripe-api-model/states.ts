import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe-api-model/index.ts'

/** Lies about objects in one state alone. */
export const aboutStates: readonly Lie<Rules>[] = [
  {
    id: 'paid-invoices-remain',
    breaks: 'stripe-api-model.invoices.delete.gone',
    text: 'An invoice of which something is paid is still there after its deletion.',
    rules: ({ removeInvoice }) => ({
      removeInvoice(invoices, id) {
        if ((invoices.get(id)?.paidAmount ?? 0) === 0) removeInvoice(invoices, id)
      },
    }),
  },
  {
    id: 'paid-invoices-keep-their-tax',
    breaks: 'stripe-api-model.invoices.update.sets',
    text: 'The tax of an invoice of which something is paid cannot be changed.',
    rules: ({ invoiceMerged }) => ({
      invoiceMerged: (invoice, changes) => ({
        ...invoiceMerged(invoice, changes),
        ...(invoice.paidAmount > 0 ? { tax: invoice.tax } : {}),
      }),
    }),
  },
  {
    id: 'refunded-charges-lack-their-description',
    breaks: 'stripe-api-model.lists.items.complete',
    text: 'A list shows a charge of which something was refunded without its description.',
    tamper: () => (request, response) => ({
      ...response,
      body: /^\/v1\.0\/charges(?:\?|$)/.test(request.url)
        ? response.body.replaceAll(/"description":"[^"]*"(,[^{}]*"refundedAmount":[1-9])/g, '"description":null$1')
        : response.body,
    }),
  },
]
