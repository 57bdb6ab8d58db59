import { all, departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import { holds, inExchange } from '../vocabulary/judge.ts'
import { actingFor } from '../laws/acting-for.ts'
import { customerBody } from './bodies.ts'
import { atLeast, times } from './counted.ts'
import { eventOf, eventsOf, signatureFits, stampOf, subscribe, webhookHeader } from './deliveries.ts'
import { makeAccount } from './embedding.ts'
import { charges, makePayment } from './kinds.ts'
import { until } from './lives.ts'
import { idOf, makePaykey } from './making.ts'

const listens = ['webhooks', 'levers'] as const
const fiveMinutes = 5 * 60 * 1000

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

function shows(delivery: Exchange, at: string, expected: string): Judgement {
  const actual = valueAt(eventOf(delivery), at)
  return inExchange(delivery, holds(actual === expected, at, expected, actual))
}

export const webhooks: readonly Check[] = [customers, paykeys, payments, twoReceivers]
