import { each, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Receiver } from '../../model/trial.ts'
import { differences, holds, inExchange } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { counted, eventOf, eventsAbout } from './happenings.ts'
import { subscribe } from './listening.ts'
import { givenInvoice, ofSubscription } from './scenes.ts'

const nothing: Judgement = unobservable('nothing was delivered')

/** Any status from 200 to 299 accepts a delivery, and no other one does. */
const answeredWith = example('strike/deliveries/answered-with', {
  needs: ['webhooks', 'clock'],
  arrange: async (trial) => {
    const receivers: Receiver[] = []
    for (const status of [201, 204, 299, 302, 404]) {
      const { receiver } = await subscribe(trial)
      receiver.answer(status)
      receivers.push(receiver)
    }
    await givenInvoice(trial)
    await Promise.all(receivers.map((receiver) => receiver.deliveries(1)))
    await trial.advance(86_400)
    const counts: number[] = []
    for (const receiver of receivers) counts.push((await receiver.deliveries(1)).length)
    return counts
  },
  judge: {
    'strike.deliveries.retry.until-success': (counts) =>
      each(counts.slice(0, 3), (count) => holds(count === 1, '', 'one delivery that is answered with 2xx', count)),
    'strike.deliveries.retry.on-failure': (counts) =>
      each(counts.slice(3), (count) => holds(count > 1, '', 'a repeated delivery', count)),
  },
})

/** All that an event says, but for whether it arrived. */
function isTheSameEvent(first: Exchange, again: Exchange): Judgement {
  const { deliverySuccess: _before, ...said } = eventOf(first)
  const { deliverySuccess: _now, ...saidAgain } = eventOf(again)
  return inExchange(again, differences(said, saidAgain, ''))
}

const repeated = example('strike/deliveries/repeated', {
  needs: ['webhooks', 'clock'],
  arrange: async (trial) => {
    const { receiver } = await subscribe(trial)
    receiver.answer(500, 503, 200)
    const invoice = await givenInvoice(trial)
    const counts = [(await receiver.deliveries(1)).length]
    for (const seconds of [2, 1, 8, 1, 26, 1, 86_400]) {
      await trial.advance(seconds)
      counts.push((await receiver.deliveries(0)).length)
    }
    const deliveries = await receiver.deliveries(0)
    return { counts, deliveries, events: await eventsAbout(trial, 'invoice.created', textAt(invoice, '/invoiceId')) }
  },
  judge: {
    'strike.deliveries.retry.on-failure': ({ deliveries }) =>
      holds(deliveries.length > 1, '', 'a repeated delivery', deliveries.length),
    'strike.deliveries.retry.same-event': ({ deliveries: [first, ...again] }) =>
      first === undefined ? nothing : each(again, (delivery) => isTheSameEvent(first, delivery)),
    'strike.deliveries.retry.first': ({ counts }) =>
      holds(counts[1] === 1 && counts[2] === 2, '', 'the first repetition after 3 seconds', counts.slice(0, 3)),
    'strike.deliveries.retry.backoff': ({ counts }) =>
      holds(
        counts[3] === 2 && counts[4] === 3,
        '',
        'the second repetition 9 seconds after the first',
        counts.slice(2, 5),
      ),
    'strike.deliveries.retry.until-success': ({ counts }) =>
      holds(counts.at(-1) === 3, '', 'no delivery after the first that succeeded', counts.slice(4)),
    'strike.events.delivery-success.true': ({ events }) =>
      holds(events[0]?.['deliverySuccess'] === true, '/deliverySuccess', true, events[0]?.['deliverySuccess']),
  },
})

const givenUp = example('strike/deliveries/given-up', {
  needs: ['webhooks', 'clock'],
  arrange: async (trial) => {
    const { receiver } = await subscribe(trial)
    receiver.answer(...Array.from({ length: 40 }, () => 500))
    const invoice = await givenInvoice(trial)
    const first = await receiver.deliveries(1)
    const events = await eventsAbout(trial, 'invoice.created', textAt(invoice, '/invoiceId'))
    // just before and at the time of each repetition
    const counts: (readonly [early: number, due: number])[] = []
    for (let repetition = 1; repetition <= 12; repetition += 1) {
      await trial.advance(3 ** repetition - 1)
      const early = (await receiver.deliveries(0)).length
      await trial.advance(1)
      counts.push([early, (await receiver.deliveries(0)).length])
    }
    await trial.advance(3 ** 14)
    return { first, events, counts, deliveries: await receiver.deliveries(0) }
  },
  judge: {
    'strike.deliveries.retry.backoff': ({ counts }) =>
      each(counts, ([early, due], index) =>
        // how often one is repeated at most has a clause of its own
        holds(
          due === early || (early === index + 1 && due === index + 2),
          '',
          `repetition ${index + 1} 3^${index + 1} seconds after the delivery before`,
          [early, due],
        ),
      ),
    'strike.deliveries.retry.most': ({ deliveries }) =>
      holds(deliveries.length > 1 && deliveries.length <= 13, '', '12 repetitions at most', deliveries.length - 1),
    'strike.events.delivery-success.false': ({ events }) =>
      holds(events[0]?.['deliverySuccess'] === false, '/deliverySuccess', false, events[0]?.['deliverySuccess']),
  },
})

const optedOut = example('strike/deliveries/opted-out', {
  needs: ['webhooks', 'clock'],
  arrange: async (trial) => {
    const statuses = [410, 501]
    const receivers: Receiver[] = []
    for (const status of statuses) {
      const { receiver } = await subscribe(trial)
      receiver.answer(status)
      receivers.push(receiver)
    }
    await givenInvoice(trial)
    await Promise.all(receivers.map((receiver) => receiver.deliveries(1)))
    await trial.advance(86_400)
    return Promise.all(receivers.map((receiver) => receiver.deliveries(1)))
  },
  judge: { 'strike.deliveries.retry.opt-out': (all) => each(all, (deliveries) => counted(deliveries, 1)) },
})

/** A delivery that is still to be repeated when nobody wants it any more. */
const unwanted = example('strike/deliveries/no-longer-wanted', {
  needs: ['webhooks', 'clock'],
  arrange: async (trial) => {
    const subscribed = [await subscribe(trial), await subscribe(trial)] as const
    for (const { receiver } of subscribed) receiver.answer(500)
    await givenInvoice(trial)
    for (const { receiver } of subscribed) await receiver.deliveries(1)
    const [disabled, deleted] = subscribed
    await trial.given('updateSubscription', { ...ofSubscription(disabled.subscription), body: { enabled: false } })
    await trial.given('deleteSubscription', ofSubscription(deleted.subscription))
    await trial.advance(86_400)
    return { disabled: await disabled.receiver.deliveries(0), deleted: await deleted.receiver.deliveries(0) }
  },
  judge: {
    'strike.subscriptions.disabled.silent': ({ disabled }) => counted(disabled, 1),
    'strike.webhooks.delivery.subscribed-only': ({ deleted }) => counted(deleted, 1),
  },
})

/** When a delivery is repeated, and when no more. */
export const deliveryRetries: readonly Check[] = [answeredWith, repeated, givenUp, optedOut, unwanted]
