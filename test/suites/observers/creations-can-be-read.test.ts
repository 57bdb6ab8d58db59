import { describe, expect, it } from 'vitest'
import { creationsCanBeRead } from '../../../suites/observers/creations-can-be-read.ts'
import { create, read, remove } from './orders.ts'
import { watched } from './sequence.ts'
import type { Sequence } from './sequence.ts'

const observer = creationsCanBeRead([
  { clause: 'c', create: 'createOrder', retrieve: 'retrieveOrder', parameter: 'order', id: '/id', same: ['/amount'] },
])

describe('creations can be read', () => {
  it.for<Sequence>([
    ['what was made is read', [create('a', { amount: 1 }), read('a', { id: 'a', amount: 1 })], 1, []],
    ['what was made reads otherwise', [create('a', { amount: 1 }), read('a', { id: 'a', amount: 2 })], 1, ['/amount']],
    [
      'an instant that is told again with fewer digits',
      [
        create('a', { amount: '2021-11-12T20:08:45.9815937+00:00' }),
        read('a', { id: 'a', amount: '2021-11-12T20:08:45.98159+00:00' }),
      ],
      1,
      [],
    ],
    ['what was made is lost', [create('a'), read('a', {}, { status: 404 })], 1, ['status']],
    ['what was deleted is not missed', [create('a'), remove('a'), read('a', {}, { status: 404 })], 0, []],
    [
      'what another account made is not missed',
      [create('a'), read('a', {}, { status: 404, account: 'second' })],
      0,
      [],
    ],
    [
      'what is not found without a key may be of another account',
      [create('a'), read('a', {}, { status: 404, unseen: true })],
      0,
      [],
    ],
    [
      'what a lost request may have deleted is not missed',
      [create('a'), read('a', {}, { status: 404, afterLoss: true })],
      0,
      [],
    ],
    ['an id that a recorder masked is nobody’s', [create('***'), read('***', { id: '***', amount: 2 })], 0, []],
    ['an outage says nothing of what was made', [create('a'), read('a', {}, { status: 503 })], 0, []],
  ])('%s', ([, steps, judged, gaps]) => {
    expect(watched(observer, steps)).toEqual({ judged, gaps })
  })
})
