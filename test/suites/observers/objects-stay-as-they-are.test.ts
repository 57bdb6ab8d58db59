import { describe, expect, it } from 'vitest'
import type { Observer } from '../../../model/check.ts'
import type { Contract } from '../../../model/contract.ts'
import type { JsonObject } from '../../../model/json.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import { whatIsFixedStays, whatIsSettledStays } from '../../../suites/observers/objects-stay-as-they-are.ts'
import { operation } from '../../operation.ts'
import { create, list, read, remove } from './orders.ts'
import { contract as orders, exchangesOf } from './sequence.ts'
import type { Step } from './sequence.ts'

const order = {
  at: '',
  id: '/id',
  parameter: 'order',
  create: ['createOrder'],
  retrieve: 'retrieveOrder',
  update: 'updateOrder',
  delete: 'deleteOrder',
  act: ['payOrder'],
  views: [],
  owners: ['account'],
  fixed: ['/amount'],
  moving: [],
  writes: { updateOrder: [{ clause: 'sets', properties: { '/note': { kind: 'text' }, '/name': { kind: 'text' } } }] },
  keeps: { updateOrder: { clause: 'keeps', changes: ['/name'] } },
  relations: [{ at: '/parent', resource: 'order' }],
  stays: 'stays',
  refusals: { updateOrder: 'refused' },
}
const contract = {
  ...orders,
  operations: new Map([
    ...orders.operations,
    ['updateOrder', operation('updateOrder', 'POST', '/orders/{order}')],
    ['payOrder', operation('payOrder', 'POST', '/orders/{order}/pay')],
  ]),
  declaration: { resources: { order }, lists: { listOrders: { of: ['order'], items: ['/data'], clauses: {} } } },
} as unknown as Contract

const write = (name: string, body: JsonObject, answer: JsonObject, more: Partial<Step> = {}): Step => ({
  operation: name,
  path: `/orders/a${name === 'payOrder' ? '/pay' : ''}`,
  delivery: body,
  json: answer,
  ...more,
})

/** The clause and place of each gap. */
function gaps(observer: Observer, steps: readonly Step[]): readonly string[] {
  const see = observer.watch(contract)
  return exchangesOf(steps)
    .map((exchange) => ({
      ...exchange,
      direction: 'outbound' as const,
      request: { ...exchange.request, method: contract.operations.get(exchange.operation ?? '')?.method ?? 'GET' },
    }))
    .flatMap((exchange) => see(exchange))
    .flatMap(({ clause, judgement }) => mismatchesOf(judgement).map(({ at }) => `${clause} ${at}`))
}

const made = create('a', { amount: 1, note: 'Two seats', name: 'Ada' })
const found = (more: JsonObject = {}): Step =>
  read('a', { id: 'a', amount: 1, note: 'Two seats', name: 'Ada', ...more })
const inList = (more: JsonObject): Step => ({
  ...list('', []),
  json: { data: [{ id: 'a', amount: 1, note: 'Two seats', name: 'Ada', ...more }] },
})

describe('what never changes', () => {
  it.for<readonly [string, readonly Step[], readonly string[]]>([
    ['stays', [made, found()], []],
    ['changes by itself', [made, found({ amount: 2 })], ['stays /amount']],
    ['is another in a list', [made, inList({ amount: 2 })], ['stays /data/0/amount']],
    [
      'is another where it stands in the place of its id',
      [made, read('b', { id: 'b', amount: 1, parent: { id: 'a', amount: 2 } })],
      ['stays /parent/amount'],
    ],
    ['is left out', [made, read('a', { id: 'a' })], []],
    [
      'changes with an action',
      [made, write('payOrder', {}, { id: 'a', amount: 1 }), found({ amount: 2 })],
      ['stays /amount'],
    ],
    [
      'is set by an update',
      [made, write('updateOrder', { amount: 2 }, { id: 'a', amount: 2 }), found({ amount: 2 })],
      [],
    ],
    ['is that of another account', [made, { ...found({ amount: 2 }), account: 'second' }], []],
    ['is told by an answer that was under way', [made, { ...found({ amount: 2 }), overlaps: true }], []],
    ['is another after a deletion', [made, remove('a'), found({ amount: 2 })], []],
  ])('%s', ([, steps, expected]) => {
    expect(gaps(whatIsFixedStays, steps)).toEqual(expected)
  })
})

describe('what no request names', () => {
  it.for<readonly [string, readonly Step[], readonly string[]]>([
    ['stays', [made, found(), inList({})], []],
    ['is lost', [made, found({ note: null })], ['stays /note']],
    ['is lost by an action', [made, write('payOrder', {}, { id: 'a', note: null })], ['stays /note']],
    ['is lost by an update', [made, write('updateOrder', { size: 1 }, { id: 'a', note: 'x' })], ['keeps /note']],
    [
      'is changed by a refusal',
      [made, write('updateOrder', { note: 'x' }, {}, { status: 400 }), found({ note: 'x' })],
      ['refused /note'],
    ],
    [
      'may be changed by a failure of the server',
      [made, write('updateOrder', { note: 'x' }, {}, { status: 500 }), found({ note: 'x' })],
      [],
    ],
    [
      'is told by a list as it was when the list was asked for',
      [
        made,
        write('updateOrder', { note: 'x' }, { id: 'a', note: 'x' }),
        { ...inList({}), overlaps: true },
        found({ note: 'x' }),
      ],
      [],
    ],
    [
      'is not looked at in lists where requests overlap',
      [made, found(), { ...read('b', { id: 'b' }), overlaps: true }, inList({ note: 'x' })],
      [],
    ],
    ['is another in a list', [made, inList({ note: 'x' })], ['stays /data/0/note']],
    ['is left out of a list as null', [made, inList({ note: null }), found()], []],
    ['may be changed as declared', [made, write('updateOrder', { size: 1 }, { id: 'a', name: 'Bob' })], []],
    [
      'is told as it was by a repeat under a key',
      [
        { ...write('updateOrder', { note: 'x' }, { id: 'a', note: 'x' }), headers: [['idempotency-key', 'k']] },
        write('updateOrder', { note: 'y' }, { id: 'a', note: 'y' }),
        { ...write('updateOrder', { size: 1 }, { id: 'a', note: 'x' }), headers: [['idempotency-key', 'k']] },
        found({ note: 'y' }),
      ],
      [],
    ],
  ])('%s', ([, steps, expected]) => {
    expect(gaps(whatIsSettledStays, steps)).toEqual(expected)
  })
})
