import { describe, expect, it } from 'vitest'
import { fetchesAgreeWithEvents } from '../../../suites/observers/fetches-agree-with-events.ts'
import { event, read } from './orders.ts'
import { watched } from './sequence.ts'
import type { Sequence } from './sequence.ts'

const observer = fetchesAgreeWithEvents({
  clause: 'c',
  entity: '/order/id',
  retrieve: 'retrieveOrder',
  parameter: 'order',
  kept: [{ event: '/order/paid', resource: '/paid', only: true }],
})

describe('fetches agree with events', () => {
  it.for<Sequence>([
    ['a fetch agrees with the event', [event('a', true), read('a', { id: 'a', paid: true })], 1, []],
    ['a fetch denies the event', [event('a', true), read('a', { id: 'a', paid: false })], 1, ['/paid']],
    ['an event that says nothing lasting', [event('a', false), read('a', { id: 'a', paid: true })], 0, []],
    [
      'a fetch that began before the event',
      [event('a', true), read('a', { id: 'a', paid: false }, { overlaps: true })],
      0,
      [],
    ],
  ])('%s', ([, steps, judged, gaps]) => {
    expect(watched(observer, steps)).toEqual({ judged, gaps })
  })
})
