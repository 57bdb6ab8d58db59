import { all, each, kept, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { valueAt } from '../../model/json.ts'
import { equals, holds } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { counted, entityOf, eventOf, eventsAbout, ofType, withoutOthers } from './happenings.ts'
import { givenHolder, givenInvoice, of, ofSubscription, subscribing, wanted } from './scenes.ts'

function changesOf(event: JsonObject): readonly Json[] {
  const changes = valueAt(event, '/data/changes')
  return Array.isArray(changes) ? (changes as readonly Json[]) : []
}

const raised = example('strike/webhooks/events-of-an-invoice', {
  arrange: async (trial) => {
    const quiet = await givenInvoice(trial)
    await trial.given('createQuote', of(quiet))
    const invoice = await givenInvoice(trial)
    const cancelled = await trial.given('cancelInvoice', of(invoice))
    const [id, quietId] = [textAt(invoice, '/invoiceId'), textAt(quiet, '/invoiceId')]
    return {
      cancelled,
      created: await eventsAbout(trial, 'invoice.created', id),
      updated: await eventsAbout(trial, 'invoice.updated', id),
      unchanged: await eventsAbout(trial, 'invoice.updated', quietId),
    }
  },
  judge: {
    'strike.webhooks.events.invoice-created': ({ created }) =>
      holds(created.length === 1, '/items', 'one invoice.created', created.length),
    'strike.webhooks.events.invoice-updated': ({ updated }) =>
      holds(updated.length > 0, '/items', 'invoice.updated', updated.length),
    'strike.webhooks.events.nothing-else': ({ unchanged }) =>
      holds(unchanged.length === 0, '/items', 'no invoice.updated', unchanged.length),
    'strike.webhooks.payload.names-invoice': ({ created, updated }) =>
      created.length + updated.length > 0
        ? kept(created.length + updated.length)
        : unobservable('no event names the invoice'),
    'strike.webhooks.payload.names-state': ({ updated }) =>
      each(updated, (event) =>
        holds(changesOf(event).includes('state'), '/data/changes', 'state among them', changesOf(event) as Json),
      ),
    'strike.webhooks.payload.changes-real': ({ updated, cancelled }) =>
      each(updated.flatMap(changesOf), (name) =>
        holds(
          read(cancelled, `/${String(name)}`) !== undefined,
          '/data/changes',
          'names of properties of the invoice',
          name,
        ),
      ),
  },
})

/** An invoice that one account issues and another receives concerns both. */
const forBoth = example('strike/webhooks/both-parties-are-told', {
  needs: ['webhooks', 'second-account'],
  arrange: async (trial) => {
    const receiver = trial.as('receiver')
    const { handle } = await givenHolder(receiver)
    const [mine, theirs] = [await trial.receiver(), await trial.receiver()]
    await trial.given('createSubscription', subscribing({ webhookUrl: mine.url }))
    await receiver.given('createSubscription', subscribing({ webhookUrl: theirs.url }))
    const invoice = await trial.given('createInvoiceForReceiver', { path: { handle }, ...wanted() })
    await trial.given('cancelInvoice', of(invoice))
    const isOurs = (delivery: Exchange): boolean => entityOf(delivery) === textAt(invoice, '/invoiceId')
    const told = [await mine.deliveries(2, isOurs), await theirs.deliveries(2, isOurs)]
    return told.map((deliveries) => deliveries.filter(isOurs))
  },
  judge: {
    'strike.webhooks.events.invoice-created': (told) =>
      each(told, (deliveries) => arrived(deliveries, 'invoice.created')),
    'strike.webhooks.events.invoice-updated': (told) =>
      each(told, (deliveries) => arrived(deliveries, 'invoice.updated')),
  },
})

/** Each change of the state is one, also the last. */
const eachChange = example('strike/webhooks/each-change-of-state', {
  needs: ['levers'],
  arrange: async (trial) => {
    const invoiceId = textAt(await givenInvoice(trial), '/invoiceId')
    const counts: number[] = []
    for (const stopAt of ['PENDING', 'PAID']) {
      await trial.lever('pay', { invoiceId, stopAt })
      counts.push((await eventsAbout(trial, 'invoice.updated', invoiceId)).length)
    }
    return counts
  },
  judge: {
    'strike.webhooks.events.invoice-updated': (counts) =>
      holds(counts[0] === 1 && counts[1] === 2, '/items', 'an event of each of two changes', counts),
  },
})

const delivered = example('strike/webhooks/delivered', {
  needs: ['webhooks'],
  arrange: async (trial) => {
    const receiver = await trial.receiver()
    const subscription = await trial.given('createSubscription', subscribing({ webhookUrl: receiver.url }))
    const invoice = await givenInvoice(trial)
    await trial.given('cancelInvoice', of(invoice))
    const id = textAt(invoice, '/invoiceId')
    const received = await receiver.deliveries(2, (delivery) => entityOf(delivery) === id)
    const deliveries = await withoutOthers(trial, received, id)
    const fetched = await trial.given('retrieveInvoice', of(invoice))
    await trial.call('deleteSubscription', ofSubscription(subscription))
    return { id, deliveries, fetched }
  },
  judge: {
    'strike.webhooks.delivery.post': ({ deliveries }) =>
      all(arrived(deliveries, 'invoice.created'), arrived(deliveries, 'invoice.updated')),
    'strike.webhooks.payload.names-invoice': ({ deliveries, id }) =>
      each(deliveries, (delivery) => holds(entityOf(delivery) === id, '/data/entityId', id, entityOf(delivery))),
    'strike.webhooks.version.of-subscription': ({ deliveries }) =>
      each(deliveries, (delivery) =>
        holds(
          eventOf(delivery)['webhookVersion'] === 'v1',
          '/webhookVersion',
          'v1',
          eventOf(delivery)['webhookVersion'],
        ),
      ),
  },
})

function arrived(deliveries: readonly Exchange[], eventType: string): Judgement {
  return holds(ofType(deliveries, eventType).length > 0, '', `a delivery of ${eventType}`, 'none')
}

const fetched = example('strike/webhooks/fetched', {
  needs: ['webhooks', 'levers'],
  arrange: async (trial) => {
    const receiver = await trial.receiver()
    await trial.given('createSubscription', subscribing({ webhookUrl: receiver.url, eventTypes: ['invoice.updated'] }))
    const invoice = await givenInvoice(trial)
    await trial.lever('pay', { invoiceId: textAt(invoice, '/invoiceId') })
    const [delivery] = await receiver.deliveries(1)
    const entity = delivery === undefined ? '' : String(entityOf(delivery))
    return {
      delivery,
      invoice: await trial.call('retrieveInvoice', { path: { invoiceId: entity === '' ? 'none' : entity } }),
    }
  },
  judge: {
    'strike.webhooks.payload.fetch': ({ delivery, invoice }) =>
      delivery === undefined ? unobservable('nothing was delivered') : equals(invoice, '/state', 'PAID'),
  },
})

/** Where nobody is told of anything, nobody can be told too much. */
const silence = unobservable('no delivery came to either subscription')

const subscribedOnly = example('strike/webhooks/subscribed-types-only', {
  needs: ['webhooks'],
  arrange: async (trial) => {
    const [receiver, silent] = [await trial.receiver(), await trial.receiver()]
    const subscription = await trial.given(
      'createSubscription',
      subscribing({ webhookUrl: receiver.url, eventTypes: ['invoice.updated'] }),
    )
    const disabled = await trial.given('createSubscription', subscribing({ webhookUrl: silent.url, enabled: false }))
    const invoice = of(await givenInvoice(trial))
    await trial.given('cancelInvoice', invoice)
    const deliveries = await receiver.deliveries(1, (delivery) => entityOf(delivery) === invoice.path?.['invoiceId'])
    await trial.call('deleteSubscription', ofSubscription(subscription))
    await trial.call('deleteSubscription', ofSubscription(disabled))
    return { deliveries, toDisabled: await silent.deliveries(0) }
  },
  judge: {
    'strike.webhooks.delivery.subscribed-only': ({ deliveries }) =>
      deliveries.length === 0 ? silence : counted(ofType(deliveries, 'invoice.created'), 0, 'invoice.created'),
    'strike.subscriptions.disabled.silent': ({ deliveries, toDisabled }) =>
      deliveries.length + toDisabled.length === 0 ? silence : counted(toDisabled, 0),
  },
})

export const webhooks: readonly Check[] = [raised, eachChange, forBoth, delivered, fetched, subscribedOnly]
