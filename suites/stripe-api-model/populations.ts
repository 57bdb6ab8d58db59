import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { valueAt } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import type { Filling, Population } from '../laws/lists/filling.ts'
import { textAt } from '../vocabulary/read.ts'
import { givenCharge, itemsOf, payer, wantedSession } from './scenes.ts'

type Make = () => Promise<Exchange>

/** A list of what a create makes; `prepare` says how one is made after another, all of them unlike. */
function filling(
  id: string,
  prepare: (trial: Trial) => Promise<Make>,
  touch?: (trial: Trial, made: string) => Promise<unknown>,
): Filling {
  const make = async (trial: Trial, count: number, pause?: () => Promise<void>): Promise<Population> => {
    const next = await prepare(trial)
    const ids: string[] = []
    while (ids.length < count) {
      ids.push(textAt(await next(), `/${id}`))
      if (ids.length % 2 === 0) await pause?.()
    }
    return { ids, ...(touch === undefined ? {} : { touch: (made) => touch(trial, made) }) }
  }
  return {
    needs: ['fresh-account'],
    populate: (trial, pause) => make(trial, 6, pause),
    fill: (trial, count) => make(trial, count),
  }
}

const creating =
  (
    operation: string,
    body: (trial: Trial, number: number) => JsonObject,
    around: (trial: Trial) => Promise<JsonObject>,
  ) =>
  async (trial: Trial): Promise<Make> => {
    const common = await around(trial)
    let number = 0
    return () => trial.given(operation, { body: { ...common, ...body(trial, (number += 1)) } })
  }

const ofPayer = async (trial: Trial): Promise<JsonObject> => ({ customerId: await payer(trial), currency: 'USD' })

/** The transactions of charges, of a refund and of a payout. */
const transactions: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    let charge = ''
    for (let made = 0; made < 4; made += 1) {
      const amounts = { amount: 1000 + made, currency: made % 2 === 0 ? 'USD' : 'EUR' }
      charge = textAt(await givenCharge(trial, amounts), '/chargeId')
      await pause()
    }
    await trial.given('createRefund', { body: { chargeId: charge, amount: 300 } })
    await pause()
    await trial.given('createPayout', { body: { amount: 200, currency: 'USD' } })
    const newestFirst = itemsOf(await trial.given('listTransactions', { query: { count: 100 } }))
    return { ids: newestFirst.map((item) => String(valueAt(item, '/transactionId'))).toReversed() }
  },
}

/** How each list of the API model is filled. */
export const populations: Readonly<Record<string, Filling>> = {
  listCustomers: filling(
    'customerId',
    creating(
      'createCustomer',
      (trial) => ({ name: trial.unique('Ada ') }),
      () => Promise.resolve({}),
    ),
    (trial, customerId) => trial.given('updateCustomer', { path: { customerId }, body: { email: 'ada@example.com' } }),
  ),
  listInvoices: filling(
    'invoiceId',
    creating('createInvoice', (_, number) => ({ dueAmount: 100 + number }), ofPayer),
    (trial, invoiceId) => trial.given('updateInvoice', { path: { invoiceId }, body: { description: 'Touched' } }),
  ),
  listSessions: filling(
    'sessionId',
    creating(
      'createSession',
      (_, number) => ({ quantity: number }),
      (trial) => wantedSession(trial),
    ),
  ),
  listCharges: filling(
    'chargeId',
    creating('createCharge', (_, number) => ({ amount: 1000 + number }), ofPayer),
    // what is given back is seen in the list, too
    (trial, chargeId) => trial.given('createRefund', { body: { chargeId, amount: 1 } }),
  ),
  listRefunds: filling(
    'refundId',
    creating(
      'createRefund',
      (_, number) => ({ amount: 1 + (number % 5) }),
      async (trial) => ({ chargeId: textAt(await givenCharge(trial), '/chargeId') }),
    ),
  ),
  listPayouts: filling(
    'payoutId',
    creating(
      'createPayout',
      (_, number) => ({ amount: 1 + (number % 5) }),
      async (trial) => {
        await givenCharge(trial)
        return { currency: 'USD' }
      },
    ),
  ),
  listTransactions: transactions,
}
