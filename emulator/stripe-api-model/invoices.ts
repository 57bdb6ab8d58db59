import type { Call, Handler } from './call.ts'
import { amount, currency, needed, optional, readFields, text } from './fields.ts'
import { list, retrieve } from './lists.ts'
import type { Invoice } from './records.ts'
import { isRefusal, refuse } from './refusal.ts'

interface Wanted {
  readonly customerId: string
  readonly currency: string
  readonly dueAmount: number
  readonly applicationCharges: number | undefined
  readonly tax: number | undefined
  readonly description: string | undefined
}

interface Changes {
  readonly currency: string | undefined
  readonly dueAmount: number | undefined
  readonly paidAmount: number | undefined
  readonly applicationCharges: number | undefined
  readonly tax: number | undefined
}

export const createInvoice: Handler = (call) => {
  const { rules, account, ids } = call
  const least = rules.leastInvoiced
  const needs = (name: string): boolean => rules.invoiceNeeds.includes(name)
  const wanted = readFields<Wanted>(call, {
    customerId: needed(needs('customerId'), 'nobody', text),
    currency: needed(needs('currency'), 'USD', currency(call, 'invoice')),
    dueAmount: needed(needs('dueAmount'), 0, amount(call, 'invoice', least)),
    applicationCharges: optional(amount(call, 'invoice', least)),
    tax: optional(amount(call, 'invoice', least)),
    description: optional(text),
  })
  if (isRefusal(wanted)) {
    const kept = rules.keptOfRefusedInvoice(call.form.get('customerId') ?? '', () =>
      rules.newId('invoice', ids, account),
    )
    if (kept !== undefined) account.invoices.put(kept.invoiceId, kept)
    return wanted
  }
  if (rules.invoiceNeedsKnownCustomer && rules.find(account.customers, wanted.customerId) === undefined)
    return rules.unknownReference('customerId')
  const fresh: Invoice = rules.invoiceKept({
    invoiceId: rules.newId('invoice', ids, account),
    customerId: wanted.customerId,
    currency: wanted.currency,
    ...rules.newAmounts(wanted.dueAmount),
    applicationCharges: wanted.applicationCharges ?? 0,
    tax: wanted.tax ?? 0,
    description: wanted.description ?? null,
  })
  const invoice = rules.invoiceFor(fresh, account)
  account.invoices.put(invoice.invoiceId, invoice)
  return { status: rules.createdStatus, body: rules.showInvoice(invoice) }
}

export const retrieveInvoice: Handler = (call) =>
  retrieve(call, call.account.invoices, call.params['invoiceId'], (invoice) =>
    call.rules.showRetrievedInvoice(call.rules.showInvoice(invoice)),
  )

export const listInvoices: Handler = (call) =>
  list(call, call.account.invoices, call.rules.showInvoice, call.rules.invoicePageOf)

export const updateInvoice: Handler = (call) => {
  const { rules, account, params, form } = call
  const invoice = rules.find(account.invoices, params['invoiceId'] ?? '')
  if (invoice === undefined) return refuse('notFound', 'There is no such invoice.')
  const least = rules.leastOnUpdate
  const changes = readFields<Changes>(call, {
    currency: optional(currency(call, 'invoice')),
    dueAmount: optional(amount(call, 'invoice', least)),
    paidAmount: optional(amount(call, 'invoice', least)),
    applicationCharges: optional(amount(call, 'invoice', least)),
    tax: optional(amount(call, 'invoice', least)),
  })
  if (isRefusal(changes)) return changes
  const amounts = rules.settle(invoice, changes.dueAmount, changes.paidAmount)
  if (amounts === undefined) {
    account.invoices.put(invoice.invoiceId, rules.afterRefusedUpdate(invoice, changes))
    return refuse('badRequest', 'The sum of dueAmount and paidAmount has to stay what it is.', 'paidAmount')
  }
  const updated: Invoice = rules.invoiceMerged(invoice, {
    ...given(changes),
    ...amounts,
    ...(form.has('description') ? { description: rules.customerValue(form.get('description') ?? '') } : {}),
  })
  account.invoices.put(invoice.invoiceId, rules.invoiceStored(invoice, updated))
  return { status: 200, body: rules.showInvoice(updated) }
}

/** The changes without those that the form does not send. */
function given(changes: Changes): Partial<Invoice> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}

export const deleteInvoice: Handler = ({ rules, account, params }: Call) => {
  const id = params['invoiceId'] ?? ''
  if (rules.find(account.invoices, id) === undefined) return rules.deletedAgain(id)
  rules.removeInvoice(account.invoices, id)
  return { status: 200, body: rules.invoiceDeleted(id) }
}
