import { all, each, nothing } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, holds, inExchange } from '../vocabulary/judge.ts'
import { listAt, numberAt, read } from '../vocabulary/read.ts'
import { dayOf } from './bodies.ts'
import { leavesOut, lists, placeOf } from './found.ts'
import { charges, makePayment, payouts } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { inState, statusOf, until } from './lives.ts'
import { idOf, makePaykey } from './making.ts'
import { refusesByRule } from './refusal.ts'
import { makes } from './success.ts'

const nobody = '7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11'

/** Two charges are paid, and what they bring in is funded. */
async function funded(trial: Trial) {
  const paykey = await makePaykey(trial)
  const paid = [
    await inState(trial, charges, 'paid', paykey, { amount: 1000 }),
    await inState(trial, charges, 'paid', paykey, { amount: 2345 }),
    await inState(trial, charges, 'paid', paykey, { amount: 16_777_217 }),
  ]
  const simulated = await trial.given('simulateFunding', { body: { funding_event_job_type: 'charges' } })
  const seen: Exchange[] = []
  for (const one of paid) seen.push(await trial.given('getCharge', { path: { id: idOf(one) } }))
  const charge = seen[0] as Exchange
  const list = (query: JsonObject = {}) => trial.given('listFundingEvents', { query })
  const listed = await list()
  // neither a list nor a charge that leaves the event out must keep the rest from being judged
  const id = String(read(charge, '/data/funding_ids/0') ?? read(listed, '/data/0/id') ?? nobody)
  return {
    id,
    ids: paid.map(idOf),
    simulated,
    seen,
    listed,
    withdrawals: await list({ direction: 'withdrawal' }),
    deposits: await list({ direction: 'deposit' }),
    within: await list({ created_from: dayOf(trial, 0), created_to: dayOf(trial, 0) }),
    apart: [await list({ created_from: dayOf(trial, 2) }), await list({ created_to: dayOf(trial, -2) })],
    event: await trial.call('getFundingEvent', { path: { id } }),
    payments: await trial.call('listFundingEventPayments', { path: { id } }),
    again: await trial.call('simulateFunding', { body: { funding_event_job_type: 'charges' } }),
    refunded: await trial.call('refundCharge', { path: { id: idOf(paid[1] as Exchange) }, body: {} }),
  }
}

function sumOf(payments: Exchange): number {
  return listAt(payments, '/data').reduce<number>(
    (sum, item) => sum + (isObject(item) ? Number(item['funding_amount']) : 0),
    0,
  )
}

const simulate = (trial: Trial, kind: Kind) =>
  trial.call('simulateFunding', { body: { funding_event_job_type: kind.section } })

/** Payouts are funded together, as charges are; undefined where the target does not pay them. */
const payoutsFunded: Check = example('straddle/funding-events/payouts-funded', {
  needs: ['clock', 'fresh-account'],
  arrange: async (trial) => {
    const paykey = await makePaykey(trial)
    const paid = [
      await inState(trial, payouts, 'paid', paykey, { amount: 1000 }),
      await inState(trial, payouts, 'paid', paykey, { amount: 2345 }),
    ]
    if (paid.some((one) => statusOf(one) !== 'paid')) return undefined
    await simulate(trial, payouts)
    const event = await trial.given('listFundingEvents', { query: { direction: 'withdrawal' } })
    const path = { id: String(read(event, '/data/0/id') ?? nobody) }
    return { event, payments: await trial.call('listFundingEventPayments', { path }) }
  },
  judge: {
    'straddle.funding.payments.count': (made) =>
      made === undefined ? nothing : equals(made.payments, '/meta/total_items', 2),
    'straddle.funding.payments.sum': (made) =>
      made === undefined
        ? nothing
        : all(
            holds(
              Math.abs(Number(read(made.event, '/data/0/amount'))) === 3345,
              '/data/0/amount',
              3345,
              read(made.event, '/data/0/amount'),
            ),
            holds(Math.abs(sumOf(made.payments)) === 3345, '/data', 3345, sumOf(made.payments)),
          ),
  },
})

/** What is reversed after it was funded is taken back, once; undefined where the target does not come that far. */
const takenBackOnce: Check = example('straddle/funding-events/taken-back-once', {
  needs: ['clock', 'fresh-account'],
  arrange: async (trial) => {
    const made = await makePayment(trial, charges, { config: { sandbox_outcome: 'reversed_insufficient_funds' } })
    if (statusOf(await until(trial, charges, idOf(made), ['paid'])) !== 'paid') return undefined
    await simulate(trial, charges)
    if (statusOf(await until(trial, charges, idOf(made), ['reversed'])) !== 'reversed') return undefined
    await simulate(trial, charges)
    return simulate(trial, charges)
  },
  judge: {
    'straddle.funding.simulate.nothing-to-fund': (again) => (again === undefined ? nothing : refusesByRule(again)),
  },
})

export const fundingEvents: readonly Check[] = [
  payoutsFunded,
  takenBackOnce,
  example('straddle/funding-events/funded', {
    needs: ['clock', 'fresh-account'],
    arrange: funded,
    judge: {
      'straddle.funding.simulate.answers': ({ simulated }) => makes(simulated),
      'straddle.funding.simulate.nothing-to-fund': ({ again }) => refusesByRule(again),
      'straddle.charges.refund.answers': ({ refunded }) => makes(refunded),
      'straddle.funding.list.by-direction': ({ id, deposits, withdrawals }) =>
        all(lists(deposits, id), leavesOut(withdrawals, id)),
      'straddle.funding.list.by-created': ({ id, within, apart }) =>
        all(
          lists(within, id),
          each(apart, (other) => leavesOut(other, id)),
        ),
      'straddle.funding.get.as-listed': ({ id, listed, event }) => {
        const place = placeOf(listed, id)
        const members = ['amount', 'direction', 'event_type', 'payment_count', 'transfer_date', 'created_at']
        return place === undefined
          ? nothing
          : each(members, (name) => equals(event, `/data/${name}`, read(listed, `${place}/${name}`) ?? null))
      },
      'straddle.funding.payments.count': ({ event, payments }) =>
        all(
          equals(event, '/data/payment_count', 3),
          equals(payments, '/meta/total_items', numberAt(event, '/data/payment_count')),
        ),
      'straddle.funding.payments.sum': ({ event, payments }) =>
        all(
          equals(event, '/data/amount', 16_780_562),
          holds(
            Math.abs(sumOf(payments)) === Math.abs(numberAt(event, '/data/amount')),
            '/data',
            numberAt(event, '/data/amount'),
            sumOf(payments),
          ),
        ),
      'straddle.funding.payments.named': ({ id, seen, ids, payments }) =>
        all(
          each(seen, (charge) =>
            inExchange(
              charge,
              holds(
                JSON.stringify(read(charge, '/data/funding_ids') ?? []).includes(id),
                '/data/funding_ids',
                `an item ${id}`,
                read(charge, '/data/funding_ids'),
              ),
            ),
          ),
          each(ids, (one) => lists(payments, one)),
        ),
    },
  }),
  example('straddle/funding-events/nothing-to-fund', {
    needs: ['fresh-account'],
    arrange: (trial) => trial.call('simulateFunding', { body: { funding_event_job_type: 'payouts' } }),
    judge: { 'straddle.funding.simulate.nothing-to-fund': (refused) => refusesByRule(refused) },
  }),
]
