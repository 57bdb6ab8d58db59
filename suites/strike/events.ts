import { all, each, unobservable } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { pagesJoinToTheWhole } from '../laws/pages-join-to-the-whole.ts'
import { differences, equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { listAt, read, textAt } from '../vocabulary/read.ts'
import { eventsAbout } from './happenings.ts'
import { byOffset, countOf, fullPages } from './offsets.ts'
import { notFound } from './refusal.ts'
import { givenInvoice, givenInvoices } from './scenes.ts'

const unsubscribed = example('strike/events/without-subscription', {
  needs: ['fresh-account'],
  arrange: async (trial) => eventsAbout(trial, 'invoice.created', textAt(await givenInvoice(trial), '/invoiceId')),
  judge: {
    'strike.events.list.unsubscribed': (events) => holds(events.length === 1, '/items', 'one event', events.length),
    'strike.events.delivery-success.none': (events) =>
      each(events, (event) =>
        holds((event['deliverySuccess'] ?? null) === null, '/items/*/deliverySuccess', null, event['deliverySuccess']),
      ),
  },
})

const fetched = example('strike/events/fetched', {
  arrange: async (trial) => {
    const [event = {}] = await eventsAbout(trial, 'invoice.created', textAt(await givenInvoice(trial), '/invoiceId'))
    return { event, answer: await trial.call('retrieveEvent', { path: { eventId: String(event['id'] ?? 'none') } }) }
  },
  judge: {
    'strike.events.retrieve.same': ({ event, answer }) =>
      event['id'] === undefined
        ? unobservable('the event is not listed')
        : all(hasStatus(answer, 200), differences(event, read(answer, ''), '')),
  },
})

const kept = example('strike/events/kept', {
  needs: ['clock'],
  arrange: async (trial) => {
    const [event = {}] = await eventsAbout(trial, 'invoice.created', textAt(await givenInvoice(trial), '/invoiceId'))
    const call = { path: { eventId: String(event['id'] ?? 'none') } }
    await trial.advance(30 * 86_400 - 60)
    const inTime = await trial.call('retrieveEvent', call)
    await trial.advance(120)
    return { inTime, late: await trial.call('retrieveEvent', call) }
  },
  judge: { 'strike.events.list.kept': ({ inTime, late }) => all(hasStatus(inTime, 200), notFound(late)) },
})

const filter = { $filter: "eventType eq 'invoice.created'" }

const pages = pagesJoinToTheWhole('strike/events/pages', {
  operation: 'listEvents',
  needs: ['fresh-account'],
  paging: byOffset('/data/entityId', { $orderby: 'created' }),
  make: async (trial, count) => ({
    ids: (await givenInvoices(trial, count)).map((invoice) => textAt(invoice, '/invoiceId')),
    query: filter,
  }),
  most: 5,
  whole: 'strike.lists.skip',
  also: { 'strike.lists.top': fullPages, 'strike.lists.count': countOf },
})

const filtered = example('strike/events/filtered', {
  needs: ['fresh-account'],
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    await trial.given('cancelInvoice', { path: { invoiceId: textAt(invoice, '/invoiceId') } })
    return {
      updated: await trial.given('listEvents', { query: { $filter: "eventType eq 'invoice.updated'" } }),
      succeeded: await trial.given('listEvents', { query: { $filter: 'deliverySuccess eq true' } }),
    }
  },
  judge: {
    'strike.lists.filter.equality': ({ updated, succeeded }) =>
      all(
        differences(
          ['invoice.updated'],
          listAt(updated, '/items').map((event) => valueAt(event, '/eventType') ?? null) as Json,
          '/items/*/eventType',
        ),
        equals(succeeded, '/items', []),
      ),
    'strike.lists.count': ({ updated, succeeded }) => all(equals(updated, '/count', 1), equals(succeeded, '/count', 0)),
  },
})

export const events: readonly Check[] = [unsubscribed, fetched, kept, pages, filtered]
