import { all, each, nothing } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { Receiver } from '../../model/trial.ts'
import { holds } from '../vocabulary/judge.ts'
import { customerBody } from './bodies.ts'
import { atLeast, atMost, times } from './counted.ts'
import { eventOf, eventsOf, stampOf, subscribe, webhookHeader } from './deliveries.ts'
import { idOf } from './making.ts'

const listens = ['webhooks', 'levers'] as const
/** Seconds between the attempts of one delivery. */
const schedule = [5, 300, 1800, 7200, 18_000, 36_000, 36_000]

const idOfDelivery = (delivery: Exchange): string | undefined => webhookHeader(delivery, 'id')

const isAccepted = ({ response }: Exchange): boolean => response.status < 300

/** The attempts of each delivery. */
function eachDelivery(arrived: readonly Exchange[]): readonly (readonly Exchange[])[] {
  return [...new Set(arrived.map(idOfDelivery))].map((id) =>
    arrived.filter((delivery) => idOfDelivery(delivery) === id),
  )
}

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
      all(
        times(arrived.length, 5),
        each(eachDelivery(late), (tries) => atMost(tries.filter(isAccepted).length, 1)),
      ),
    'straddle.webhooks.retries.until-success': ({ arrived, late }) =>
      all(
        atLeast(attempts(arrived).length, 2),
        each(eachDelivery(late), (tries) => atLeast(tries.filter(isAccepted).length, 1)),
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

/** What becomes of a delivery that is not accepted at once. */
export const webhookRetries: readonly Check[] = [retries, success, answeredWith, disabled, recovered]
