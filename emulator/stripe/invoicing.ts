import { attempt, refuseDeclined } from './charging.ts'
import type { Context } from './context.ts'
import { newId } from './context.ts'
import { sumsOf } from './invoice-view.ts'
import { cardOfCustomer } from './paying.ts'
import type { Card, Customer, Invoice } from './records.ts'
import { refuse } from './refusal.ts'

export type InvoiceOrder = Pick<
  Invoice,
  'billing' | 'description' | 'due_date' | 'metadata' | 'statement_descriptor' | 'tax_percent'
>

/** A new invoice with the customer's pending items on it. */
export function makeInvoice(context: Context, customer: Customer, order: InvoiceOrder): Invoice {
  const { account, clock, ids, rules } = context
  const pending = account.invoiceItems
    .oldestFirst()
    .filter((item) => item.customer === customer.id && rules.takesUp(item))
  const currency = pending[0]?.currency ?? customer.currency ?? 'usd'
  const id = newId(context, 'in')
  for (const item of pending) {
    if (item.currency === currency) account.invoiceItems.put(item.id, { ...item, invoice: id })
  }
  return account.invoices.put(id, {
    ...order,
    id,
    attempt_count: 0,
    charge: null,
    closed: false,
    currency,
    customer: customer.id,
    date: clock.seconds(),
    ending_balance: null,
    forgiven: false,
    number: `${ids.hex(7).toUpperCase()}-${String(account.invoices.size + 1).padStart(4, '0')}`,
    paid: false,
    starting_balance: customer.account_balance,
  })
}

/** Marks an invoice paid, and moves what is left over to the customer's balance. */
export function settle(context: Context, invoice: Invoice, charge: string | null): Invoice {
  const { account, rules } = context
  const { total, due } = sumsOf(context, invoice)
  const ending = rules.endingBalanceOf(total, invoice.starting_balance, due)
  const customer = account.customers.get(invoice.customer)
  if (customer !== undefined) {
    account.customers.put(customer.id, { ...customer, account_balance: ending, currency: invoice.currency })
  }
  return account.invoices.put(invoice.id, {
    ...invoice,
    charge: charge ?? invoice.charge,
    closed: rules.isClosedBy(true, invoice.closed),
    ending_balance: ending,
    paid: true,
  })
}

function chargeFor(context: Context, invoice: Invoice, card: Card, amount: number): string {
  const { account } = context
  const { charge, decline } = attempt(context, {
    amount,
    card,
    capture: true,
    currency: invoice.currency,
    customer: invoice.customer,
    description: invoice.description,
    invoice: invoice.id,
    metadata: {},
    receipt_email: null,
    shipping: null,
    statement_descriptor: invoice.statement_descriptor,
    transfer_group: null,
  })
  if (decline === undefined) return charge.id
  account.invoices.put(invoice.id, { ...invoice, charge: charge.id })
  return refuseDeclined(context, decline, charge)
}

/** Collects what an invoice asks for from a card of its customer. */
export function payInvoice(context: Context, invoice: Invoice, source: string | undefined): Invoice {
  const { account, rules } = context
  if (!rules.mayPay(invoice)) {
    refuse(rules.notPermitted(`Invoice ${invoice.id} cannot be paid: it is ${invoice.paid ? 'paid' : 'closed'}.`))
  }
  const { due } = sumsOf(context, invoice)
  const customer = account.customers.get(invoice.customer)
  if (customer === undefined || rules.isGone(customer)) {
    return refuse(rules.notPermitted(`The customer of invoice ${invoice.id} is gone.`))
  }
  const card = due === 0 ? undefined : cardOfCustomer(context, customer, source)
  const attempted = account.invoices.put(invoice.id, {
    ...invoice,
    attempt_count: rules.countsAttempt(invoice.attempt_count),
  })
  return settle(context, attempted, card === undefined ? null : chargeFor(context, attempted, card, due))
}
