import type { Observer } from '../../../model/check.ts'
import { creationsCanBeRead } from '../../observers/creations-can-be-read.ts'
import { fetchesAgreeWithEvents } from '../../observers/fetches-agree-with-events.ts'
import { itemsKeepTheirPlace } from '../../observers/items-keep-their-place.ts'
import { retrievesAnswerWhatWasAsked } from '../../observers/retrieves-answer-what-was-asked.ts'
import { statesNeverTurnBack } from '../../observers/states-never-turn-back.ts'

/** What any sequence of requests shows. */
export const sequences: readonly Observer[] = [
  retrievesAnswerWhatWasAsked([
    {
      clause: 'acinq-strike.charges.retrieve.asked-for',
      operations: ['retrieveCharge'],
      parameter: 'charge',
      id: '/id',
    },
  ]),
  creationsCanBeRead([
    {
      clause: 'acinq-strike.charges.retrieve.as-created',
      create: 'createCharge',
      retrieve: 'retrieveCharge',
      parameter: 'charge',
      id: '/id',
      same: ['/amount', '/currency', '/created'],
    },
  ]),
  itemsKeepTheirPlace({
    clause: 'acinq-strike.charges.list.pages-join',
    operations: ['listCharges'],
    start(query) {
      const size = query.get('size')
      return size === undefined ? undefined : Number(query.get('page') ?? 0) * Number(size)
    },
    turning: ['page', 'size'],
    items: '',
    id: '/id',
  }),
  statesNeverTurnBack('charges', {
    clause: 'acinq-strike.charge.paid.final',
    shownBy: { retrieveCharge: '', listCharges: '' },
    id: '/id',
    state: '/paid',
    reachable: { true: [] },
  }),
  fetchesAgreeWithEvents({
    clause: 'acinq-strike.hooks.event.as-retrieved',
    entity: '/data/id',
    retrieve: 'retrieveCharge',
    parameter: 'charge',
    // an event is sent on payment, and what is paid stays paid
    kept: ['amount', 'created', 'paid'].map((name) => ({ event: `/data/${name}`, resource: `/${name}` })),
  }),
]
