import { all, departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { Receiver } from '../../model/trial.ts'
import { holds, inExchange } from '../vocabulary/judge.ts'
import { actingFor } from '../laws/acting-for.ts'
import { customerBody } from './bodies.ts'
import { eventOf, eventsOf, signatureFits, stampOf, subscribe, webhookHeader } from './deliveries.ts'
import { makeAccount } from './embedding.ts'
import { charges, makePayment } from './kinds.ts'
import { until } from './lives.ts'
import { idOf, makePaykey } from './making.ts'

const listens = ['webhooks', 'levers'] as const
const fiveMinutes = 5 * 60 * 1000
/** Seconds between the attempts of one delivery. */
const schedule = [5, 300, 1800, 7200, 18_000, 36_000, 36_000]

const customers: Check = example('straddle/webhooks/customer', {
  needs: listens,
  arrange: async (trial) => {
    const { receiver, secret } = await subscribe(trial)
    const created = await trial.given('createCustomer', {
      body: customerBody(trial, {
        compliance_profile: { ssn: '123-45-6789', dob: '1990-01-01' },
        config: { sandbox_outcome: 'review' },
      }),
    })
    const path = { id: idOf(created) }
    const first = await receiver.deliveries(2)
    await trial.given('decideCustomer', { path, body: { status: 'verified' } })
    return { secret, id: path.id, first, arrived: await receiver.deliveries(3), now: trial.now() }
  },
  judge: {
    'straddle.webhooks.event.created-once': ({ id, arrived }) =>
      times(eventsOf(arrived, 'customer.created.v1', id).length, 1),
    'straddle.webhooks.event.on-change': ({ id, arrived }) =>
      atLeast(eventsOf(arrived, 'customer.event.v1', id).length, 2),
    'straddle.webhooks.event.unique-id': ({ arrived }) =>
      arrived.length < 2
        ? nothing
        : times(new Set(arrived.map((delivery) => valueAt(eventOf(delivery), '/event_id'))).size, arrived.length),
    'straddle.webhooks.event.masked': ({ first }) =>
      each(first.slice(0, 1), (event) =>
        all(
          shows(event, '/data/compliance_profile/ssn', '***-**-****'),
          shows(event, '/data/device/ip_address', '**.**.**.**'),
        ),
      ),
    'straddle.webhooks.signature.headers': ({ arrived }) => {
      if (arrived.length === 0) return nothing
      const prefixes = arrived.map((delivery) =>
        (['webhook', 'svix'] as const).find((prefix) =>
          ['id', 'timestamp', 'signature'].every((part) => webhookHeader(delivery, part, prefix) !== undefined),
        ),
      )
      const [prefix] = prefixes
      return prefix === undefined || prefixes.some((other) => other !== prefix)
        ? departs({ at: 'webhook-signature', expected: 'three headers', actual: 'absent' })
        : kept(prefixes.length)
    },
    'straddle.webhooks.signature.verifies': ({ arrived, secret }) =>
      each(arrived, (delivery) =>
        holds(
          signatureFits(delivery, secret),
          'webhook-signature',
          'a signature over id, timestamp and body',
          webhookHeader(delivery, 'signature'),
        ),
      ),
    'straddle.webhooks.signature.timestamp': ({ arrived, now }) =>
      each(arrived, (delivery) =>
        holds(
          Math.abs(stampOf(delivery) - now) <= fiveMinutes,
          'webhook-timestamp',
          Math.floor(now / 1000),
          stampOf(delivery) / 1000,
        ),
      ),
  },
})

const paykeys: Check = example('straddle/webhooks/paykey', {
  needs: listens,
  arrange: async (trial) => {
    const { receiver } = await subscribe(trial)
    const paykey = await makePaykey(trial)
    return { paykey, arrived: await receiver.deliveries(4) }
  },
  judge: {
    'straddle.webhooks.event.full-paykey': ({ paykey, arrived }) =>
      each(
        ['paykey.created.v1', 'paykey.event.v1'].flatMap((type) => eventsOf(arrived, type, paykey.id)),
        (event) =>
          holds(valueAt(event, '/data/paykey') === paykey.token, '/data/paykey', 'the full token', 'another one'),
      ),
    'straddle.webhooks.event.created-once': ({ paykey, arrived }) =>
      times(eventsOf(arrived, 'paykey.created.v1', paykey.id).length, 1),
  },
})

const payments: Check = example('straddle/webhooks/payment', {
  needs: [...listens, 'clock'],
  arrange: async (trial) => {
    const { receiver } = await subscribe(trial)
    const paykey = await makePaykey(trial)
    const charge = await makePayment(trial, charges, { config: { sandbox_outcome: 'paid' } }, paykey)
    await until(trial, charges, idOf(charge), ['paid'])
    return { paykey, charge: idOf(charge), arrived: await receiver.deliveries(8) }
  },
  judge: {
    'straddle.webhooks.event.created-once': ({ charge, arrived }) =>
      times(eventsOf(arrived, 'charge.created.v1', charge).length, 1),
    'straddle.webhooks.event.on-change': ({ charge, arrived }) =>
      atLeast(eventsOf(arrived, 'charge.event.v1', charge).length, 4),
    'straddle.webhooks.event.masked': ({ charge, paykey, arrived }) =>
      each(eventsOf(arrived, 'charge.event.v1', charge), (event) =>
        holds(valueAt(event, '/data/paykey') !== paykey.token, '/data/paykey', 'masked', 'in full'),
      ),
  },
})

/** Whoever listens is told, and each by a signature of its own secret. */
const twoReceivers: Check = example('straddle/webhooks/two-receivers', {
  needs: listens,
  arrange: async (trial) => {
    const [first, second] = [await subscribe(trial), await subscribe(trial)]
    const id = idOf(await trial.given('createCustomer', { body: customerBody(trial) }))
    const acting = actingFor(trial, 'straddle-account-id', idOf(await makeAccount(trial)))
    const ofEmbedded = idOf(await acting.given('createCustomer', { body: customerBody(trial) }))
    const isLast = (delivery: Exchange): boolean => valueAt(eventOf(delivery), '/data/id') === ofEmbedded
    const told = async ({ receiver, secret }: typeof first) => ({
      secret,
      arrived: await receiver.deliveries(2, isLast),
    })
    return { ids: [id, ofEmbedded], receivers: [await told(first), await told(second)] }
  },
  judge: {
    'straddle.webhooks.event.created-once': ({ ids, receivers }) =>
      each(receivers, ({ arrived }) =>
        each(ids, (id) => times(eventsOf(arrived, 'customer.created.v1', id).length, 1)),
      ),
    'straddle.webhooks.signature.verifies': ({ receivers }) =>
      each(receivers, ({ arrived, secret }) =>
        each(arrived, (delivery) =>
          holds(
            signatureFits(delivery, secret),
            'webhook-signature',
            'a signature over id, timestamp and body',
            webhookHeader(delivery, 'signature'),
          ),
        ),
      ),
  },
})

const idOfDelivery = (delivery: Exchange): string | undefined => webhookHeader(delivery, 'id')

/** Attempts of the first delivery, in order. */
function attempts([first, ...others]: readonly Exchange[]): readonly Exchange[] {
  if (first === undefined) return []
  return [first, ...others.filter((delivery) => idOfDelivery(delivery) === idOfDelivery(first))]
}

const retries: Check = example('straddle/webhooks/retries', {
  needs: [...listens, 'clock'],
  arrange: async (trial) => {
    const { receiver } = await subscribe(trial)
    receiver.answer(...Array.from({ length: 40 }, () => 500))
    await trial.given('createCustomer', { body: customerBody(trial) })
    await trial.advance(2 * 24 * 60 * 60)
    return receiver.deliveries(16)
  },
  judge: {
    'straddle.webhooks.retries.until-success': (arrived) =>
      all(
        holds(attempts(arrived).length > 1, '', 'another attempt', attempts(arrived).length),
        holds(
          new Set(attempts(arrived).map(({ request }) => request.body)).size === 1,
          '',
          'the same event',
          'another one',
        ),
      ),
    'straddle.webhooks.retries.schedule': (arrived) => {
      const at = attempts(arrived).map((delivery) => stampOf(delivery) / 1000)
      const waited = at.slice(1).map((time, index) => time - (at[index] ?? 0))
      // the signed time has whole seconds, and a delivery takes its time
      const isKept = schedule.every((seconds, index) => Math.abs((waited[index] ?? Infinity) - seconds) <= 1)
      return holds(isKept && waited.length === schedule.length, '', schedule, waited)
    },
  },
})

const success: Check = example('straddle/webhooks/no-retry-after-success', {
  needs: [...listens, 'clock'],
  arrange: async (trial) => {
    const { receiver } = await subscribe(trial)
    receiver.answer(500, 204)
    await trial.given('createCustomer', { body: customerBody(trial) })
    await receiver.deliveries(2)
    // what happens before the repetition is told as well
    const meanwhile = idOf(await trial.given('createCustomer', { body: customerBody(trial) }))
    await trial.advance(2 * 24 * 60 * 60)
    const arrived = await receiver.deliveries(5)
    // a success may come late, and one delivery may fail while another one fails
    const late = await subscribe(trial)
    late.receiver.answer(...Array.from({ length: 8 }, () => 500))
    await trial.given('createCustomer', { body: customerBody(trial) })
    await late.receiver.deliveries(2)
    await trial.advance(2)
    await trial.given('createCustomer', { body: customerBody(trial) })
    await late.receiver.deliveries(4)
    await trial.advance(2 * 24 * 60 * 60)
    return { meanwhile, arrived, late: await late.receiver.deliveries(12) }
  },
  judge: {
    'straddle.webhooks.event.created-once': ({ meanwhile, arrived }) =>
      times(eventsOf(arrived, 'customer.created.v1', meanwhile).length, 1),
    'straddle.webhooks.retries.stop-after-success': ({ arrived, late }) =>
      all(times(arrived.length, 5), times(late.length, 8 + new Set(late.map(idOfDelivery)).size)),
    'straddle.webhooks.retries.until-success': ({ arrived, late }) =>
      all(
        atLeast(attempts(arrived).length, 2),
        each([...new Set(late.map(idOfDelivery))], (id) =>
          atLeast(late.filter((delivery) => idOfDelivery(delivery) === id).length, 2),
        ),
      ),
  },
})

/** Days without a single success, after which nothing is delivered any more. */
const disabled: Check = example('straddle/webhooks/disabled-endpoint', {
  needs: [...listens, 'clock'],
  arrange: async (trial) => {
    const { receiver } = await subscribe(trial)
    receiver.answer(...Array.from({ length: 200 }, () => 500))
    const make = () => trial.given('createCustomer', { body: customerBody(trial) })
    for (let day = 0; day < 6; day += 1) {
      await make()
      await trial.advance(24 * 60 * 60)
    }
    const before = (await receiver.deliveries(1)).length
    await make()
    await trial.advance(60)
    return { before, after: (await receiver.deliveries(before)).length }
  },
  judge: {
    'straddle.webhooks.retries.disabled-endpoint': ({ before, after }) =>
      before === 0 ? nothing : holds(after === before, '', `no delivery after the first ${before}`, after - before),
  },
})

/** Any status from 200 to 299 accepts a delivery, and no other one does. */
const answeredWith: Check = example('straddle/webhooks/answered-with', {
  needs: [...listens, 'clock'],
  arrange: async (trial) => {
    const receivers: Receiver[] = []
    for (const status of [200, 201, 202, 299, 302, 410]) {
      const { receiver } = await subscribe(trial)
      receiver.answer(status, status)
      receivers.push(receiver)
    }
    await trial.given('createCustomer', { body: customerBody(trial) })
    for (const receiver of receivers) await receiver.deliveries(2)
    await trial.advance(3600)
    const counts: number[] = []
    for (const receiver of receivers) counts.push((await receiver.deliveries(2)).length)
    return counts
  },
  judge: {
    'straddle.webhooks.retries.stop-after-success': (counts) => each(counts.slice(0, 4), (count) => times(count, 2)),
    'straddle.webhooks.retries.until-success': (counts) => each(counts.slice(4), (count) => atLeast(count, 3)),
  },
})

/** An endpoint that has failed for days and accepted something since has not failed for five days. */
const recovered: Check = example('straddle/webhooks/recovered-endpoint', {
  needs: [...listens, 'clock'],
  arrange: async (trial) => {
    const { receiver } = await subscribe(trial)
    const make = () => trial.given('createCustomer', { body: customerBody(trial) })
    const day = 24 * 60 * 60
    receiver.answer(500, 500)
    await make()
    await trial.advance(4 * day)
    receiver.answer(...Array.from({ length: 40 }, () => 500))
    await make()
    await trial.advance(2 * day)
    receiver.answer()
    const before = (await receiver.deliveries(1)).length
    const id = idOf(await make())
    const isTold = (delivery: Exchange): boolean => valueAt(eventOf(delivery), '/data/id') === id
    return { before, told: (await receiver.deliveries(1, isTold)).filter(isTold).length }
  },
  judge: {
    'straddle.webhooks.event.created-once': ({ before, told }) => (before === 0 ? nothing : atLeast(told, 1)),
  },
})

function times(actual: number, expected: number): Judgement {
  return holds(actual === expected, '', expected, actual)
}

function atLeast(actual: number, least: number): Judgement {
  return holds(actual >= least, '', `${least} or more`, actual)
}

function shows(delivery: Exchange, at: string, expected: string): Judgement {
  const actual = valueAt(eventOf(delivery), at)
  return inExchange(delivery, holds(actual === expected, at, expected, actual))
}

export const webhooks: readonly Check[] = [
  customers,
  paykeys,
  payments,
  twoReceivers,
  retries,
  success,
  answeredWith,
  disabled,
  recovered,
]
