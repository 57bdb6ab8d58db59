import type { Check } from '../model/check.ts'
import { example } from '../model/check.ts'
import type { Exchange } from '../model/exchange.ts'
import { isObject } from '../model/json.ts'
import type { Trial } from '../model/trial.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { listAt, numberAt, read } from '../vocabulary/read.ts'
import { idsIn } from './found.ts'
import { charges } from './kinds.ts'
import { inState, statusOf } from './lives.ts'
import { idOf, makePaykey } from './making.ts'
import { refusesByRule } from './refusal.ts'

/** Two charges are paid, and what they bring in is funded. */
async function funded(trial: Trial) {
  const paykey = await makePaykey(trial)
  const paid = [
    await inState(trial, charges, 'paid', paykey, { amount: 1000 }),
    await inState(trial, charges, 'paid', paykey, { amount: 2345 }),
  ]
  const simulated = await trial.given('simulateFunding', { body: { funding_event_job_type: 'charges' } })
  const listed = await trial.given('listFundingEvents')
  // a list that leaves the event out must not keep the rest from being judged
  const path = { id: String(read(listed, '/data/0/id') ?? '7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11') }
  return {
    paid: paid.every((charge) => statusOf(charge) === 'paid'),
    ids: paid.map(idOf),
    simulated,
    again: await trial.call('simulateFunding', { body: { funding_event_job_type: 'charges' } }),
    listed,
    withdrawals: await trial.given('listFundingEvents', { query: { direction: 'withdrawal' } }),
    deposits: await trial.given('listFundingEvents', { query: { direction: 'deposit' } }),
    event: await trial.call('getFundingEvent', { path }),
    payments: await trial.call('listFundingEventPayments', { path }),
    charge: await trial.given('getCharge', { path: { id: idOf(paid[0] as Exchange) } }),
  }
}

const eventId = (event: Exchange): string => String(read(event, '/data/id') ?? 'the funding event')

function sumOf(payments: Exchange): number {
  return listAt(payments, '/data').reduce<number>(
    (sum, item) => sum + (isObject(item) ? Number(item['funding_amount']) : 0),
    0,
  )
}

export const fundingEvents: readonly Check[] = [
  example('straddle/funding-events/funded', {
    needs: ['clock', 'fresh-account'],
    arrange: funded,
    judge: {
      'straddle.funding.simulate.answers': ({ simulated }) => hasStatus(simulated, 201),
      'straddle.funding.simulate.nothing-to-fund': ({ again }) => refusesByRule(again),
      'straddle.funding.list.by-direction': ({ event, deposits, withdrawals }) => [
        ...equals(deposits, '/data/0/id', eventId(event)),
        ...holds(!idsIn(withdrawals).includes(eventId(event)), '/data', `no ${eventId(event)}`, idsIn(withdrawals)),
      ],
      'straddle.funding.get.as-listed': ({ listed, event }) =>
        ['amount', 'direction', 'event_type', 'payment_count', 'transfer_date', 'created_at'].flatMap((name) =>
          equals(event, `/data/${name}`, read(listed, `/data/0/${name}`) ?? null),
        ),
      'straddle.funding.payments.count': ({ event, payments }) => [
        ...equals(event, '/data/payment_count', 2),
        ...equals(payments, '/meta/total_items', numberAt(event, '/data/payment_count')),
      ],
      'straddle.funding.payments.sum': ({ event, payments }) => [
        ...equals(event, '/data/amount', 3345),
        ...holds(
          Math.abs(sumOf(payments)) === Math.abs(numberAt(event, '/data/amount')),
          '/data',
          numberAt(event, '/data/amount'),
          sumOf(payments),
        ),
      ],
      'straddle.funding.payments.named': ({ event, charge, ids, payments }) => [
        ...holds(
          JSON.stringify(read(charge, '/data/funding_ids') ?? []).includes(eventId(event)),
          '/data/funding_ids',
          eventId(event),
          read(charge, '/data/funding_ids'),
        ),
        ...holds(
          ids.every((id) => idsIn(payments).includes(id)),
          '/data',
          ids,
          idsIn(payments),
        ),
      ],
    },
  }),
  example('straddle/funding-events/nothing-to-fund', {
    needs: ['fresh-account'],
    arrange: (trial) => trial.call('simulateFunding', { body: { funding_event_job_type: 'payouts' } }),
    judge: { 'straddle.funding.simulate.nothing-to-fund': (refused) => refusesByRule(refused) },
  }),
]
