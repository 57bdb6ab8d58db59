import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'

export const aboutInvoices: readonly Lie<Rules>[] = [
  {
    id: 'tax-not-added',
    breaks: 'stripe.invoices.create.adds-up',
    text: 'The total of an invoice is its subtotal, tax or no tax.',
    rules: () => ({ totalOf: (subtotal) => subtotal }),
  },
  {
    id: 'credits-are-charged',
    breaks: 'stripe.invoice-items.create.negative-is-credit',
    text: 'A negative item is added to its invoice, not taken off.',
    rules: ({ subtotalOf }) => ({ subtotalOf: (amounts) => subtotalOf(amounts.map(Math.abs)) }),
  },
  {
    id: 'items-left-pending',
    breaks: 'stripe.invoices.create.takes-pending-items',
    text: 'A new invoice leaves the pending items of its customer where they are.',
    rules: () => ({ takesUp: () => false }),
  },
  {
    id: 'paid-twice',
    breaks: 'stripe.invoices.pay.twice',
    text: 'A paid invoice can be paid again.',
    rules: ({ mayPay }) => ({ mayPay: (invoice) => invoice.paid || mayPay(invoice) }),
  },
  {
    id: 'attempts-not-counted',
    breaks: 'stripe.invoices.pay.marks-paid',
    text: 'A paid invoice says that no payment was attempted.',
    rules: () => ({ countsAttempt: (before) => before }),
  },
  {
    id: 'paid-and-open',
    breaks: 'stripe.invoices.pay.marks-paid',
    text: 'A paid invoice stays open.',
    rules: () => ({ isClosedBy: (_paid, closed) => closed }),
  },
  {
    id: 'closed-items-changed',
    breaks: 'stripe.invoice-items.update.after-close',
    text: 'An item of a closed invoice can still be changed.',
    rules: () => ({ mayChangeItems: () => true }),
  },
  {
    id: 'closed-items-deleted',
    breaks: 'stripe.invoice-items.delete.after-close',
    text: 'The item of a closed invoice is deleted.',
    tamper: () => (request, response) =>
      request.method === 'DELETE' && response.status === 400
        ? { ...response, status: 200, body: JSON.stringify({ deleted: true, id: request.url.split('/').at(-1) }) }
        : response,
  },
  {
    id: 'debts-forgotten',
    breaks: 'stripe.invoices.create.applies-balance',
    text: 'What a customer owes is not added to what is due.',
    rules: ({ dueOf }) => ({ dueOf: (total, balance, least) => dueOf(total, Math.min(0, balance), least) }),
  },
  {
    id: 'lines-without-metadata',
    breaks: 'stripe.invoices.create.lines-show-items',
    text: 'A line of an invoice lacks the metadata of its item.',
    tamper: () => (_, response) => ({
      ...response,
      body: response.body.replaceAll(/("object":"line_item"[^}]*?"metadata":)\{[^}]*\}/gu, '$1{}'),
    }),
  },
  {
    id: 'lines-in-another-currency',
    breaks: 'stripe.invoices.create.one-currency',
    text: 'A line of an invoice in euros says dollars.',
    tamper: () => (_, response) => ({
      ...response,
      body: response.body.replaceAll(/("object":"line_item","amount":-?\d+,"currency":)"eur"/gu, '$1"usd"'),
    }),
  },
  {
    id: 'invoice-update-clears',
    breaks: 'stripe.invoices.update.keeps-other-fields',
    text: 'An update of an invoice clears what it does not name.',
    rules: ({ keepUnnamed }) => ({
      keepUnnamed: (before, named, of) => keepUnnamed(of === 'invoice' ? (null as typeof before) : before, named, of),
    }),
  },
  {
    id: 'item-update-clears',
    breaks: 'stripe.invoice-items.update.keeps-other-fields',
    text: 'An update of an invoice item clears the description that it does not name.',
    rules: ({ keepUnnamed }) => ({
      keepUnnamed: (before, named, of) => keepUnnamed(of === 'item' ? (null as typeof before) : before, named, of),
    }),
  },
]
