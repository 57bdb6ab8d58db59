import { all, unobservable } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasStatus, holds, sameBody } from '../vocabulary/judge.ts'
import { numberAt, textAt } from '../vocabulary/read.ts'
import { refusedAsUnknown, refusedWith } from './refusal.ts'
import { available, givenCharge, payer } from './scenes.ts'

interface Refunded {
  readonly chargeId: string
  readonly refund: Exchange
  readonly rest: Exchange
  readonly retrieved: Exchange
}

const amounts = property<Refunded, number>('stripe-api-model/refunds/part-and-rest', {
  share: 0.5,
  inputs: () => fc.integer({ min: 1, max: 999 }),
  // what is left then is the first and the last unit
  visits: () => [1, 999],
  arrange: async (trial, amount) => {
    // other funds, so that none of it fails for lack of them
    await givenCharge(trial, { currency: 'EUR' })
    const chargeId = textAt(await givenCharge(trial, { currency: 'EUR' }), '/chargeId')
    const refund = await trial.given('createRefund', { body: { chargeId, amount } })
    const retrieved = await trial.given('retrieveRefund', { path: { refundId: textAt(refund, '/refundId') } })
    return { chargeId, refund, retrieved, rest: await trial.call('createRefund', { body: { chargeId } }) }
  },
  judge: {
    'stripe-api-model.refunds.create.echoes': ({ chargeId, refund }, amount) =>
      all(equals(refund, '/chargeId', chargeId), equals(refund, '/amount', amount), equals(refund, '/currency', 'EUR')),
    'stripe-api-model.refunds.create.rest': ({ rest }, amount) =>
      all(hasStatus(rest, 200, 201), equals(rest, '/amount', 1000 - amount)),
    'stripe-api-model.refunds.retrieve.same': ({ refund, retrieved }) => sameBody(refund, retrieved),
  },
})

/** Two charges of one customer, the older one of which is given back. */
const oneOfTwo = example<{ chargeId: string; refund: Exchange; other: Exchange; after: Exchange }>(
  'stripe-api-model/refunds/of-one-of-two-charges',
  {
    arrange: async (trial) => {
      const customerId = await payer(trial)
      const chargeId = textAt(await givenCharge(trial, { customerId }), '/chargeId')
      const other = await givenCharge(trial, { customerId })
      const refund = await trial.given('createRefund', { body: { chargeId } })
      const path = { chargeId: textAt(other, '/chargeId') }
      return { chargeId, refund, other, after: await trial.given('retrieveCharge', { path }) }
    },
    judge: {
      'stripe-api-model.refunds.create.echoes': ({ chargeId, refund }) => equals(refund, '/chargeId', chargeId),
      'stripe-api-model.charges.retrieve.same': ({ other, after }) => sameBody(other, after),
    },
  },
)

/** Some of these refunds are more than is left, and are refused. */
const never = property<{ refunds: readonly Exchange[]; charge: Exchange }, readonly number[]>(
  'stripe-api-model/refunds/never-more-than-the-charge',
  {
    share: 0.5,
    inputs: () => fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 2, maxLength: 4 }),
    // up to the last unit, and one more
    visits: () => [
      [1000, 1],
      [999, 1, 1],
      [999, 2, 1],
    ],
    arrange: async (trial, parts) => {
      await givenCharge(trial, { amount: 5000 })
      const chargeId = textAt(await givenCharge(trial), '/chargeId')
      const refunds: Exchange[] = []
      for (const amount of parts) refunds.push(await trial.call('createRefund', { body: { chargeId, amount } }))
      return { refunds, charge: await trial.given('retrieveCharge', { path: { chargeId } }) }
    },
    judge: {
      'stripe-api-model.refunds.create.sum': ({ refunds, charge }) => {
        const given = refunds
          .filter(({ response }) => response.status < 300)
          .map((refund) => numberAt(refund, '/amount'))
        const sum = given.reduce((total, amount) => total + amount, 0)
        return all(
          holds(sum <= 1000, '/amount', 'no more than 1000 in all', sum),
          equals(charge, '/refundedAmount', sum),
        )
      },
    },
  },
)

const aboveCharge = property<Exchange, number>('stripe-api-model/refunds/above-the-charge', {
  share: 0.2,
  inputs: () => fc.integer({ min: 1001, max: 2000 }),
  visits: () => [1001],
  arrange: async (trial, amount) => {
    // other funds, so that it is not for lack of them
    await givenCharge(trial, { amount: 5000 })
    return trial.call('createRefund', { body: { chargeId: textAt(await givenCharge(trial), '/chargeId'), amount } })
  },
  judge: { 'stripe-api-model.refunds.create.above-charge': (refused) => refusedWith(refused, 400, 'amount') },
})

const withoutFunds = example<Exchange | undefined>('stripe-api-model/refunds/without-funds', {
  needs: ['fresh-account'],
  arrange: async (trial) => {
    const charge = await givenCharge(trial)
    const funds = await available(trial, 'USD')
    if (funds < 1) return undefined
    await trial.given('createPayout', { body: { amount: funds, currency: 'USD' } })
    return trial.call('createRefund', { body: { chargeId: textAt(charge, '/chargeId'), amount: 1000 } })
  },
  judge: {
    'stripe-api-model.refunds.create.without-funds': (failed) =>
      failed === undefined ? unobservable('the charge brought no funds that are available') : hasStatus(failed, 402),
  },
})

const unknownCharge = example<Exchange>('stripe-api-model/refunds/unknown-charge', {
  arrange: (trial) => trial.call('createRefund', { body: { chargeId: trial.unique('nothing'), amount: 100 } }),
  judge: { 'stripe-api-model.refunds.create.unknown-charge': (refused) => refusedAsUnknown(refused, 'chargeId') },
})

export const refunds: readonly Check[] = [amounts, oneOfTwo, never, aboveCharge, withoutFunds, unknownCharge]
