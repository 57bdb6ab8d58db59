import { all } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { equals } from '../vocabulary/judge.ts'
import { numberAt, textAt } from '../vocabulary/read.ts'
import { narrows } from './narrowing.ts'
import { charge } from './scenes.ts'

const transactionOf = (made: Exchange): string => textAt(made, '/balance_transaction')
const retrieve = (trial: Trial, transaction: string): Promise<Exchange> =>
  trial.given('retrieveBalanceTransaction', { path: { transaction } })

/** A filter by the property of the same name that tells a charge's transaction from that of its refund. */
function byOwnProperty(name: 'type' | 'source', clause: string): Check {
  return narrows(`stripe/balance-transactions/by-${name}`, {
    clause,
    operation: 'listBalanceTransactions',
    arrange: async (trial) => {
      const charged = await charge(trial)
      const refunded = await trial.given('createRefund', { body: { charge: textAt(charged, '/id'), amount: 500 } })
      const value: Json = name === 'type' ? 'charge' : textAt(charged, '/id')
      return { query: { [name]: value }, wanted: transactionOf(charged), unwanted: transactionOf(refunded) }
    },
  })
}

/** A filter by time, with one transaction at its bound and another after it. */
function byTime(name: 'created' | 'available_on', clause: string): Check {
  return narrows(`stripe/balance-transactions/by-${name.replace('_', '-')}`, {
    clause,
    operation: 'listBalanceTransactions',
    needs: ['clock'],
    arrange: async (trial) => {
      const earlier = transactionOf(await charge(trial))
      await trial.advance(3 * 86_400)
      const later = transactionOf(await charge(trial))
      const query: JsonObject = { [name]: { lte: numberAt(await retrieve(trial, earlier), `/${name}`) } }
      return { query, wanted: earlier, unwanted: later }
    },
  })
}

export const balanceTransactions: readonly Check[] = [
  example<{ charged: Exchange; found: Exchange }>('stripe/balance-transactions/of-a-charge', {
    arrange: async (trial) => {
      const charged = await charge(trial)
      return { charged, found: await retrieve(trial, transactionOf(charged)) }
    },
    judge: {
      'stripe.balance-transactions.retrieve.by-id-of-charge': ({ charged, found }) =>
        equals(found, '/id', transactionOf(charged)),
      'stripe.balance-transactions.source.names-the-object': ({ charged, found }) =>
        equals(found, '/source', textAt(charged, '/id')),
      'stripe.charges.create.transaction': ({ found }) =>
        all(equals(found, '/type', 'charge'), equals(found, '/amount', 2000), equals(found, '/currency', 'usd')),
    },
  }),
  ...['eur', 'gbp', 'jpy'].map((currency) =>
    example<Exchange>(`stripe/balance-transactions/of-a-charge-in-${currency}`, {
      arrange: async (trial) => retrieve(trial, transactionOf(await charge(trial, { amount: 5000, currency }))),
      judge: {
        'stripe.charges.create.transaction': (found) =>
          all(equals(found, '/amount', 5000), equals(found, '/currency', currency)),
      },
    }),
  ),
  example<{ before: Exchange; after: Exchange }>('stripe/balance-transactions/becomes-available', {
    needs: ['clock'],
    arrange: async (trial) => {
      const transaction = transactionOf(await charge(trial))
      const before = await retrieve(trial, transaction)
      await trial.advance(numberAt(before, '/available_on') - Math.floor(trial.now() / 1000) + 1)
      return { before, after: await retrieve(trial, transaction) }
    },
    judge: {
      'stripe.balance-transactions.status.follows-available-on': ({ before, after }) =>
        all(equals(before, '/status', 'pending'), equals(after, '/status', 'available')),
    },
  }),
  byOwnProperty('type', 'stripe.balance-transactions.list.by-type'),
  byOwnProperty('source', 'stripe.balance-transactions.list.by-source'),
  narrows('stripe/balance-transactions/by-currency', {
    clause: 'stripe.balance-transactions.list.by-currency',
    operation: 'listBalanceTransactions',
    arrange: async (trial) => ({
      query: { currency: 'usd' },
      wanted: transactionOf(await charge(trial)),
      unwanted: transactionOf(await charge(trial, { currency: 'eur' })),
    }),
  }),
  byTime('created', 'stripe.balance-transactions.list.by-created'),
  byTime('available_on', 'stripe.balance-transactions.list.by-available-on'),
]
