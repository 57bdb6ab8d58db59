import { describe, expect, it } from 'vitest'
import { creationsCanBeRead } from '../../../suites/observers/creations-can-be-read.ts'
import { cursorsGoOn } from '../../../suites/observers/cursors-go-on.ts'
import { fetchesAgreeWithEvents } from '../../../suites/observers/fetches-agree-with-events.ts'
import { itemsKeepTheirPlace } from '../../../suites/observers/items-keep-their-place.ts'
import { retrievesAnswerWhatWasAsked } from '../../../suites/observers/retrieves-answer-what-was-asked.ts'
import { statesNeverTurnBack } from '../../../suites/observers/states-never-turn-back.ts'
import type { Observer } from '../../../suites/model/check.ts'
import type { Json } from '../../../suites/model/json.ts'
import { watched } from './sequence.ts'
import type { Step } from './sequence.ts'

const create = (id: string, more: Json = {}): Step => ({
  operation: 'createOrder',
  path: '/orders',
  json: { id, ...(more as object) },
})
const read = (id: string, json: Json, more: Partial<Step> = {}): Step => ({
  operation: 'retrieveOrder',
  path: `/orders/${id}`,
  json,
  ...more,
})
const list = (query: string, ids: readonly string[], more: Json = {}): Step => ({
  operation: 'listOrders',
  path: `/orders?${query}`,
  json: { data: ids.map((id) => ({ id })), ...(more as object) },
})
const remove = (id: string): Step => ({ operation: 'deleteOrder', path: `/orders/${id}` })

const made = creationsCanBeRead([
  { clause: 'c', create: 'createOrder', retrieve: 'retrieveOrder', parameter: 'order', id: '/id', same: ['/amount'] },
])
const asked = retrievesAnswerWhatWasAsked([{ clause: 'c', operation: 'retrieveOrder', parameter: 'order', id: '/id' }])
const cursors = cursorsGoOn({
  clause: 'c',
  operations: ['listOrders'],
  after: 'after',
  before: 'before',
  size: 'limit',
  items: '/data',
  id: '/id',
})
const start = (query: ReadonlyMap<string, string>): number => Number(query.get('skip') ?? 0)
const places = itemsKeepTheirPlace({
  clause: 'c',
  operations: ['listOrders'],
  start,
  turning: ['skip'],
  items: '/data',
  id: '/id',
  total: '/total',
})
const states = statesNeverTurnBack('orders', {
  clause: 'c',
  shownBy: { retrieveOrder: '', listOrders: '/data' },
  id: '/id',
  state: '/state',
  reachable: { paid: ['refunded'], refunded: [] },
})
const events = fetchesAgreeWithEvents({
  clause: 'c',
  entity: '/order/id',
  retrieve: 'retrieveOrder',
  parameter: 'order',
  kept: [{ event: '/order/paid', resource: '/paid', only: true }],
})
const event = (id: string, paid: boolean): Step => ({ path: '/hook', delivery: { order: { id, paid } } })

const cases: readonly {
  readonly name: string
  readonly observer: Observer
  readonly steps: readonly Step[]
  readonly judged: number
  readonly gaps: readonly string[]
}[] = [
  {
    name: 'what was made is read',
    observer: made,
    steps: [create('a', { amount: 1 }), read('a', { id: 'a', amount: 1 })],
    judged: 1,
    gaps: [],
  },
  {
    name: 'what was made reads otherwise',
    observer: made,
    steps: [create('a', { amount: 1 }), read('a', { id: 'a', amount: 2 })],
    judged: 1,
    gaps: ['/amount'],
  },
  {
    name: 'what was made is lost',
    observer: made,
    steps: [create('a'), read('a', {}, { status: 404 })],
    judged: 1,
    gaps: ['status'],
  },
  {
    name: 'what was deleted is not missed',
    observer: made,
    steps: [create('a'), remove('a'), read('a', {}, { status: 404 })],
    judged: 0,
    gaps: [],
  },
  {
    name: 'what another account made is not missed',
    observer: made,
    steps: [create('a'), read('a', {}, { status: 404, account: 'second' })],
    judged: 0,
    gaps: [],
  },
  {
    name: 'an outage says nothing of what was made',
    observer: made,
    steps: [create('a'), read('a', {}, { status: 503 })],
    judged: 0,
    gaps: [],
  },

  {
    name: 'the object that was asked for',
    observer: asked,
    steps: [read('a%2Fb', { id: 'a/b' })],
    judged: 1,
    gaps: [],
  },
  {
    name: 'another object than was asked for',
    observer: asked,
    steps: [read('a', { id: 'b' })],
    judged: 1,
    gaps: ['/id'],
  },

  {
    name: 'a cursor goes on',
    observer: cursors,
    steps: [list('limit=2', ['a', 'b']), list('limit=2&after=b', ['c', 'd'])],
    judged: 1,
    gaps: [],
  },
  {
    name: 'a cursor is not heeded',
    observer: cursors,
    steps: [list('limit=2', ['a', 'b']), list('limit=2&after=b', ['a', 'b'])],
    judged: 1,
    gaps: ['/data/0/id'],
  },
  {
    name: 'a page begins with the cursor itself',
    observer: cursors,
    steps: [list('after=b', ['b', 'c'])],
    judged: 1,
    gaps: ['/data/0/id'],
  },
  {
    name: 'another listing has the same items',
    observer: cursors,
    steps: [list('state=new', ['a', 'b']), list('after=b', ['a'])],
    judged: 1,
    gaps: [],
  },
  {
    name: 'pages that go backwards are left alone',
    observer: cursors,
    steps: [list('', ['a', 'b']), list('before=b', ['a'])],
    judged: 0,
    gaps: [],
  },

  {
    name: 'pages lie side by side',
    observer: places,
    steps: [list('skip=0', ['a', 'b']), list('skip=2', ['c'])],
    judged: 1,
    gaps: [],
  },
  {
    name: 'an item stands on two pages',
    observer: places,
    steps: [list('skip=0', ['a', 'b']), list('skip=2', ['b', 'c'])],
    judged: 1,
    gaps: ['/data/0/id'],
  },
  {
    name: 'pages that overlap agree',
    observer: places,
    steps: [list('skip=0', ['a', 'b']), list('skip=1', ['b', 'c'])],
    judged: 1,
    gaps: [],
  },
  {
    name: 'something was made between the pages',
    observer: places,
    steps: [list('skip=0', ['a', 'b']), create('x'), list('skip=2', ['b'])],
    judged: 0,
    gaps: [],
  },
  {
    name: 'the list grew between the pages',
    observer: places,
    steps: [list('skip=0', ['a', 'b'], { total: 2 }), list('skip=2', ['b'], { total: 3 })],
    judged: 0,
    gaps: [],
  },
  {
    name: 'pages asked for at once',
    observer: places,
    steps: [list('skip=0', ['a', 'b']), { ...list('skip=2', ['b']), overlaps: true }],
    judged: 0,
    gaps: [],
  },

  {
    name: 'a state goes on',
    observer: states,
    steps: [read('a', { id: 'a', state: 'paid' }), read('a', { id: 'a', state: 'refunded' })],
    judged: 1,
    gaps: [],
  },
  {
    name: 'a state turns back',
    observer: states,
    steps: [read('a', { id: 'a', state: 'paid' }), read('a', { id: 'a', state: 'new' })],
    judged: 1,
    gaps: ['/state'],
  },
  {
    name: 'a list shows a state that turned back',
    observer: states,
    steps: [
      read('a', { id: 'a', state: 'refunded' }),
      { operation: 'listOrders', path: '/orders', json: { data: [{ id: 'a', state: 'paid' }] } },
    ],
    judged: 1,
    gaps: ['/data/0/state'],
  },
  {
    name: 'a state that may lead anywhere',
    observer: states,
    steps: [read('a', { id: 'a', state: 'new' }), read('a', { id: 'a', state: 'paid' })],
    judged: 0,
    gaps: [],
  },
  {
    name: 'an answer that was late',
    observer: states,
    steps: [read('a', { id: 'a', state: 'paid' }), read('a', { id: 'a', state: 'new' }, { overlaps: true })],
    judged: 0,
    gaps: [],
  },
  {
    name: 'a repeat under a key',
    observer: states,
    steps: [
      read('a', { id: 'a', state: 'paid' }),
      read('a', { id: 'a', state: 'new' }, { headers: [['idempotency-key', 'k']] }),
    ],
    judged: 0,
    gaps: [],
  },

  {
    name: 'a fetch agrees with the event',
    observer: events,
    steps: [event('a', true), read('a', { id: 'a', paid: true })],
    judged: 1,
    gaps: [],
  },
  {
    name: 'a fetch denies the event',
    observer: events,
    steps: [event('a', true), read('a', { id: 'a', paid: false })],
    judged: 1,
    gaps: ['/paid'],
  },
  {
    name: 'an event that says nothing lasting',
    observer: events,
    steps: [event('a', false), read('a', { id: 'a', paid: true })],
    judged: 0,
    gaps: [],
  },
  {
    name: 'a fetch that began before the event',
    observer: events,
    steps: [event('a', true), read('a', { id: 'a', paid: false }, { overlaps: true })],
    judged: 0,
    gaps: [],
  },
]

describe('observers of sequences', () => {
  it.for(cases)('$name', ({ observer, steps, judged, gaps }) => {
    expect(watched(observer, steps)).toEqual({ judged, gaps })
  })
})
