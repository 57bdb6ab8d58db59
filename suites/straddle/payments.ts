import { all, each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { nameOf } from '../vocabulary/clause-name.ts'
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

function filter(clause: string, query: (made: Three) => JsonObject, wanted: (made: Three) => readonly string[]): Check {
  return example(`straddle/payments/list-${nameOf(clause)}`, {
    arrange: async (trial) => {
      const made = await three(trial)
      return { made, list: await trial.given('listPayments', { query: query(made) }) }
    },
    judge: { [clause]: ({ made, list }) => onlyIds(list, wanted(made)) },
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
  'related_payments',
  'customer_details',
  'paykey_details',
]
const of = ({ paykey }: Three): JsonObject => ({ paykey_id: paykey.id })

function isFoundAsRead(found: Exchange, seen: Exchange, type: string): Judgement {
  const settled = read(found, '/data/0/status') === read(seen, '/data/status')
  const compared = settled ? same : same.filter((name) => !name.startsWith('status'))
  return inList(found, idOf(seen), (place) =>
    all(
      equals(found, `${place}/payment_type`, type),
      each(compared, (name) => equals(found, `${place}/${name}`, read(seen, `/data/${name}`) ?? null)),
    ),
  )
}

const asRead: Check = example('straddle/payments/found-as-read', {
  arrange: async (trial) => {
    const made = await three(trial)
    const find = (payment: Exchange, more: JsonObject = {}) =>
      trial.given('listPayments', { query: { payment_id: idOf(payment), ...more } })
    // one that was resubmitted is related to another
    const path = { id: idOf(made.payout) }
    await trial.given('cancelPayout', { path, body: { reason: 'Not wanted' } })
    await trial.given('resubmitPayout', { path, body: {} })
    return {
      found: await find(made.charge),
      seen: await trial.given('getCharge', { path: { id: idOf(made.charge) } }),
      payout: { found: await find(made.payout), seen: await trial.given('getPayout', { path }) },
      with: await find(made.charge, { include_metadata: true }),
      without: await find(made.charge, { include_metadata: false }),
    }
  },
  judge: {
    'straddle.payments.list.same-as-read': ({ found, seen, payout }) =>
      all(isFoundAsRead(found, seen, 'charge'), isFoundAsRead(payout.found, payout.seen, 'payout')),
    'straddle.payments.list.metadata': ({ seen, found, ...lists }) =>
      all(
        inList(lists.with, idOf(seen), (place) => equals(lists.with, `${place}/metadata`, { order: '1' })),
        each([lists.without, found], (list) =>
          inList(list, idOf(seen), (place) => isAbsent(list, `${place}/metadata`)),
        ),
      ),
  },
})

export const payments: readonly Check[] = [
  filter(
    'straddle.payments.list.by-type',
    (made) => ({ ...of(made), payment_type: 'payout' }),
    ({ payout }) => [idOf(payout)],
  ),
  filter(
    'straddle.payments.list.by-status',
    (made) => ({ ...of(made), payment_status: 'cancelled,failed' }),
    ({ cancelled }) => [idOf(cancelled)],
  ),
  filter(
    'straddle.payments.list.by-id',
    ({ charge }) => ({ payment_id: idOf(charge) }),
    ({ charge }) => [idOf(charge)],
  ),
  filter(
    'straddle.payments.list.by-external-id',
    ({ payout }) => ({ external_id: String(read(payout, '/data/external_id')) }),
    ({ payout }) => [idOf(payout)],
  ),
  filter(
    'straddle.payments.list.by-customer',
    ({ paykey }) => ({ customer_id: paykey.customer }),
    ({ all: found }) => found,
  ),
  filter('straddle.payments.list.by-paykey', of, ({ all: found }) => found),
  filter(
    'straddle.payments.list.by-paykey-token',
    ({ paykey }) => ({ paykey: paykey.token }),
    ({ all: found }) => found,
  ),
  filter(
    'straddle.payments.list.by-amount',
    (made) => ({ ...of(made), min_amount: 2000, max_amount: 3000 }),
    ({ payout, cancelled }) => [payout, cancelled].map(idOf),
  ),
  filter(
    'straddle.payments.list.by-date',
    (made) => ({ ...of(made), min_payment_date: made.day(3), max_payment_date: made.day(5) }),
    ({ payout }) => [idOf(payout)],
  ),
  filter(
    'straddle.payments.list.by-search',
    ({ charge }) => ({ search_text: String(read(charge, '/data/external_id')) }),
    ({ charge }) => [idOf(charge)],
  ),
  asRead,
]
