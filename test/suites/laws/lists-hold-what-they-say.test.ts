import { describe, expect, it } from 'vitest'
import type { Contract } from '../../../model/contract.ts'
import type { List, Paging } from '../../../model/declaration.ts'
import { lists } from '../../../suites/laws/lists-hold-what-they-say.ts'
import { listRules, shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import { honest } from './shop/shop.ts'
import type { Rules } from './shop/shop.ts'

const rules = [...listRules, 'order', 'by-color', 'by-height']

describe('lists that hold what they say', () => {
  it('are kept by an honest shop, every rule of them looked at', async () => {
    expect(await judged(lists, shopContract())).toEqual(Object.fromEntries(rules.map((rule) => [rule, 'kept'])))
  })

  it.for<readonly [string, Partial<Rules>, readonly string[]]>([
    ['oldest first', { inOrder: (oldestFirst) => oldestFirst }, ['order', 'most']],
    [
      'ordered by their last change',
      { inOrder: (oldestFirst) => oldestFirst.toReversed().toSorted((a, b) => b.changed - a.changed) },
      ['order'],
    ],
    ['cut off', { sizeOf: (asked) => Math.min(asked, 5) }, ['fills', 'most']],
    ['too long', { sizeOf: (asked) => asked + 1 }, ['size', 'fills', 'default']],
    ['without the last', { inOrder: (oldestFirst) => oldestFirst.toReversed().slice(0, -1) }, ['whole']],
    ['going on one too late', { after: (items, id) => honest.after(items, id) + 1 }, ['whole', 'after']],
    ['beginning anew after the last', { after: (items, id) => honest.after(items, id) % items.length }, ['after']],
    ['silent about more', { tellsMore: () => false }, ['more']],
    ['promising more at the end', { tellsMore: (left) => left >= 0 }, ['more']],
    ['short of details', { shows: (value) => ({ ...value, height: 0 }) }, ['items']],
    ['unfiltered', { matches: () => true }, ['by-color', 'by-height']],
    [
      'filtered by one thing at a time',
      {
        matches: (value, query) =>
          honest.matches(value, query['color'] === undefined ? query : { color: query['color'] }),
      },
      ['by-color', 'by-height'],
    ],
    [
      'filtered by the other thing alone',
      {
        matches: (value, query) =>
          honest.matches(value, query['least'] === undefined ? query : { least: query['least'] }),
      },
      ['by-color', 'by-height'],
    ],
    [
      'filtered beyond the bound',
      { matches: (value, query) => honest.matches(value, query) && value['height'] !== (query['least'] ?? 0) },
      ['by-height'],
    ],
    [
      'filtered on the first page only',
      { matches: (value, query) => query['after'] !== undefined || honest.matches(value, query) },
      ['by-color', 'by-height'],
    ],
  ])('depart where they are %s', async ([, lies, expected]) => {
    expect(await broken(lists, shopContract(), lies)).toEqual(expect.arrayContaining([...expected]))
  })

  it('depart where a page beyond the largest holds more than that', async () => {
    const { paging } = shopContract().declaration as { readonly paging: Paging }
    const contract = shopContract({ paging: { ...paging, clauses: { ...paging.clauses, beyond: 'beyond' } } })
    const sizeOf = (asked: number): number => Math.min(asked, 10)
    expect((await judged(lists, contract, { sizeOf }))['beyond']).toBe('kept')
    expect(await broken(lists, contract, { sizeOf: (asked) => asked })).toEqual(['beyond'])
  })

  it('blame a filter for nothing that another one does wrong', async () => {
    const lies: Partial<Rules> = { matches: (value, query) => honest.matches(value, { ...query, least: 0 }) }
    expect(await broken(lists, shopContract(), lies)).toEqual(['by-height'])
  })

  it('break the clause of the filter that they refuse, and no other', async () => {
    expect(await broken(lists, shopContract(), { understands: ({ least }) => least === undefined })).toEqual([
      'by-height',
    ])
  })

  /** Judges a shop in which something grows once its list was asked for so many times; and tells how often that was in all. */
  async function growing(times: number, contract: Contract, inOrder: Rules['inOrder']) {
    let asked = 0
    const grown = (one: Parameters<Rules['inOrder']>[0][number]) =>
      asked > times && one.value['height'] === 2 ? { ...one, value: { ...one.value, height: 4 } } : one
    const told = await judged(lists, contract, {
      inOrder: (oldestFirst, sort) => {
        asked += 1
        return inOrder(oldestFirst.map(grown), sort)
      },
    })
    return { asked, told }
  }

  it('are kept where an item changes by itself, whenever it does', async () => {
    const { asked } = await growing(Infinity, shopContract(), honest.inOrder)
    for (let times = 0; times < asked; times += 1) {
      const { told } = await growing(times, shopContract(), honest.inOrder)
      expect([told['by-color'], told['by-height']]).toEqual(['kept', 'kept'])
    }
  })

  describe('sorted as asked', () => {
    const { lists: declared } = shopContract().declaration
    const byHeight = {
      by: '/height',
      query: { ascending: { sort: 'height' }, descending: { sort: '-height' } },
      clauses: { ascending: 'rising', descending: 'falling' },
    }
    const contract = shopContract({
      lists: { listThings: { ...(declared['listThings'] as List), sorts: [byHeight] } },
    })
    const inOrder: Rules['inOrder'] = (oldestFirst, sort) => {
      const risen = oldestFirst.toSorted((a, b) => Number(a.value['height']) - Number(b.value['height']))
      return sort === undefined ? oldestFirst.toReversed() : sort === 'height' ? risen : risen.toReversed()
    }

    it('are kept where they are', async () => {
      const told = await judged(lists, contract, { inOrder })
      expect([told['rising'], told['falling']]).toEqual(['kept', 'kept'])
    })

    it('are kept where an item changes by itself, whenever it does', async () => {
      const { asked } = await growing(Infinity, contract, inOrder)
      for (let times = 0; times < asked; times += 1) {
        const { told } = await growing(times, contract, inOrder)
        expect([told['rising'], told['falling'], told['whole']]).toEqual(['kept', 'kept', 'kept'])
      }
    })

    it('depart where they are not, or where the order is refused', async () => {
      expect(await broken(lists, contract, { inOrder: honest.inOrder })).toContain('falling')
      const understands: Rules['understands'] = ({ sort }) => sort !== 'height'
      expect(await broken(lists, contract, { inOrder, understands })).toEqual(['rising'])
    })
  })

  it('are not promised of what no list holds', () => {
    const contract = shopContract({ lists: {} })
    expect(lists.of({ contract, scenes }, 'thing')).toBe('it has no list of its own')
  })
})
