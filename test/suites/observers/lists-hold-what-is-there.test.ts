import { describe, expect, it } from 'vitest'
import { listsHoldWhatIsThere } from '../../../suites/observers/lists-hold-what-is-there.ts'
import { seen } from './declared-orders.ts'
import type { Told } from './declared-orders.ts'
import { create, remove } from './orders.ts'

const made = (id: string, created = 1, shop = 'a'): Told => create(id, { created, shop })
const list = (query: string, ids: readonly string[], more = false, rest: Partial<Told> = {}): Told => ({
  operation: 'listOrders',
  path: `/orders?${query}`,
  json: { data: ids.map((id) => ({ id, created: 1, shop: 'a' })), more },
  ...rest,
})

describe('a list', () => {
  it.for<readonly [string, readonly Told[], readonly string[]]>([
    ['holds what was made', [made('a'), made('b'), list('', ['b', 'a'])], []],
    ['lacks what was made', [made('a'), made('b'), list('', ['b'])], ['whole /data']],
    ['is full and denies that more follow', [made('a'), made('b'), list('limit=1', ['b'])], ['more /more']],
    ['is full and says that more follow', [made('a'), made('b'), list('limit=1', ['b'], true)], []],
    [
      'lacks what is newer than its last item',
      [made('a'), made('b', 9), list('limit=1', ['a'], true)],
      ['whole /data'],
    ],
    ['lacks what was deleted', [made('a'), remove('a'), list('', [])], []],
    ['lacks what was deleted under another key', [made('a'), { ...remove('a'), account: 'second' }, list('', [])], []],
    ['lacks what a lost request may have deleted', [made('a'), list('', [], false, { afterLoss: true })], []],
    ['lacks what others may have deleted', [made('a'), list('', [], false, { second: 601 })], []],
    ['is of another account', [made('a'), list('', [], false, { account: 'second' })], []],
    ['is of an account that was not seen', [made('a'), list('', [], false, { unseen: true })], []],
    ['lacks what was not asked for', [made('a', 1, 'b'), list('shop=a', [])], []],
    ['lacks what was asked for', [made('a'), list('shop=a', [])], ['whole /data']],
    ['is narrowed by what no document names', [made('a'), list('near=here', [])], []],
    ['shows what was made later behind', [made('a'), made('b'), list('', ['a', 'b'])], ['newest /data/1']],
  ])('%s', ([, steps, gaps]) => {
    expect(seen(listsHoldWhatIsThere, steps).gaps).toEqual(gaps)
  })
})
