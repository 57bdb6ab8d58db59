import { all, each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { holds, inExchange, sameBody } from '../vocabulary/judge.ts'
import { numberAt, read, textAt } from '../vocabulary/read.ts'
import { givenCharge, itemsOf, listed, newestTransaction } from './scenes.ts'

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

const eachMovement = property<readonly Moved[], number>('stripe-api-model/balance/each-movement', {
  share: 0.2,
  inputs: () => fc.integer({ min: 1, max: 99_999_999 }),
  // beyond what 31 and 32 bits hold
  visits: () => [1, 2_147_483_648, 5_000_000_000],
  arrange: async (trial, amount) => {
    const kept = await givenCharge(trial, { amount })
    const charge = await givenCharge(trial, { amount })
    const refund = await trial.given('createRefund', { body: { chargeId: textAt(charge, '/chargeId'), amount } })
    const payout = await trial.given('createPayout', { body: { amount, currency: 'USD' } })
    return [
      await moved(trial, kept, '/chargeId', 1),
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

/** What moves in one currency leaves the other one alone. */
const currencies = example<{ before: Exchange; after: Exchange }>('stripe-api-model/balance/currencies-apart', {
  needs: ['fresh-account'],
  arrange: async (trial) => {
    const charge = await givenCharge(trial, { amount: 1000, currency: 'USD' })
    for (const [amount, currency] of [
      [700, 'EUR'],
      [500, 'JPY'],
    ] as const)
      await givenCharge(trial, { amount, currency })
    const before = await trial.given('retrieveBalance')
    await trial.given('createRefund', { body: { chargeId: textAt(charge, '/chargeId'), amount: 300 } })
    await trial.given('createPayout', { body: { amount: 200, currency: 'EUR' } })
    return { before, after: await trial.given('retrieveBalance') }
  },
  judge: {
    'stripe-api-model.balance.object.adds-up': (both) =>
      each(
        [
          ['USD', 300],
          ['EUR', 200],
          ['JPY', 0],
        ] as const,
        ([currency, less]) => lessBy(both, currency, less),
      ),
    'stripe-api-model.payouts.service.from-account': (both) => all(lessBy(both, 'EUR', 200), lessBy(both, 'JPY', 0)),
  },
})

function lessBy(
  { before, after }: { readonly before: Exchange; readonly after: Exchange },
  currency: string,
  amount: number,
): Judgement {
  const expected = heldOf(before, currency) - amount
  return inExchange(
    after,
    holds(heldOf(after, currency) === expected, `/available (${currency})`, expected, heldOf(after, currency)),
  )
}

/** What the balance holds of a currency, available or pending. */
function heldOf(balance: Exchange, currency: string): number {
  return ['/available', '/pending']
    .flatMap((at) => (read(balance, at) ?? []) as readonly Json[])
    .filter((funds) => valueAt(funds, '/currency') === currency)
    .reduce<number>((sum, funds) => sum + Number(valueAt(funds, '/amount')), 0)
}

const retrieved = example<{ shown: Json; transaction: Exchange }>('stripe-api-model/balance/retrieve-a-transaction', {
  arrange: async (trial) => {
    await givenCharge(trial)
    const { shown, id: transactionId } = await newestTransaction(trial)
    return { shown, transaction: await trial.given('retrieveTransaction', { path: { transactionId } }) }
  },
  judge: {
    'stripe-api-model.balance.retrieve-transaction.same': ({ shown: newest, transaction }) =>
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

export const balance: readonly Check[] = [eachMovement, currencies, retrieved, addsUp]
