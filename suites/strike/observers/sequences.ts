import type { Observer } from '../../../model/check.ts'
import { creationsCanBeRead } from '../../observers/creations-can-be-read.ts'
import { fetchesAgreeWithEvents } from '../../observers/fetches-agree-with-events.ts'
import { itemsKeepTheirPlace } from '../../observers/items-keep-their-place.ts'
import { retrievesAnswerWhatWasAsked } from '../../observers/retrieves-answer-what-was-asked.ts'
import { statesNeverTurnBack } from '../../observers/states-never-turn-back.ts'

/** What any sequence of requests shows. */
export const sequences: readonly Observer[] = [
  creationsCanBeRead([
    {
      clause: 'strike.invoices.retrieve.same',
      create: 'createInvoice',
      retrieve: 'retrieveInvoice',
      parameter: 'invoiceId',
      id: '/invoiceId',
      same: ['/amount', '/created'],
    },
    {
      clause: 'strike.subscriptions.retrieve.same',
      create: 'createSubscription',
      retrieve: 'retrieveSubscription',
      parameter: 'subscriptionId',
      id: '/id',
      same: ['/created'],
    },
  ]),
  retrievesAnswerWhatWasAsked([
    { operations: ['retrieveInvoice', 'cancelInvoice'], parameter: 'invoiceId', id: '/invoiceId' },
    { operations: ['retrieveQuote'], parameter: 'quoteId', id: '/quoteId' },
    { operations: ['retrieveSubscription', 'updateSubscription'], parameter: 'subscriptionId', id: '/id' },
    { operations: ['retrieveEvent'], parameter: 'eventId', id: '/id' },
  ]),
  itemsKeepTheirPlace({
    clause: 'strike.lists.skip',
    operations: ['listInvoices'],
    start: (query) => Number(query.get('$skip') ?? 0),
    turning: ['$skip', '$top'],
    items: '/items',
    id: '/invoiceId',
    total: '/count',
  }),
  statesNeverTurnBack('invoices', {
    clause: 'strike.invoices.states.final',
    shownBy: { retrieveInvoice: '', cancelInvoice: '', listInvoices: '/items' },
    id: '/invoiceId',
    state: '/state',
    reachable: { PAID: [], CANCELLED: [] },
  }),
  fetchesAgreeWithEvents({
    clause: 'strike.webhooks.payload.names-invoice',
    entity: '/data/entityId',
    retrieve: 'retrieveInvoice',
    parameter: 'invoiceId',
    kept: [{ event: '/data/entityId', resource: '/invoiceId' }],
  }),
]
