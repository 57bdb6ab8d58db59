import { all, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, isAbsent } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { dayOf } from './bodies.ts'
import { inList, onlyIds } from './found.ts'
import { charges, makePayment, payouts } from './kinds.ts'
import { idOf, makePaykey } from './making.ts'

/** A charge, a payout and a cancelled charge of one paykey, which differ in what the search filters by. */
async function three(trial: Trial) {
  const paykey = await makePaykey(trial)
  const charge = await makePayment(
    trial,
    charges,
    { amount: 1000, metadata: { order: '1' }, payment_date: dayOf(trial, 2) },
    paykey,
  )
  const payout = await makePayment(trial, payouts, { amount: 2000, payment_date: dayOf(trial, 4) }, paykey)
  const made = await makePayment(trial, charges, { amount: 3000, payment_date: dayOf(trial, 6) }, paykey)
  const cancelled = await trial.given('cancelCharge', { path: { id: idOf(made) }, body: { reason: 'Not wanted' } })
  // somebody else's, which no filter by paykey or customer finds
  await makePayment(trial, charges, { amount: 2000 })
  return {
    paykey,
    charge,
    payout,
    cancelled,
    all: [charge, payout, cancelled].map(idOf),
    day: (days: number) => dayOf(trial, days),
  }
}

type Three = Awaited<ReturnType<typeof three>>

function filter(rule: string, query: (made: Three) => JsonObject, wanted: (made: Three) => readonly string[]): Check {
  return example(`straddle/payments/list-${rule}`, {
    arrange: async (trial) => {
      const made = await three(trial)
      return { made, list: await trial.given('listPayments', { query: query(made) }) }
    },
    judge: { [`straddle.payments.list.${rule}`]: ({ made, list }) => onlyIds(list, wanted(made)) },
  })
}

const same = [
  'payment_date',
  'description',
  'external_id',
  'amount',
  'currency',
  'paykey',
  'status',
  'status_details',
  'created_at',
  'funding_ids',
]
const of = ({ paykey }: Three): JsonObject => ({ paykey_id: paykey.id })

const asRead: Check = example('straddle/payments/found-as-read', {
  arrange: async (trial) => {
    const made = await three(trial)
    const find = (more: JsonObject) =>
      trial.given('listPayments', { query: { payment_id: idOf(made.charge), ...more } })
    const found = await find({})
    const seen = await trial.given('getCharge', { path: { id: idOf(made.charge) } })
    return {
      found,
      seen,
      with: await find({ include_metadata: true }),
      without: await find({ include_metadata: false }),
    }
  },
  judge: {
    'straddle.payments.list.same-as-read': ({ found, seen }) =>
      inList(found, idOf(seen), (place) =>
        all(
          equals(found, `${place}/payment_type`, 'charge'),
          each(
            read(found, `${place}/status`) === read(seen, '/data/status')
              ? same
              : same.filter((name) => !name.startsWith('status')),
            (name) => equals(found, `${place}/${name}`, read(seen, `/data/${name}`) ?? null),
          ),
        ),
      ),
    'straddle.payments.list.metadata': ({ seen, ...lists }) =>
      all(
        inList(lists.with, idOf(seen), (place) => equals(lists.with, `${place}/metadata`, { order: '1' })),
        each([lists.without, lists.found], (list) =>
          inList(list, idOf(seen), (place) => isAbsent(list, `${place}/metadata`)),
        ),
      ),
  },
})

export const payments: readonly Check[] = [
  filter(
    'by-type',
    (made) => ({ ...of(made), payment_type: 'payout' }),
    ({ payout }) => [idOf(payout)],
  ),
  filter(
    'by-status',
    (made) => ({ ...of(made), payment_status: 'cancelled,failed' }),
    ({ cancelled }) => [idOf(cancelled)],
  ),
  filter(
    'by-id',
    ({ charge }) => ({ payment_id: idOf(charge) }),
    ({ charge }) => [idOf(charge)],
  ),
  filter(
    'by-external-id',
    ({ payout }) => ({ external_id: String(read(payout, '/data/external_id')) }),
    ({ payout }) => [idOf(payout)],
  ),
  filter(
    'by-customer',
    ({ paykey }) => ({ customer_id: paykey.customer }),
    ({ all: found }) => found,
  ),
  filter('by-paykey', of, ({ all: found }) => found),
  filter(
    'by-amount',
    (made) => ({ ...of(made), min_amount: 2000, max_amount: 3000 }),
    ({ payout, cancelled }) => [payout, cancelled].map(idOf),
  ),
  filter(
    'by-date',
    (made) => ({ ...of(made), min_payment_date: made.day(3), max_payment_date: made.day(5) }),
    ({ payout }) => [idOf(payout)],
  ),
  filter(
    'by-search',
    ({ charge }) => ({ search_text: String(read(charge, '/data/external_id')) }),
    ({ charge }) => [idOf(charge)],
  ),
  asRead,
]
