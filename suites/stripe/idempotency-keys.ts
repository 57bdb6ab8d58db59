import { all } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import { example, property } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus, holds, sameBody } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { customer } from './scenes.ts'

interface Pair {
  readonly first: Exchange
  readonly second: Exchange
}

const day = 86_400
const idOf = (exchange: Exchange): string => String(read(exchange, '/id'))

const sameObject = ({ first, second }: Pair): Judgement =>
  all(hasStatus(second, 200), equals(second, '/id', idOf(first)))

const newObject = ({ first, second }: Pair): Judgement =>
  all(hasStatus(second, 200), holds(idOf(first) !== idOf(second), '/id', { 'other than': idOf(first) }, idOf(second)))

/** Makes a customer under a key, lets time pass, and makes it again. */
async function againAfter(trial: Trial, seconds: number): Promise<Pair> {
  const call = { body: { description: 'Made under a key' }, idempotencyKey: trial.unique('key') }
  const first = await trial.given('createCustomer', call)
  await trial.advance(seconds)
  return { first, second: await trial.call('createCustomer', call) }
}

/** Where a key of the usual form is not known again, no other form of it says anything. */
async function assertKeysWork(trial: Trial): Promise<void> {
  if (trial.memory.get('keys work') === true) return
  const { first, second } = await twiceUnder(trial, trial.unique('plain'))
  if (second.response.status >= 300 || idOf(first) !== idOf(second))
    throw new Blocked(second, 'a request repeated under one key was carried out again', '/id')
  trial.memory.set('keys work', true)
}

async function twiceUnder(trial: Trial, idempotencyKey: string): Promise<Pair> {
  const call = { body: { description: 'Made under a key' }, idempotencyKey }
  const first = await trial.call('createCustomer', call)
  return { first, second: await trial.call('createCustomer', call) }
}

const lifetimes: readonly Check[] = [
  example<Pair>('stripe/idempotent-requests/key-within-a-day', {
    needs: ['clock'],
    arrange: (trial) => againAfter(trial, day - 60),
    judge: { 'stripe.idempotency.keys.kept-for-a-day': sameObject },
  }),
  example<Pair>('stripe/idempotent-requests/key-after-a-day', {
    needs: ['clock'],
    arrange: (trial) => againAfter(trial, day + 60),
    judge: { 'stripe.idempotency.keys.expire-after-a-day': newObject },
  }),
]

const forms: readonly Check[] = [
  property<Pair, string>('stripe/idempotent-requests/any-string', {
    share: 0.5,
    inputs: () =>
      fc
        .string({ unit: fc.constantFrom(...'abcXYZ019 -_./:#+=~'), minLength: 1, maxLength: 30 })
        .map((text) => `.${text}.`),
    arrange: async (trial, text) => {
      await assertKeysWork(trial)
      return twiceUnder(trial, `${trial.unique('key')}${text}`)
    },
    judge: { 'stripe.idempotency.keys.any-string': (pair) => all(hasStatus(pair.first, 200), sameObject(pair)) },
  }),
  example<Pair>('stripe/idempotent-requests/longest-key', {
    arrange: async (trial) => {
      await assertKeysWork(trial)
      return twiceUnder(trial, trial.unique('key').padEnd(255, 'k'))
    },
    judge: { 'stripe.idempotency.keys.up-to-255': (pair) => all(hasStatus(pair.first, 200), sameObject(pair)) },
  }),
  example<Pair>('stripe/idempotent-requests/key-of-another-account', {
    needs: ['second-account'],
    arrange: async (trial) => {
      const call = { body: { description: 'Made under a key' }, idempotencyKey: trial.unique('key') }
      return {
        first: await trial.given('createCustomer', call),
        second: await trial.as('other').call('createCustomer', call),
      }
    },
    judge: { 'stripe.idempotency.keys.of-an-account': newObject },
  }),
]

/** A customer deleted twice without a key, and another one under a key that has deleted before. */
interface Deletions {
  readonly second: string
  readonly before: Exchange
  readonly bareAgain: Exchange
  readonly after: Exchange
  readonly keyed: Exchange
  readonly keyedAgain: Exchange
}

const otherVerbs: readonly Check[] = [
  example<{ before: Exchange; again: Exchange; after: Exchange }>('stripe/idempotent-requests/reads', {
    arrange: async (trial) => {
      const path = { customer: await customer(trial) }
      const call = { path, idempotencyKey: trial.unique('key') }
      const before = await trial.given('retrieveCustomer', call)
      const again = await trial.call('retrieveCustomer', { path })
      await trial.given('updateCustomer', { path, body: { description: 'Changed' } })
      return { before, again, after: await trial.call('retrieveCustomer', call) }
    },
    judge: {
      'stripe.idempotency.get.key-without-effect': ({ after }) =>
        all(hasStatus(after, 200), equals(after, '/description', 'Changed')),
      'stripe.idempotency.get.repeatable': ({ before, again }) => sameBody(before, again),
    },
  }),
  example<Deletions>('stripe/idempotent-requests/deletes', {
    arrange: async (trial) => {
      const [bare, first, second] = [await customer(trial), await customer(trial), await customer(trial)]
      const remove = (id: string, key?: string): Promise<Exchange> =>
        trial.call('deleteCustomer', {
          path: { customer: id },
          ...(key === undefined ? {} : { idempotencyKey: key }),
        })
      const key = trial.unique('key')
      await trial.given('deleteCustomer', { path: { customer: bare } })
      const before = await trial.call('retrieveCustomer', { path: { customer: bare } })
      const bareAgain = await remove(bare)
      const after = await trial.call('retrieveCustomer', { path: { customer: bare } })
      await remove(first, key)
      const keyed = await remove(second, key)
      return { second, before, bareAgain, after, keyed, keyedAgain: await remove(second, key) }
    },
    judge: {
      'stripe.idempotency.delete.key-without-effect': ({ second, keyed, bareAgain, keyedAgain }) =>
        all(hasStatus(keyed, 200), equals(keyed, '/id', second), hasStatus(keyedAgain, bareAgain.response.status)),
      'stripe.idempotency.delete.repeatable': ({ before, bareAgain, after }) =>
        all(hasStatus(bareAgain, 200, 404), hasStatus(after, before.response.status), sameBody(before, after)),
    },
  }),
]

export const idempotencyKeys: readonly Check[] = [...lifetimes, ...forms, ...otherVerbs]
