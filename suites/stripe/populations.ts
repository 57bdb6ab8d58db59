import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import type { Filling, Population } from '../laws/lists/filling.ts'
import { textAt } from '../vocabulary/read.ts'
import type { CardName } from './test-cards.ts'
import { attach, charge, customer, customerWithCard, fund, pendingItem } from './scenes.ts'

type Make = () => Promise<Exchange>

/** Makes one after the other; two at a time are of the same moment. */
async function inTurn(makes: readonly Make[], pause: () => Promise<void>): Promise<readonly string[]> {
  const ids: string[] = []
  for (const [index, make] of makes.entries()) {
    ids.push(textAt(await make(), '/id'))
    if (index % 2 === 1) await pause()
  }
  return ids
}

/** So many of the same. */
async function many(count: number, make: Make): Promise<Population> {
  const ids: string[] = []
  while (ids.length < count) ids.push(textAt(await make(), '/id'))
  return { ids }
}

/** Changes the metadata of one, which is no reason to move it. */
const touching = (trial: Trial, operation: string, parameter: string, path: Readonly<Record<string, string>> = {}) => ({
  touch: (id: string) =>
    trial.given(operation, { path: { ...path, [parameter]: id }, body: { metadata: { touched: 'yes' } } }),
})

const charges: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    const [one, other] = [await customerWithCard(trial), await customerWithCard(trial)]
    const of =
      (owner: string, body: JsonObject = {}): Make =>
      () =>
        trial.given('createCharge', { body: { amount: 2000, currency: 'usd', customer: owner, ...body } })
    // groups of which one begins as the other does, so that a search for a beginning shows
    const group = trial.unique('June ')
    const [grouped, longer] = [{ transfer_group: group }, { transfer_group: `${group} and July` }]
    const makes = [
      of(one.customer, grouped),
      () => charge(trial),
      of(other.customer, grouped),
      of(one.customer, { ...longer, capture: false }),
      of(other.customer, { currency: 'eur' }),
      of(one.customer),
    ]
    const ids = await inTurn(makes, pause)
    return { ids, add: of(one.customer), ...touching(trial, 'updateCharge', 'charge') }
  },
  fill: (trial, count) => many(count, () => charge(trial)),
}

const refunds: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    const [one, other] = [textAt(await charge(trial), '/id'), textAt(await charge(trial), '/id')]
    const of =
      (refunded: string, amount: number): Make =>
      () =>
        trial.given('createRefund', { body: { charge: refunded, amount } })
    const makes = [of(one, 100), of(other, 200), of(one, 300), of(other, 400), of(one, 500), of(one, 1)]
    return { ids: await inTurn(makes, pause), add: of(one, 7), ...touching(trial, 'updateRefund', 'refund') }
  },
  async fill(trial, count) {
    const refunded = textAt(await charge(trial), '/id')
    return many(count, () => trial.given('createRefund', { body: { charge: refunded, amount: 1 } }))
  },
}

const customers: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    const one = `${trial.unique('ada.')}@example.com`
    // addresses that hold the whole of another, so that a search for a part of one shows, and one that differs in case
    const [other, another, loud] = [`${one}.org`, `x${one}`, one.replace('ada', 'ADA')]
    const of =
      (email?: string): Make =>
      () =>
        trial.given('createCustomer', { body: email === undefined ? { description: 'Nobody' } : { email } })
    const ids = await inTurn([of(one), of(other), of(), of(loud), of(another), of(one)], pause)
    return { ids, add: of(one), ...touching(trial, 'updateCustomer', 'customer') }
  },
  fill: (trial, count) => many(count, () => trial.given('createCustomer', { body: { description: 'One of many' } })),
}

const cards: Filling = {
  async populate(trial, pause) {
    const [owner, other] = [await customer(trial), await customerWithCard(trial)]
    const of =
      (name: CardName): Make =>
      () =>
        attach(trial, owner, name)
    const sources = ['visa', 'mastercard', 'amex', 'visa', 'discover', 'mastercard'] as const
    const ids = await inTurn(sources.map(of), pause)
    await attach(trial, other.customer)
    const path = { customer: owner }
    return { ids, path, add: of('visa'), ...touching(trial, 'updateCard', 'source', path) }
  },
  async fill(trial, count) {
    const owner = await customer(trial)
    return { ...(await many(count, () => attach(trial, owner))), path: { customer: owner } }
  },
}

const transactions: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    const first = await charge(trial)
    await pause()
    const bypassing = await fund(trial)
    const second = await charge(trial, { currency: 'eur' })
    await pause()
    const refund = await trial.given('createRefund', { body: { charge: textAt(first, '/id'), amount: 500 } })
    const again = await trial.given('createRefund', { body: { charge: textAt(first, '/id'), amount: 400 } })
    await pause()
    const payout = await trial.given('createPayout', { body: { amount: 1000, currency: 'usd' } })
    const movements = [first, bypassing, second, refund, again, payout]
    return {
      ids: movements.map((movement) => textAt(movement, '/balance_transaction')),
      add: () => charge(trial),
    }
  },
  async fill(trial, count) {
    const ids: string[] = []
    while (ids.length < count) ids.push(textAt(await charge(trial), '/balance_transaction'))
    return { ids }
  },
}

const payouts: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    await fund(trial)
    const of =
      (amount: number): Make =>
      () =>
        trial.given('createPayout', { body: { amount, currency: 'usd' } })
    const ids = await inTurn([100, 200, 300, 400, 500, 600].map(of), pause)
    for (const payout of [ids[0], ids[3]]) await trial.given('cancelPayout', { path: { payout: payout ?? '' } })
    return { ids, add: of(700), ...touching(trial, 'updatePayout', 'payout') }
  },
  async fill(trial, count) {
    await fund(trial)
    return many(count, () => trial.given('createPayout', { body: { amount: 1, currency: 'usd' } }))
  },
}

const invoices: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    const [one, other] = [await customer(trial), await customer(trial)]
    const of =
      (owner: string, body: JsonObject = {}): Make =>
      async () => {
        await pendingItem(trial, owner)
        return trial.given('createInvoice', { body: { customer: owner, ...body } })
      }
    const sent = { billing: 'send_invoice', days_until_due: 30 }
    const ids = await inTurn([of(one), of(other, sent), of(one), of(other), of(one, sent), of(one)], pause)
    return { ids, add: of(one), ...touching(trial, 'updateInvoice', 'invoice') }
  },
  async fill(trial, count) {
    const owner = await customer(trial)
    return many(count, async () => {
      await pendingItem(trial, owner)
      return trial.given('createInvoice', { body: { customer: owner } })
    })
  },
}

const invoiceItems: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    const [one, other] = [await customer(trial), await customer(trial)]
    const of =
      (owner: string): Make =>
      () =>
        pendingItem(trial, owner)
    const ids = await inTurn([one, other, one, other, one, one].map(of), pause)
    return { ids, add: of(one), ...touching(trial, 'updateInvoiceItem', 'invoiceitem') }
  },
  async fill(trial, count) {
    const owner = await customer(trial)
    return many(count, () => pendingItem(trial, owner))
  },
}

/** How each list of Stripe is filled. */
export const populations: Readonly<Record<string, Filling>> = {
  listCharges: charges,
  listRefunds: refunds,
  listCustomers: customers,
  listCards: cards,
  listBalanceTransactions: transactions,
  listPayouts: payouts,
  listInvoices: invoices,
  listInvoiceItems: invoiceItems,
}
