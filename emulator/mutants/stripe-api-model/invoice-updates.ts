import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe-api-model/index.ts'

const clause = (id: string): string => `stripe-api-model.invoices.update.${id}`

/** Lies about updating and paying invoices. */
export const aboutInvoiceUpdates: readonly Lie<Rules>[] = [
  {
    id: 'tax-stays',
    breaks: clause('sets'),
    text: 'An update does not change the tax.',
    rules: () => ({ invoiceMerged: (invoice, changes) => ({ ...invoice, ...changes, tax: invoice.tax }) }),
  },
  {
    id: 'description-is-lost',
    breaks: clause('keeps'),
    text: 'An update without a description clears it.',
    rules: () => ({ invoiceMerged: (invoice, changes) => ({ ...invoice, description: null, ...changes }) }),
  },
  {
    id: 'invoice-update-is-forgotten',
    breaks: clause('lasts'),
    text: 'An update of an invoice is answered and not kept.',
    rules: () => ({ invoiceStored: (before) => before }),
  },
  {
    id: 'same-charges-add-up',
    breaks: clause('idempotent'),
    text: 'An update to the charges that an invoice has already adds them again.',
    rules: () => ({
      invoiceMerged: (invoice, changes) => {
        const again = changes.applicationCharges === invoice.applicationCharges
        return { ...invoice, ...changes, ...(again ? { applicationCharges: 2 * invoice.applicationCharges + 1 } : {}) }
      },
    }),
  },
  {
    id: 'paid-and-still-due',
    breaks: clause('paid-and-due'),
    text: 'A payment leaves the due amount alone.',
    rules: ({ settle }) => ({
      settle: (invoice, due, paid) =>
        due === undefined && paid !== undefined ? { ...invoice, paidAmount: paid } : settle(invoice, due, paid),
    }),
  },
  {
    id: 'due-is-not-moved',
    breaks: clause('both'),
    text: 'Of the two amounts that are sent only paidAmount is taken.',
    rules: ({ settle }) => ({
      settle: (invoice, due, paid) => {
        const settled = settle(invoice, due, paid)
        return due === undefined || paid === undefined || settled === undefined
          ? settled
          : { ...settled, dueAmount: invoice.dueAmount }
      },
    }),
  },
  {
    id: 'payments-count-as-instalments',
    breaks: clause('sum'),
    text: 'The due amount falls by each paidAmount that is sent, also where that is the total.',
    rules: ({ settle }) => ({
      settle: (invoice, due, paid) => {
        const settled = settle(invoice, due, paid)
        return due !== undefined || paid === undefined || settled === undefined
          ? settled
          : { dueAmount: Math.max(0, invoice.dueAmount - paid), paidAmount: paid }
      },
    }),
  },
  {
    id: 'any-sum-goes',
    breaks: clause('other-sum'),
    text: 'Both amounts are taken as sent, whatever their sum.',
    rules: ({ settle }) => ({
      settle: (invoice, due, paid) =>
        due === undefined || paid === undefined ? settle(invoice, due, paid) : { dueAmount: due, paidAmount: paid },
    }),
  },
  {
    id: 'overpaid-invoices',
    breaks: clause('other-sum'),
    text: 'More can be paid than is due.',
    rules: ({ settle }) => ({
      settle: (invoice, due, paid) =>
        settle(invoice, due, paid) ??
        (due === undefined && paid !== undefined ? { dueAmount: 0, paidAmount: paid } : undefined),
    }),
  },
  {
    id: 'refused-payment-counts',
    breaks: clause('refused-changes-nothing'),
    text: 'An update that is refused has changed paidAmount already.',
    rules: () => ({
      afterRefusedUpdate: (invoice, { paidAmount }) => ({ ...invoice, paidAmount: paidAmount ?? invoice.paidAmount }),
    }),
  },
  {
    id: 'negative-updates',
    breaks: clause('amounts'),
    text: 'An update can set negative amounts.',
    rules: () => ({
      leastOnUpdate: -Infinity,
      settle: ({ dueAmount, paidAmount }, due, paid) => {
        const total = dueAmount + paidAmount
        const nextPaid = paid ?? (due === undefined ? paidAmount : total - due)
        return { dueAmount: total - nextPaid, paidAmount: nextPaid }
      },
    }),
  },
  {
    id: 'numbers-of-updates-are-guessed',
    breaks: clause('amounts'),
    text: 'An amount that is no number is taken for 0.',
    rules: ({ wholeNumber }) => ({
      wholeNumber: (text, of) => wholeNumber(text, of) ?? (of === 'invoice' ? 0 : undefined),
    }),
  },
]
