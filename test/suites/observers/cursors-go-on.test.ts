import { describe, expect, it } from 'vitest'
import { cursorsGoOn } from '../../../suites/observers/cursors-go-on.ts'
import { list } from './orders.ts'
import { watched } from './sequence.ts'
import type { Sequence } from './sequence.ts'

const observer = cursorsGoOn({
  clause: 'c',
  operations: ['listOrders'],
  after: 'after',
  before: 'before',
  size: 'limit',
  items: '/data',
  id: '/id',
})

describe('cursors go on', () => {
  it.for<Sequence>([
    ['a cursor goes on', [list('limit=2', ['a', 'b']), list('limit=2&after=b', ['c', 'd'])], 1, []],
    ['a cursor is not heeded', [list('limit=2', ['a', 'b']), list('limit=2&after=b', ['a', 'b'])], 1, ['/data/0/id']],
    ['a page begins with the cursor itself', [list('after=b', ['b', 'c'])], 1, ['/data/0/id']],
    ['another listing has the same items', [list('state=new', ['a', 'b']), list('after=b', ['a'])], 1, []],
    ['an empty page shows nothing', [list('limit=2', ['a', 'b']), list('limit=2&after=b', [])], 0, []],
    ['pages that go backwards are left alone', [list('', ['a', 'b']), list('before=b', ['a'])], 0, []],
  ])('%s', ([, steps, judged, gaps]) => {
    expect(watched(observer, steps)).toEqual({ judged, gaps })
  })
})
