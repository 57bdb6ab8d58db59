import type { Context } from './context.ts'
import type { ShownObject } from './endpoint.ts'
import { embedded } from './lists.ts'
import type { Invoice, InvoiceItem } from './records.ts'

export function showInvoiceItem({ account }: Context, item: InvoiceItem): ShownObject {
  return {
    id: item.id,
    object: 'invoiceitem',
    amount: item.amount,
    currency: item.currency,
    customer: item.customer,
    date: item.date,
    description: item.description,
    discountable: item.discountable,
    invoice: item.invoice,
    livemode: account.livemode,
    metadata: item.metadata,
    period: { start: item.date, end: item.date },
    plan: null,
    proration: false,
    quantity: null,
    subscription: null,
  }
}

/** An invoice item as a line of its invoice. */
export function showLine({ account }: Context, item: InvoiceItem): ShownObject {
  return {
    id: item.id,
    object: 'line_item',
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discountable: item.discountable,
    livemode: account.livemode,
    metadata: item.metadata,
    period: { start: item.date, end: item.date },
    plan: null,
    proration: false,
    quantity: null,
    subscription: null,
    type: 'invoiceitem',
  }
}

/** Items on an invoice, newest first. */
export function linesOf({ account }: Context, invoice: string): readonly InvoiceItem[] {
  return account.invoiceItems.of(invoice)
}

/** The sums of an invoice, from its lines. */
export function sumsOf(
  context: Context,
  invoice: Invoice,
): {
  readonly subtotal: number
  readonly tax: number | null
  readonly total: number
  readonly due: number
} {
  const { rules } = context
  const subtotal = rules.subtotalOf(linesOf(context, invoice.id).map(({ amount }) => amount))
  const tax = rules.taxOf(subtotal, invoice.tax_percent)
  const total = rules.totalOf(subtotal, tax)
  return { subtotal, tax, total, due: rules.dueOf(total, invoice.starting_balance, rules.leastCharge) }
}

/** An invoice as the service shows it. */
export function showInvoice(context: Context, invoice: Invoice): ShownObject {
  const { subtotal, tax, total, due } = sumsOf(context, invoice)
  const lines = linesOf(context, invoice.id)
  return {
    id: invoice.id,
    object: 'invoice',
    amount_due: due,
    application_fee: null,
    attempt_count: invoice.attempt_count,
    attempted: invoice.attempt_count > 0,
    billing: invoice.billing,
    charge: invoice.charge,
    closed: invoice.closed,
    currency: invoice.currency,
    customer: invoice.customer,
    date: invoice.date,
    description: invoice.description,
    discount: null,
    due_date: invoice.due_date,
    ending_balance: invoice.ending_balance,
    forgiven: invoice.forgiven,
    lines: embedded(context, `/v1/invoices/${invoice.id}/lines`, lines, (item) => showLine(context, item)),
    livemode: context.account.livemode,
    metadata: invoice.metadata,
    next_payment_attempt: null,
    number: invoice.number,
    paid: invoice.paid,
    period_end: invoice.date,
    period_start: invoice.date,
    receipt_number: null,
    starting_balance: invoice.starting_balance,
    statement_descriptor: invoice.statement_descriptor,
    subscription: null,
    subtotal,
    tax,
    tax_percent: invoice.tax_percent,
    total,
    webhooks_delivered_at: null,
  }
}
