import { all, each } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { holds, inExchange, sameBody } from '../vocabulary/judge.ts'
import { numberAt, read, textAt } from '../vocabulary/read.ts'
import { givenCharge, givenPayout, itemsOf, listed } from './scenes.ts'

interface Moved {
  readonly source: string
  readonly amount: number
  readonly found: readonly JsonObject[]
}

async function moved(trial: Trial, exchange: Exchange, id: string, sign: 1 | -1): Promise<Moved> {
  const source = textAt(exchange, id)
  return {
    source,
    amount: sign * numberAt(exchange, '/amount'),
    found: await listed(trial, 'listTransactions', 'sourceId', source),
  }
}

const eachMovement = example<readonly Moved[]>('stripe-api-model/balance/each-movement', {
  arrange: async (trial) => {
    const charge = await givenCharge(trial)
    const refund = await trial.given('createRefund', { body: { chargeId: textAt(charge, '/chargeId'), amount: 300 } })
    const payout = await givenPayout(trial, { amount: 200 })
    return [
      await moved(trial, charge, '/chargeId', 1),
      await moved(trial, refund, '/refundId', -1),
      await moved(trial, payout, '/payoutId', -1),
    ]
  },
  judge: {
    'stripe-api-model.balance.transactions.of-each-movement': (movements) =>
      each(movements, ({ source, amount, found }) =>
        all(
          holds(found.length === 1, '/data', `one transaction of ${source}`, found.length),
          each(found, (transaction) =>
            holds(transaction['amount'] === amount, '/amount', amount, transaction['amount']),
          ),
        ),
      ),
  },
})

const retrieved = example<{ listed: Json; transaction: Exchange }>('stripe-api-model/balance/retrieve-a-transaction', {
  arrange: async (trial) => {
    await givenCharge(trial)
    const list = await trial.given('listTransactions', { query: { count: 1 } })
    const [newest = null] = itemsOf(list)
    const transactionId = String(valueAt(newest, '/transactionId') ?? '')
    return { listed: newest, transaction: await trial.given('retrieveTransaction', { path: { transactionId } }) }
  },
  judge: {
    'stripe-api-model.balance.retrieve-transaction.same': ({ listed: newest, transaction }) =>
      sameBody({ ...transaction, response: { ...transaction.response, json: newest } }, transaction),
  },
})

type Movement = readonly ['charge' | 'payout', number]

/** Charges and payouts in any order; those that lack funds fail and move nothing. */
const addsUp = property<{ balance: Exchange; transactions: Exchange }, readonly Movement[]>(
  'stripe-api-model/balance/adds-up',
  {
    needs: ['fresh-account'],
    share: 0.3,
    inputs: () =>
      fc.array(fc.tuple(fc.constantFrom('charge' as const, 'payout' as const), fc.integer({ min: 1, max: 2000 })), {
        minLength: 1,
        maxLength: 6,
      }),
    arrange: async (trial, movements) => {
      for (const [kind, amount] of movements) {
        if (kind === 'charge') await givenCharge(trial, { amount })
        else await trial.call('createPayout', { body: { amount, currency: 'USD' } })
      }
      return {
        balance: await trial.given('retrieveBalance'),
        transactions: await trial.given('listTransactions', { query: { count: 100 } }),
      }
    },
    judge: {
      'stripe-api-model.balance.object.adds-up': ({ balance, transactions }) => {
        const brought = itemsOf(transactions).reduce<number>((sum, item) => sum + Number(valueAt(item, '/net') ?? 0), 0)
        const held = [read(balance, '/available'), read(balance, '/pending')].flatMap((funds) =>
          Array.isArray(funds) ? (funds as readonly Json[]) : [],
        )
        const sum = held.filter(isObject).reduce<number>((total, { amount }) => total + Number(amount), 0)
        return inExchange(balance, holds(sum === brought, '/available', brought, sum))
      },
    },
  },
)

export const balance: readonly Check[] = [eachMovement, retrieved, addsUp]
