import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { isObject } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { numberAt, read, textAt } from '../vocabulary/read.ts'

const encryptedCard = 'enc_4f8a02c1d9e37b60'

/** The card under both of its documented names, so that a target that follows either reading has it. */
export const card: JsonObject = { cardInfo: encryptedCard, cardNumber: encryptedCard }

/** Makes a customer with a card that a check stands on. */
export function givenCustomer(trial: Trial, more: JsonObject = {}): Promise<Exchange> {
  return trial.given('createCustomer', { body: { name: trial.unique('Ada '), ...card, ...more } })
}

/** The id of a new customer with a card. */
export async function payer(trial: Trial): Promise<string> {
  return textAt(await givenCustomer(trial), '/customerId')
}

export async function givenInvoice(trial: Trial, more: JsonObject = {}): Promise<Exchange> {
  return trial.given('createInvoice', {
    body: { customerId: await payer(trial), currency: 'USD', dueAmount: 100, ...more },
  })
}

/** A valid session but for what is replaced. */
export async function wantedSession(trial: Trial, more: JsonObject = {}): Promise<JsonObject> {
  const pages = { urlSuccess: 'https://shop.example/paid', urlCancel: 'https://shop.example/basket' }
  return { paymentMode: 'oneTime', ...pages, customerId: await payer(trial), ...more }
}

export async function givenCharge(trial: Trial, more: JsonObject = {}): Promise<Exchange> {
  return trial.given('createCharge', {
    body: { amount: 1000, currency: 'USD', customerId: await payer(trial), ...more },
  })
}

export async function givenRefund(trial: Trial, more: JsonObject = {}): Promise<Exchange> {
  return trial.given('createRefund', { body: { chargeId: textAt(await givenCharge(trial), '/chargeId'), ...more } })
}

/** Makes a payout, of more than enough funds that are charged first: a target may take fees. */
export async function givenPayout(trial: Trial, more: JsonObject = {}): Promise<Exchange> {
  await givenCharge(trial)
  return trial.given('createPayout', { body: { amount: 100, currency: 'USD', ...more } })
}

/** The objects of a list, in either of its readings. */
export function itemsOf(list: Exchange): readonly Json[] {
  const body = read(list, '')
  const items = Array.isArray(body) ? body : read(list, '/data')
  if (!Array.isArray(items)) throw new Blocked(list, 'no list')
  return items as readonly Json[]
}

/** The newest objects of a list that have this value under this name. */
export async function listed(
  trial: Trial,
  operation: string,
  name: string,
  value: Json,
): Promise<readonly JsonObject[]> {
  const list = await trial.given(operation, { query: { count: 100 } })
  const items = itemsOf(list).filter(isObject)
  if (items.length > 0 && items.every((item) => item[name] === undefined))
    throw new Blocked(list, `no item has ${name}`, `/data/0/${name}`)
  return items.filter((item) => item[name] === value)
}

/** The newest transaction, as the list shows it. */
export async function newestTransaction(trial: Trial): Promise<{ readonly shown: Json; readonly id: string }> {
  const list = await trial.given('listTransactions')
  const [shown = null] = itemsOf(list)
  const id = isObject(shown) ? shown['transactionId'] : undefined
  if (typeof id !== 'string') throw new Blocked(list, 'it holds no transaction', '/data/0')
  return { shown, id }
}

/** What the balance has available of a currency. */
export async function available(trial: Trial, currency: string): Promise<number> {
  const balance = await trial.given('retrieveBalance')
  const funds = read(balance, '/available')
  if (!Array.isArray(funds)) throw new Blocked(balance, 'no available funds')
  const index = (funds as readonly Json[]).findIndex((one) => isObject(one) && one['currency'] === currency)
  return index === -1 ? 0 : numberAt(balance, `/available/${index}/amount`)
}
