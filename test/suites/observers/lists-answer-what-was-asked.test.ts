import { describe, expect, it } from 'vitest'
import type { Json } from '../../../model/json.ts'
import { listsAnswerWhatWasAsked } from '../../../suites/observers/lists-answer-what-was-asked.ts'
import { seen } from './declared-orders.ts'

const page = (query: string, items: readonly Json[], more = false) =>
  seen(listsAnswerWhatWasAsked, [{ operation: 'listOrders', path: `/orders?${query}`, json: { data: items, more } }])
    .gaps
const item = (id: string, created: number, shop = 'a'): Json => ({ id, created, shop })
const [three, two, one] = [item('3', 3), item('2', 2), item('1', 1)]

describe('a page of a list', () => {
  it.for<readonly [string, readonly string[], readonly string[]]>([
    ['is as it was asked for', page('limit=2&shop=a', [three, two]), []],
    ['holds more than was asked for', page('limit=1', [two, one]), ['size /data']],
    ['holds more than without a size', page('', [item('4', 4), three, two, one]), ['default /data']],
    ['has a size of which nothing is said', page('limit=0', [two, one]), []],
    ['holds what was not asked for', page('shop=a', [item('1', 1, 'b')]), ['by-shop /data/0/shop']],
    ['is beyond a bound', page('created[gte]=2', [two, one]), ['by-created /data/1/created']],
    ['does not begin with the newest', page('', [one, two]), ['newest /data/1/created']],
    ['holds one twice', page('', [two, two]), ['whole /data/1/id']],
    ['is not full and says that more follow', page('limit=3', [two], true), ['fills /more']],
    ['is full and says that more follow', page('limit=1', [two], true), []],
  ])('%s', ([, actual, gaps]) => {
    expect(actual).toEqual(gaps)
  })
})
