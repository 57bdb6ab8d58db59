import { each, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Exchange } from '../../model/exchange.ts'
import { differences, holds, inExchange } from '../vocabulary/judge.ts'
import { counted, entityOf, eventsAbout, withoutOthers } from './happenings.ts'
import { deliveredAbout, subscribe } from './listening.ts'
import { givenInvoice, ofSubscription } from './scenes.ts'
import { read, textAt } from '../vocabulary/read.ts'

const header = 'x-webhook-signature'

/** As long as a secret can be. */
const secondSecret = 'the second secret '.padEnd(50, 'of fifty characters ')

/** Whether a delivery is signed with this secret over exactly its body, whatever the case of the digits. */
export function isSigned({ request }: Exchange, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(request.body).digest()
  const given = Buffer.from(headerOf(request, header) ?? '', 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const nothing: Judgement = unobservable('nothing was delivered')

function signedWith(deliveries: readonly Exchange[], secret: string): Judgement {
  if (deliveries.length === 0) return nothing
  return each(deliveries, (delivery) =>
    holds(
      isSigned(delivery, secret),
      header,
      'the HMAC-SHA256 of the body under the secret',
      headerOf(delivery.request, header),
    ),
  )
}

function caseOf(deliveries: readonly Exchange[]): Judgement {
  if (deliveries.length === 0) return nothing
  return each(deliveries, (delivery) => {
    const signature = headerOf(delivery.request, header) ?? 'absent'
    const shown = /^[0-9A-F]+$/.test(signature) ? 'in upper case' : signature
    return inExchange(delivery, holds(/^[0-9a-f]+$/.test(signature), header, 'hexadecimal digits in lower case', shown))
  })
}

const signed = example('strike/deliveries/signed', {
  needs: ['webhooks'],
  arrange: async (trial) => {
    const { receiver, subscription } = await subscribe(trial, 'the first secret')
    const before = await deliveredAbout(
      receiver,
      await givenInvoice(trial, { description: 'Käse & Brot, 50 % — "frisch"' }),
    )
    await trial.given('updateSubscription', { ...ofSubscription(subscription), body: { secret: secondSecret } })
    const after = await deliveredAbout(receiver, await givenInvoice(trial))
    await trial.call('deleteSubscription', ofSubscription(subscription))
    return { before, after }
  },
  judge: {
    'strike.deliveries.signature.hmac': ({ before }) => signedWith(before, 'the first secret'),
    'strike.deliveries.signature.case': ({ before, after }) => caseOf([...before, ...after]),
    'strike.deliveries.signature.new-secret': ({ after }) => signedWith(after, secondSecret),
  },
})

/** An update of something else leaves the secret alone. */
const secretKept = example('strike/deliveries/secret-outlives-other-updates', {
  needs: ['webhooks'],
  arrange: async (trial) => {
    const { receiver, subscription } = await subscribe(trial, 'the first secret')
    await trial.given('updateSubscription', { ...ofSubscription(subscription), body: { enabled: true } })
    const deliveries = await deliveredAbout(receiver, await givenInvoice(trial))
    await trial.call('deleteSubscription', ofSubscription(subscription))
    return deliveries
  },
  judge: { 'strike.subscriptions.update.only-sent': (after) => signedWith(after, 'the first secret') },
})

/** Two subscriptions to one event, of which one gets it. */
const halfDelivered = example('strike/deliveries/to-one-of-two', {
  needs: ['webhooks'],
  arrange: async (trial) => {
    const [well, ill] = [await subscribe(trial), await subscribe(trial)]
    ill.receiver.answer(...Array.from({ length: 40 }, () => 500))
    const invoice = await givenInvoice(trial)
    const id = textAt(invoice, '/invoiceId')
    const told = async ({ receiver }: typeof well) => receiver.deliveries(1, (delivery) => entityOf(delivery) === id)
    for (const one of [well, ill]) await told(one)
    const events = await eventsAbout(trial, 'invoice.created', id)
    const seen = {
      // others can make invoices on the account meanwhile
      well: await withoutOthers(trial, await told(well), id),
      events,
      fetched: await trial.call('retrieveEvent', { path: { eventId: String(events[0]?.['id'] ?? 'none') } }),
    }
    for (const { subscription } of [well, ill]) await trial.call('deleteSubscription', ofSubscription(subscription))
    return seen
  },
  judge: {
    'strike.webhooks.delivery.post': ({ well }) => counted(well, 1),
    'strike.events.retrieve.same': ({ events, fetched }) =>
      events[0] === undefined || fetched.response.status >= 300
        ? nothing
        : inExchange(fetched, differences(events[0], read(fetched, ''), '')),
    'strike.events.delivery-success.false': ({ events }) =>
      holds(events[0]?.['deliverySuccess'] === false, '/deliverySuccess', false, events[0]?.['deliverySuccess']),
  },
})

export const deliveries: readonly Check[] = [signed, secretKept, halfDelivered]
