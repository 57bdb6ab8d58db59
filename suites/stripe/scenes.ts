import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { listAt, textAt } from '../vocabulary/read.ts'

/** An expiry that stays in the future for as long as test cards of this list do. */
export const validCard: JsonObject = { number: '4242424242424242', exp_month: 11, exp_year: 2034, cvc: '123' }

/** A charge of a test card. */
export function charge(trial: Trial, body: JsonObject = {}): Promise<Exchange> {
  return trial.given('createCharge', { body: { amount: 2000, currency: 'usd', source: 'tok_visa', ...body } })
}

/** A charge of a customer's default card. */
export function chargeCustomer(trial: Trial, owner: string, body: JsonObject = {}): Promise<Exchange> {
  return trial.given('createCharge', { body: { amount: 2000, currency: 'usd', customer: owner, ...body } })
}

/** The id of a new, unused token. */
export async function token(trial: Trial, card: JsonObject = {}): Promise<string> {
  return textAt(await trial.given('createToken', { body: { card: { ...validCard, ...card } } }), '/id')
}

/** The id of a new customer. */
export async function customer(trial: Trial, body: JsonObject = {}): Promise<string> {
  return textAt(
    await trial.given('createCustomer', { body: { description: 'Made by a conformance check', ...body } }),
    '/id',
  )
}

/** A customer and the card that was given with it. */
export async function customerWithCard(
  trial: Trial,
  source = 'tok_visa',
): Promise<{ readonly customer: string; readonly card: string }> {
  const made = await trial.given('createCustomer', { body: { source } })
  return { customer: textAt(made, '/id'), card: textAt(made, '/default_source') }
}

/** Attaches a card to a customer. */
export function attach(trial: Trial, owner: string, source = 'tok_visa'): Promise<Exchange> {
  return trial.given('createCard', { path: { customer: owner }, body: { source } })
}

/** Charges of a customer, which no stranger adds to. */
async function chargesOf(trial: Trial, owner: string): Promise<Exchange> {
  return trial.given('listCharges', { query: { customer: owner, limit: 100 } })
}

/** How many charges a customer has. */
export async function countCharges(trial: Trial, owner: string): Promise<number> {
  return listAt(await chargesOf(trial, owner), '/data').length
}

/** Makes funds available at once, and answers with the charge that did. */
export function fund(trial: Trial, amount = 2_000_000): Promise<Exchange> {
  return charge(trial, { amount, source: 'tok_bypassPending' })
}

/** An invoice item that waits for the next invoice. */
export function pendingItem(trial: Trial, owner: string, body: JsonObject = {}): Promise<Exchange> {
  return trial.given('createInvoiceItem', { body: { customer: owner, amount: 1200, currency: 'usd', ...body } })
}

/** A new invoice with one item, of a customer who has a card. */
export async function invoice(
  trial: Trial,
  source = 'tok_visa',
): Promise<{ readonly customer: string; readonly item: string; readonly made: Exchange }> {
  const { customer: owner } = await customerWithCard(trial, source)
  const item = textAt(await pendingItem(trial, owner), '/id')
  return { customer: owner, item, made: await trial.given('createInvoice', { body: { customer: owner } }) }
}
