import { setImmediate } from 'node:timers/promises'
import type { Account } from './account.ts'
import type { Refusal } from './codes.ts'
import { refuse } from './codes.ts'
import { announce } from './events.ts'
import { invalid, readBody } from './faults.ts'
import { changeInvoice } from './invoice-changes.ts'
import { invoiceFaults } from './invoice-faults.ts'
import { refusesInvoice } from './invoice-refusals.ts'
import { listOf } from './odata/list.ts'
import { readListQuery } from './odata/query.ts'
import type { Invoice, Money } from './records.ts'
import { writeTimestamp } from './timestamp.ts'
import { accountByHandle, isRefusal } from './world.ts'
import type { Context, Handler, Served } from './world.ts'

export const createInvoice: Handler = (context) => create(context, context.account)

export const createInvoiceForReceiver: Handler = (context) => {
  const receiver = accountByHandle(context.world, context.params['handle'] ?? '')
  return receiver === undefined ? refuse('NOT_FOUND') : create(context, receiver)
}

export const retrieveInvoice: Handler = (context) => {
  const { world, rules } = context
  const invoice = visibleInvoice(context)
  if (isRefusal(invoice)) return invoice
  const quotes = world.quotes.oldestFirst().filter(({ invoiceId }) => invoiceId === invoice.invoiceId)
  const isExpired = quotes.length > 0 && quotes.every(({ expiration }) => expiration <= world.now())
  return {
    status: 200,
    body: shownInvoice(isExpired ? { ...invoice, state: rules.afterExpiry(invoice.state) } : invoice),
  }
}

export const listInvoices: Handler = ({ world, rules, account, query }) => {
  const asked = readListQuery(query, rules.invoiceFilters, rules)
  if (asked === undefined) return refuse('INVALID_DATA_QUERY')
  const visible = world.invoices.oldestFirst().filter((invoice) => rules.canSee(account, invoice))
  const { items, count } = listOf(visible, asked, filterable, rules)
  return { status: 200, body: { items: items.map(shownInvoice), count } }
}

export const cancelInvoice: Handler = (context) => {
  const { world, rules, account } = context
  const invoice = invoiceOf(context)
  if (invoice === undefined || !(rules.canSee(account, invoice) || rules.canCancel(account, invoice)))
    return refuse('NOT_FOUND')
  if (!rules.canCancel(account, invoice)) return refuse('FORBIDDEN')
  const refused = rules.refusesCancelling(invoice.state)
  if (refused !== undefined) return refuse(refused)
  const cancelled = changeInvoice(world, invoice, rules.cancelled(invoice))
  return { status: 200, body: shownInvoice(rules.shownCancelled(invoice, cancelled)) }
}

/** The invoice that a path names, where the caller has to do with it. */
export function visibleInvoice(context: Context): Invoice | Refusal {
  const invoice = invoiceOf(context)
  return invoice !== undefined && context.rules.canSee(context.account, invoice) ? invoice : refuse('NOT_FOUND')
}

function invoiceOf({ world, params }: Context): Invoice | undefined {
  return world.invoices.get((params['invoiceId'] ?? '').toLowerCase())
}

async function create(context: Context, receiver: Account): Promise<Served | Refusal> {
  const { rules, account } = context
  const body = readBody(context.body)
  if (isRefusal(body)) return body
  const faults = invoiceFaults(body.object, rules)
  if (faults.length > 0) return invalid(faults)
  const { amount, correlationId, description } = body.object
  const asked = {
    amount: moneyOf(amount),
    ...(typeof correlationId === 'string' ? { correlationId } : {}),
    ...(typeof description === 'string' ? { description } : {}),
  }
  const refused = refusesInvoice(context, receiver, asked)
  if (refused !== undefined) {
    if (rules.keepsRefused) keep(context, receiver, asked)
    return refused
  }
  if (rules.reservesCorrelationIds && asked.correlationId !== undefined) account.reserved.add(asked.correlationId)
  await setImmediate()
  const invoice = keep(context, receiver, asked)
  if (asked.correlationId !== undefined) account.reserved.delete(asked.correlationId)
  return { status: 201, body: shownInvoice(invoice) }
}

/** What a caller asks of an invoice. */
export interface Asked {
  readonly amount: Money
  readonly correlationId?: string
  readonly description?: string
}

function keep({ world, rules, account }: Context, receiver: Account, asked: Asked): Invoice {
  const { amount, correlationId, description } = asked
  const invoice: Invoice = {
    invoiceId: world.ids.uuid(),
    amount: rules.keptAmount(amount),
    state: rules.firstState,
    created: world.stamp(),
    ...(correlationId === undefined ? {} : { correlationId: rules.keptCorrelationId(correlationId) }),
    ...(description === undefined ? {} : { description: rules.keptDescription(description) }),
    issuerId: rules.issuerOf(account, receiver),
    receiverId: rules.receiverOf(account, receiver),
  }
  world.invoices.put(invoice.invoiceId, invoice)
  if (rules.raisesCreated) announce(world, invoice, 'invoice.created')
  return invoice
}

function moneyOf(money: unknown): Money {
  const { amount, currency } = money as Money
  return { amount, currency }
}

function filterable(invoice: Invoice): Readonly<Record<string, string | number | null>> {
  return {
    invoiceId: invoice.invoiceId,
    created: invoice.created,
    currency: invoice.amount.currency,
    state: invoice.state,
    issuerId: invoice.issuerId,
    receiverId: invoice.receiverId,
    payerId: null,
    correlationId: invoice.correlationId ?? null,
  }
}

/** An invoice as the API shows it. */
export function shownInvoice(invoice: Invoice): unknown {
  return { ...invoice, created: writeTimestamp(invoice.created) }
}
