import type { Collection } from '../../collection.ts'
import type { Account } from '../account.ts'
import type { Amounts, Invoice } from '../records.ts'
import { asItIs } from './as-it-is.ts'
import type { View } from './customers.ts'

/** How invoices are kept, settled and shown. */
export interface InvoiceRules {
  readonly invoiceNeeds: readonly string[]
  readonly invoiceNeedsKnownCustomer: boolean
  readonly leastInvoiced: number
  readonly leastOnUpdate: number
  readonly newAmounts: (dueAmount: number) => Amounts
  readonly invoiceKept: (invoice: Invoice) => Invoice
  /** What is made of a create that is refused. */
  readonly keptOfRefusedInvoice: (customerId: string, newId: () => string) => Invoice | undefined
  /** The invoice that a create answers. */
  readonly invoiceFor: (fresh: Invoice, account: Account) => Invoice
  /** What an update makes of the amounts; undefined where it is refused. */
  readonly settle: (invoice: Amounts, due: number | undefined, paid: number | undefined) => Amounts | undefined
  readonly afterRefusedUpdate: (invoice: Invoice, changes: { readonly paidAmount: number | undefined }) => Invoice
  readonly invoiceMerged: (invoice: Invoice, changes: Partial<Invoice>) => Invoice
  readonly invoiceStored: (before: Invoice, updated: Invoice) => Invoice
  readonly removeInvoice: (invoices: Collection<Invoice>, id: string) => void
  readonly invoiceDeleted: (id: string) => View
  readonly showInvoice: (invoice: Invoice) => View
  readonly showRetrievedInvoice: (view: View) => View
}

/** The sum of both amounts stays; the one that is not sent follows from the other. */
function settle({ dueAmount, paidAmount }: Amounts, due?: number, paid?: number): Amounts | undefined {
  const total = dueAmount + paidAmount
  const nextPaid = paid ?? (due === undefined ? paidAmount : total - due)
  const nextDue = due ?? total - nextPaid
  return nextDue >= 0 && nextPaid >= 0 && nextDue + nextPaid === total
    ? { dueAmount: nextDue, paidAmount: nextPaid }
    : undefined
}

export const invoices: InvoiceRules = {
  invoiceNeeds: ['customerId', 'currency', 'dueAmount'],
  invoiceNeedsKnownCustomer: true,
  leastInvoiced: 0,
  leastOnUpdate: 0,
  newAmounts: (dueAmount) => ({ dueAmount, paidAmount: 0 }),
  invoiceKept: asItIs,
  keptOfRefusedInvoice: () => undefined,
  invoiceFor: asItIs,
  settle,
  afterRefusedUpdate: asItIs,
  invoiceMerged: (invoice, changes) => ({ ...invoice, ...changes }),
  invoiceStored: (_, updated) => updated,
  removeInvoice: (all, id) => void all.remove(id),
  invoiceDeleted: (id) => ({ id, object: 'invoice', deleted: true }),
  showInvoice: (invoice) => ({ ...invoice }),
  showRetrievedInvoice: asItIs,
}
