import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe-api-model/index.ts'

const clause = (id: string): string => `stripe-api-model.invoices.${id}`

const without =
  (name: string) =>
  ({ invoiceNeeds }: Rules): Partial<Rules> => ({ invoiceNeeds: invoiceNeeds.filter((other) => other !== name) })

/** Lies about creating, showing and deleting invoices. */
export const aboutInvoices: readonly Lie<Rules>[] = [
  {
    id: 'tax-is-dropped',
    breaks: clause('create.parameters'),
    text: 'The tax of a new invoice is 0.',
    rules: () => ({ invoiceKept: (invoice) => ({ ...invoice, tax: 0 }) }),
  },
  {
    id: 'invoices-are-born-paid',
    breaks: clause('create.unpaid'),
    text: 'A new invoice counts as paid.',
    rules: () => ({ newAmounts: (dueAmount) => ({ dueAmount: 0, paidAmount: dueAmount }) }),
  },
  {
    id: 'one-invoice-a-customer',
    breaks: clause('create.distinct'),
    text: 'A second invoice of a customer is the first one again.',
    rules: () => ({
      invoiceFor: (fresh, { invoices }) =>
        invoices.oldestFirst().find(({ customerId }) => customerId === fresh.customerId) ?? fresh,
    }),
  },
  {
    id: 'invoices-for-nobody',
    breaks: clause('create.needs-customer'),
    text: 'An invoice needs no customer.',
    rules: (honest) => ({ ...without('customerId')(honest), invoiceNeedsKnownCustomer: false }),
  },
  {
    id: 'invoices-in-dollars',
    breaks: clause('create.needs-currency'),
    text: 'An invoice without a currency is in USD.',
    rules: without('currency'),
  },
  {
    id: 'invoices-of-nothing',
    breaks: clause('create.needs-amount'),
    text: 'An invoice without an amount is one of 0.',
    rules: without('dueAmount'),
  },
  {
    id: 'negative-invoices',
    breaks: clause('create.amounts'),
    text: 'An invoice can owe a negative amount.',
    rules: () => ({ leastInvoiced: -Infinity }),
  },
  {
    id: 'numbers-of-invoices-are-guessed',
    breaks: clause('create.amounts'),
    text: 'An amount that is no number is taken for 0.',
    rules: ({ wholeNumber }) => ({
      wholeNumber: (text, of) => wholeNumber(text, of) ?? (of === 'invoice' ? 0 : undefined),
    }),
  },
  {
    id: 'invoices-in-any-currency',
    breaks: clause('create.currency'),
    text: 'Any word is taken for the currency of an invoice.',
    rules: ({ isCurrency }) => ({ isCurrency: (text, of) => of === 'invoice' || isCurrency(text, of) }),
  },
  {
    id: 'customers-of-invoices-are-not-looked-up',
    breaks: clause('create.unknown-customer'),
    text: 'An invoice can name any customer.',
    rules: () => ({ invoiceNeedsKnownCustomer: false }),
  },
  {
    id: 'tax-as-text',
    breaks: clause('object.types'),
    text: 'The tax of an invoice is a text.',
    rules: ({ showInvoice }) => ({ showInvoice: (invoice) => ({ ...showInvoice(invoice), tax: String(invoice.tax) }) }),
  },
  {
    id: 'retrieved-invoice-is-rounded',
    breaks: clause('retrieve.same'),
    text: 'A retrieved invoice owes whole tens.',
    rules: () => ({
      showRetrievedInvoice: (view) => ({ ...view, dueAmount: Math.floor(Number(view['dueAmount']) / 10) * 10 }),
    }),
  },
  {
    id: 'word-for-the-id',
    breaks: clause('deleted.id'),
    text: 'The note of a deletion has the word invoiceId for the id, as the sample.',
    rules: ({ invoiceDeleted }) => ({ invoiceDeleted: (id) => ({ ...invoiceDeleted(id), id: 'invoiceId' }) }),
  },
  {
    id: 'deleted-something-else',
    breaks: clause('deleted.object'),
    text: 'The note of a deletion says Invoice.',
    rules: ({ invoiceDeleted }) => ({ invoiceDeleted: (id) => ({ ...invoiceDeleted(id), object: 'Invoice' }) }),
  },
  {
    id: 'deleted-as-text',
    breaks: clause('deleted.deleted'),
    text: 'The note of a deletion says "true".',
    rules: ({ invoiceDeleted }) => ({ invoiceDeleted: (id) => ({ ...invoiceDeleted(id), deleted: 'true' }) }),
  },
  {
    id: 'deleted-invoices-stay',
    breaks: clause('delete.gone'),
    text: 'A deleted invoice can still be retrieved.',
    rules: () => ({ removeInvoice: () => undefined }),
  },
  {
    id: 'second-deletion-of-an-invoice-succeeds',
    breaks: clause('delete.again'),
    text: 'A second deletion of an invoice is answered like the first.',
    rules: ({ removeInvoice, deletedAgain, invoiceDeleted }) => {
      const removed = new Set<string>()
      return {
        removeInvoice: (invoices, id) => {
          removed.add(id)
          removeInvoice(invoices, id)
        },
        deletedAgain: (id) => (removed.has(id) ? { status: 200, body: invoiceDeleted(id) } : deletedAgain(id)),
      }
    },
  },
  {
    id: 'one-invoice-too-many',
    breaks: clause('list.count'),
    text: 'A list of invoices has one more than count.',
    rules: () => ({ invoicePageOf: (items, count) => items.slice(0, count + 1) }),
  },
  {
    id: 'refused-invoices-are-kept',
    breaks: 'stripe-api-model.errors.bad-request.nothing-made',
    text: 'An invoice is recorded before it is found not to be valid.',
    rules: () => ({
      keptOfRefusedInvoice: (customerId, newId) => ({
        invoiceId: newId(),
        customerId,
        currency: 'USD',
        dueAmount: 0,
        paidAmount: 0,
        applicationCharges: 0,
        tax: 0,
        description: null,
      }),
    }),
  },
]
