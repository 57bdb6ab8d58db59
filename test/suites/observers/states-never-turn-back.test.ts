import { describe, expect, it } from 'vitest'
import { statesNeverTurnBack } from '../../../suites/observers/states-never-turn-back.ts'
import { read } from './orders.ts'
import { watched } from './sequence.ts'
import type { Sequence } from './sequence.ts'

const observer = statesNeverTurnBack('orders', {
  clause: 'c',
  shownBy: { retrieveOrder: '', listOrders: '/data' },
  id: '/id',
  state: '/state',
  reachable: { paid: ['refunded'], refunded: [] },
})

describe('states never turn back', () => {
  it.for<Sequence>([
    ['a state goes on', [read('a', { id: 'a', state: 'paid' }), read('a', { id: 'a', state: 'refunded' })], 1, []],
    [
      'a state turns back',
      [read('a', { id: 'a', state: 'paid' }), read('a', { id: 'a', state: 'new' })],
      1,
      ['/state'],
    ],
    [
      'a list shows a state that turned back',
      [
        read('a', { id: 'a', state: 'refunded' }),
        { operation: 'listOrders', path: '/orders', json: { data: [{ id: 'a', state: 'paid' }] } },
      ],
      1,
      ['/data/0/state'],
    ],
    [
      'a state that may lead anywhere',
      [read('a', { id: 'a', state: 'new' }), read('a', { id: 'a', state: 'paid' })],
      0,
      [],
    ],
    [
      'an answer that was late',
      [read('a', { id: 'a', state: 'paid' }), read('a', { id: 'a', state: 'new' }, { overlaps: true })],
      0,
      [],
    ],
    [
      'a repeat under a key',
      [
        read('a', { id: 'a', state: 'paid' }),
        read('a', { id: 'a', state: 'new' }, { headers: [['idempotency-key', 'k']] }),
      ],
      0,
      [],
    ],
  ])('%s', ([, steps, judged, gaps]) => {
    expect(watched(observer, steps)).toEqual({ judged, gaps })
  })
})
