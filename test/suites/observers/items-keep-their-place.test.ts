import { describe, expect, it } from 'vitest'
import { itemsKeepTheirPlace } from '../../../suites/observers/items-keep-their-place.ts'
import { create, list } from './orders.ts'
import { watched } from './sequence.ts'
import type { Sequence } from './sequence.ts'

const start = (query: ReadonlyMap<string, string>): number => Number(query.get('skip') ?? 0)
const observer = itemsKeepTheirPlace({
  clause: 'c',
  operations: ['listOrders'],
  start,
  turning: ['skip'],
  items: '/data',
  id: '/id',
  total: '/total',
})

describe('items keep their place', () => {
  it.for<Sequence>([
    ['pages lie side by side', [list('skip=0', ['a', 'b']), list('skip=2', ['c'])], 1, []],
    ['an item stands on two pages', [list('skip=0', ['a', 'b']), list('skip=2', ['b', 'c'])], 1, ['/data/0/id']],
    ['pages that overlap agree', [list('skip=0', ['a', 'b']), list('skip=1', ['b', 'c'])], 1, []],
    ['an empty page shows nothing', [list('skip=0', ['a', 'b']), list('skip=2', [])], 0, []],
    ['something was made between the pages', [list('skip=0', ['a', 'b']), create('x'), list('skip=2', ['b'])], 0, []],
    [
      'the list grew between the pages',
      [list('skip=0', ['a', 'b'], { total: 2 }), list('skip=2', ['b'], { total: 3 })],
      0,
      [],
    ],
    ['pages asked for at once', [list('skip=0', ['a', 'b']), { ...list('skip=2', ['b']), overlaps: true }], 0, []],
  ])('%s', ([, steps, judged, gaps]) => {
    expect(watched(observer, steps)).toEqual({ judged, gaps })
  })
})
