import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { Refused } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { listAt, read, textAt } from '../vocabulary/read.ts'
import { inAnyWay } from '../vocabulary/ways.ts'
import { isDecline, isReplaced, paymentOf, sourceOf } from './sources.ts'
import type { CardName } from './test-cards.ts'

/** The body of a charge of a test card. */
export async function chargeOf(trial: Trial, name: CardName = 'visa', body: JsonObject = {}): Promise<JsonObject> {
  return { amount: 2000, currency: 'usd', ...(await paymentOf(trial, name)), ...body }
}

/** A charge of a test card. */
export async function charge(trial: Trial, body: JsonObject = {}): Promise<Exchange> {
  return trial.given('createCharge', { body: await chargeOf(trial, 'visa', body) })
}

/** A charge of a customer's default card. */
export function chargeCustomer(trial: Trial, owner: string, body: JsonObject = {}): Promise<Exchange> {
  return trial.given('createCharge', { body: { amount: 2000, currency: 'usd', customer: owner, ...body } })
}

/** A charge that the issuer declines. */
export async function declinedCharge(trial: Trial, body: JsonObject = {}): Promise<Exchange> {
  return trial.call('createCharge', { body: await chargeOf(trial, 'declined', body) })
}

/** The answer to a charge of a card that is declined: a target that declines no test card, or does not know this one, shows no decline. */
export async function declineOf(trial: Trial, name: CardName): Promise<Exchange> {
  const answer = await trial.call('createCharge', { body: await chargeOf(trial, name) })
  const isCharged = answer.response.status < 300
  if (isDecline(answer) || (isCharged && name !== 'declined' && isDecline(await declinedCharge(trial)))) return answer
  throw new Refused(answer)
}

/** The id of a new customer. */
export async function customer(trial: Trial, body: JsonObject = {}): Promise<string> {
  return textAt(
    await trial.given('createCustomer', { body: { description: 'Made by a conformance check', ...body } }),
    '/id',
  )
}

/** A customer and one of the customer's cards. */
export interface CardHolder {
  readonly customer: string
  readonly card: string
}

/** A customer with a card that was given at once, or attached afterwards. */
export async function customerWithCard(trial: Trial, name: CardName = 'visa'): Promise<CardHolder> {
  return inAnyWay(trial, `customer with a card: ${name}`, [
    async () => {
      const made = await trial.given('createCustomer', { body: { source: await sourceOf(trial, name) } })
      return { customer: textAt(made, '/id'), card: textAt(made, '/default_source') }
    },
    async () => {
      const owner = await customer(trial)
      return { customer: owner, card: textAt(await attach(trial, owner, name), '/id') }
    },
  ])
}

/** Attaches a card to a customer. */
export async function attach(trial: Trial, owner: string, name: CardName = 'visa'): Promise<Exchange> {
  return trial.given('createCard', { path: { customer: owner }, body: { source: await sourceOf(trial, name) } })
}

/** Charges of a customer, which no stranger adds to. */
async function chargesOf(trial: Trial, owner: string): Promise<Exchange> {
  return trial.given('listCharges', { query: { customer: owner, limit: 100 } })
}

/** How many charges a customer has. */
export async function countCharges(trial: Trial, owner: string): Promise<number> {
  return listAt(await chargesOf(trial, owner), '/data').length
}

/** Makes funds available at once, and answers with the charge that did; where none can be made so, nothing rests on them. */
export async function fund(trial: Trial, amount = 2_000_000, body: JsonObject = {}): Promise<Exchange> {
  const made = await trial.given('createCharge', { body: await chargeOf(trial, 'available', { amount, ...body }) })
  if (await isReplaced(trial, 'available')) {
    const balance = await trial.call('retrieveBalance')
    const shown = read(balance, '/available/0/amount')
    if (balance.response.status < 300 && !(typeof shown === 'number' && shown > 0)) throw new Refused(balance)
  }
  return made
}

/** An invoice item that waits for the next invoice. */
export function pendingItem(trial: Trial, owner: string, body: JsonObject = {}): Promise<Exchange> {
  return trial.given('createInvoiceItem', {
    body: { customer: owner, amount: 1200, currency: 'usd', ...body },
  })
}

/** A new invoice with one item, of a customer who has a card. */
export async function invoice(
  trial: Trial,
  name: CardName = 'visa',
): Promise<{ readonly customer: string; readonly item: string; readonly made: Exchange }> {
  const { customer: owner } = await customerWithCard(trial, name)
  const item = textAt(await pendingItem(trial, owner, { metadata: { seat: '14C' } }), '/id')
  return { customer: owner, item, made: await trial.given('createInvoice', { body: { customer: owner } }) }
}
