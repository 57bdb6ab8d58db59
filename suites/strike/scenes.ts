import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { valueAt } from '../../model/json.ts'
import { listAt, textAt } from '../vocabulary/read.ts'

/** A request for an invoice that every account can make; `more` replaces parts of it. */
export function wanted(more: JsonObject = {}): { readonly body: JsonObject } {
  return { body: { amount: { amount: '12.50', currency: 'USD' }, ...more } }
}

/** Makes an invoice that a check stands on. */
export function givenInvoice(trial: Trial, more: JsonObject = {}): Promise<Exchange> {
  return trial.given('createInvoice', wanted(more))
}

/** Makes so many invoices, one after the other. */
export async function givenInvoices(trial: Trial, count: number): Promise<readonly Exchange[]> {
  const invoices: Exchange[] = []
  while (invoices.length < count) invoices.push(await givenInvoice(trial))
  return invoices
}

/** The call that concerns the invoice of an answer. */
export function of(invoice: Exchange): Call {
  return { path: { invoiceId: textAt(invoice, '/invoiceId') } }
}

/**
 * Makes so many invoices, one after the other, and fetches them: the answer of a create can show more digits of a time than the
 * service keeps and filters by.
 */
export async function givenKeptInvoices(trial: Trial, count: number): Promise<readonly Exchange[]> {
  return forEach(await givenInvoices(trial, count), (invoice) => trial.given('retrieveInvoice', of(invoice)))
}

/** Ids of an account, as an invoice of its own tells it. */
export async function ownId(trial: Trial): Promise<string> {
  return textAt(await givenInvoice(trial), '/issuerId')
}

/** An account as others know it. */
export interface Holder {
  readonly id: string
  readonly handle: string
}

/** Id and handle of an account. */
export async function givenHolder(trial: Trial): Promise<Holder> {
  const id = await ownId(trial)
  return { id, handle: textAt(await trial.given('retrieveProfile', { path: { id } }), '/handle') }
}

/** Pays an invoice from another account, with a fresh quote; stops at a refusal and answers with it. */
export async function payFrom(
  payer: Trial,
  seller: Trial,
  invoice: Call,
  sourceCurrency: string = 'USD',
): Promise<Exchange> {
  const quote = await seller.call('createQuote', invoice)
  return quote.response.status >= 300 ? quote : payQuote(payer, quote, sourceCurrency)
}

/** Pays what a quote asks for: the quote of the payment, and its execution; stops at a refusal and answers with it. */
export async function payQuote(payer: Trial, quote: Exchange, sourceCurrency: string = 'USD'): Promise<Exchange> {
  const body = { lnInvoice: textAt(quote, '/lnInvoice'), sourceCurrency }
  const payment = await payer.call('createPaymentQuote', { body })
  if (payment.response.status >= 300) return payment
  return payer.call('executePaymentQuote', { path: { paymentQuoteId: textAt(payment, '/paymentQuoteId') } })
}

/** A request for a subscription; `more` replaces parts of it. */
export function subscribing(more: JsonObject = {}): { readonly body: JsonObject } {
  const standard = {
    webhookVersion: 'v1',
    secret: 'a secret for checks',
    enabled: true,
    eventTypes: ['invoice.created', 'invoice.updated'],
  }
  return { body: { webhookUrl: 'https://shop.example/hooks', ...standard, ...more } }
}

/** The call that concerns the subscription of an answer. */
export function ofSubscription(subscription: Exchange): Call {
  return { path: { subscriptionId: textAt(subscription, '/id') } }
}

/** Removes a subscription that a check is done with, if there is one: an account holds 50 of them at most. */
export async function discard(trial: Trial, subscription: Exchange): Promise<void> {
  if (subscription.response.status === 201) await trial.call('deleteSubscription', ofSubscription(subscription))
}

/** A subscription that refused requests leave as it is, so that one does for all of them on an account. */
export async function lastingSubscription(trial: Trial): Promise<Call> {
  const mine = { webhookUrl: 'https://shop.example/lasting', enabled: false }
  const found = listAt(await trial.given('listSubscriptions'), '').find((item) =>
    Object.entries(mine).every(([name, value]) => valueAt(item, `/${name}`) === value),
  )
  const id = valueAt(found, '/id')
  return typeof id === 'string'
    ? { path: { subscriptionId: id } }
    : ofSubscription(await trial.given('createSubscription', subscribing(mine)))
}

/** Ids are opaque, but one that nothing has looks like those of today. */
export const unknownId = (): string => '7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11'

/** Lists nothing but these invoices as they were fetched, given in the order in which they were made; for checks that run alone. */
export function onlyThese(invoices: readonly Exchange[]): JsonObject {
  const [first, last] = [invoices[0], invoices.at(-1)]
  if (first === undefined || last === undefined) return { $filter: 'created lt 1999-01-01T00:00:00Z' }
  return { $filter: `created ge ${textAt(first, '/created')} and created le ${textAt(last, '/created')}` }
}

/** Does the same with each of these, one after the other. */
export async function forEach<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await act(item))
  return results
}
