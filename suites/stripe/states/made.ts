import type { JsonObject } from '../../../model/json.ts'
import type { Call, Trial } from '../../../model/trial.ts'
import { textAt } from '../../vocabulary/read.ts'
import { customerWithCard, fund, pendingItem } from '../scenes.ts'
import type { CardName } from '../test-cards.ts'

/** Seconds of a day. */
export const day = 86_400
/** What any object is tagged with. */
export const metadata = { order: '6735', seat: '14C' }
/** Where the goods of a charge go, and how. */
export const shipping = {
  name: 'A. Example',
  phone: '555 0100',
  carrier: 'By foot',
  tracking_number: 'T 1',
  address: { line1: '1 Example Street', line2: 'Floor 2', city: 'Springfield', postal_code: '12345', country: 'US' },
}

/** What a charge is given besides its amount and its card. */
export const described: JsonObject = {
  description: 'Two tickets',
  metadata,
  receipt_email: 'first@example.com',
  shipping,
  statement_descriptor: 'First',
  transfer_group: 'June',
}

/** A call that reads what was made. */
export const at = (parameter: string, made: Parameters<typeof textAt>[0], place = '/id'): Call => ({
  path: { [parameter]: textAt(made, place) },
})

/** The answer to a request that is sent twice under one key. */
export async function twice(trial: Trial, operation: string, call: Call): ReturnType<Trial['given']> {
  const keyed = { ...call, idempotencyKey: trial.unique('key') }
  const first = await trial.given(operation, keyed)
  await trial.call(operation, keyed)
  return first
}

/** A charge of a new customer, with all that a charge can be given. */
export async function chargeOfCustomer(trial: Trial, body: JsonObject = {}, card: CardName = 'visa') {
  const { customer: owner } = await customerWithCard(trial, card)
  const made = await twice(trial, 'createCharge', {
    body: { amount: 2000, currency: 'usd', customer: owner, ...described, ...body },
  })
  return { owner, made }
}

/** A charge that waits for its capture. */
export const held = async (trial: Trial, body: JsonObject = {}) =>
  (await chargeOfCustomer(trial, { capture: false, ...body })).made

/** A refund of a charge: the rest of it, unless the body says otherwise. */
export const refunded = async (trial: Trial, made: Parameters<typeof textAt>[0], body: JsonObject = {}) =>
  twice(trial, 'createRefund', { body: { charge: textAt(made, '/id'), ...body } })

/** A new invoice with one item, of a customer who has a card. */
export async function invoiceOf(trial: Trial, body: JsonObject = {}, card: CardName = 'visa', item: JsonObject = {}) {
  const { customer: owner } = await customerWithCard(trial, card)
  const added = await pendingItem(trial, owner, { metadata, description: 'A seat', ...item })
  const made = await trial.given('createInvoice', {
    body: { customer: owner, description: 'For June', metadata, statement_descriptor: 'June', ...body },
  })
  return { owner, item: textAt(added, '/id'), invoice: textAt(made, '/id') }
}

/** An invoice that was paid. */
export const paid = async (trial: Trial, ...how: [body?: JsonObject, card?: CardName, item?: JsonObject]) => {
  const made = await invoiceOf(trial, ...how)
  return { ...made, answer: await twice(trial, 'payInvoice', { path: { invoice: made.invoice } }) }
}

/** A payout that funds cover. */
export async function payoutOf(trial: Trial, body: JsonObject = {}) {
  await fund(trial, 2_000_000, { currency: body['currency'] ?? 'usd' })
  return trial.given('createPayout', {
    body: { amount: 1000, currency: 'usd', description: 'For June', metadata, statement_descriptor: 'June', ...body },
  })
}

/** A call that reads the movement of what was made. */
export const transactionOf = (made: Parameters<typeof textAt>[0]): Call =>
  at('transaction', made, '/balance_transaction')

/** Something happens to an object that no request brings about, a minute later. */
export async function happens(trial: Trial, lever: string, details: JsonObject): Promise<void> {
  if (trial.can('clock')) await trial.advance(60)
  await trial.lever(lever, details)
}
