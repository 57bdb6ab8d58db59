import { each, unobservable } from '../../model/judgement.ts'
import type { Arbitrary } from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { arbitraryOf } from '../arbitraries/from-schema.ts'
import { equals, hasStatus, holds, sameBody } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import type { Trial } from '../../model/trial.ts'
import { available, givenCharge, givenPayout, listed } from './scenes.ts'

const eachNew = example<readonly [Exchange, Exchange]>('stripe-api-model/payouts/each-new', {
  arrange: async (trial) => [await givenPayout(trial), await givenPayout(trial)],
  judge: {
    'stripe-api-model.payouts.create.new': ([first, second]) =>
      holds(
        read(first, '/payoutId') !== read(second, '/payoutId'),
        '/payoutId',
        'a payout of its own',
        read(second, '/payoutId'),
      ),
  },
})

const fromAccount = example<{ before: number; after: number }>('stripe-api-model/payouts/from-the-account', {
  needs: ['fresh-account'],
  arrange: async (trial) => {
    await givenCharge(trial)
    const before = await available(trial, 'USD')
    await trial.given('createPayout', { body: { amount: 397, currency: 'USD' } })
    return { before, after: await available(trial, 'USD') }
  },
  judge: {
    'stripe-api-model.payouts.service.from-account': ({ before, after }) =>
      holds(after === before - 397, '/available', before - 397, after),
  },
})

const aboveAvailable = example<{ failed: Exchange; made: number }>('stripe-api-model/payouts/above-what-is-available', {
  arrange: async (trial) => {
    const destination = trial.unique('bank ')
    const amount = (await available(trial, 'USD')) + 1_000_000
    const failed = await trial.call('createPayout', { body: { amount, currency: 'USD', destination } })
    return { failed, made: (await listed(trial, 'listPayouts', 'destination', destination)).length }
  },
  judge: {
    'stripe-api-model.errors.request-failed.status': ({ failed }) => hasStatus(failed, 402),
    'stripe-api-model.payouts.create.failed-makes-nothing': ({ failed, made }) =>
      failed.response.status < 400
        ? unobservable('the payout did not fail')
        : holds(made === 0, '/data', 'no payout', made),
  },
})

const currencies = ['USD', 'EUR', 'JPY'] as const

/** A payout of so much more than there is, in each of several currencies of which there are funds. */
async function paidOut(trial: Trial, more: number): Promise<readonly Exchange[]> {
  for (const currency of currencies) await givenCharge(trial, { currency })
  const answers: Exchange[] = []
  for (const currency of currencies) {
    const amount = (await available(trial, currency)) + more
    answers.push(await trial.call('createPayout', { body: { amount, currency } }))
  }
  return answers
}

/** A payout of all that there is does not lack funds. */
const allOfIt = example<readonly Exchange[]>('stripe-api-model/payouts/all-that-is-available', {
  needs: ['fresh-account'],
  arrange: (trial) => paidOut(trial, 0),
  judge: { 'stripe-api-model.errors.request-failed.status': (paid) => each(paid, (one) => hasStatus(one, 200, 201)) },
})

/** A unit more than there is lacks funds. */
const oneMore = example<readonly Exchange[]>('stripe-api-model/payouts/a-unit-more-than-is-available', {
  needs: ['fresh-account'],
  arrange: (trial) => paidOut(trial, 1),
  judge: { 'stripe-api-model.errors.request-failed.status': (failed) => each(failed, (one) => hasStatus(one, 402)) },
})

interface Made {
  readonly created: Exchange
  readonly retrieved: Exchange
}

/** Any payout that the request schema allows, of funds that are charged first in its currency. */
const madeAndRead = property<Made, JsonObject>('stripe-api-model/payouts/made-and-read', {
  share: 0.5,
  inputs: (contract) =>
    arbitraryOf(contract, contract.operations.get('createPayout')?.body?.schema ?? {}) as Arbitrary<JsonObject>,
  arrange: async (trial, body) => {
    await givenCharge(trial, { amount: 5000, currency: body['currency'] ?? 'USD' })
    const created = await trial.given('createPayout', { body })
    return {
      created,
      retrieved: await trial.given('retrievePayout', { path: { payoutId: textAt(created, '/payoutId') } }),
    }
  },
  judge: {
    'stripe-api-model.payouts.create.echoes': ({ created }, sent) =>
      each(Object.entries(sent), ([name, value]) => equals(created, `/${name}`, value)),
    'stripe-api-model.payouts.retrieve.same': ({ created, retrieved }) => sameBody(created, retrieved),
  },
})

export const payouts: readonly Check[] = [madeAndRead, eachNew, fromAccount, allOfIt, oneMore, aboveAvailable]
