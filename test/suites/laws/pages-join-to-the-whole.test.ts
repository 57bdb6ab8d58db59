import { describe, expect, it } from 'vitest'
import { pagesJoinToTheWhole } from '../../../suites/laws/pages-join-to-the-whole.ts'
import type { Walk } from '../../../suites/laws/pages-join-to-the-whole.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { answered } from '../../answered.ts'

const { judge } = pagesJoinToTheWhole('acme/pages', {
  operation: 'listThings',
  paging: { items: '/data', id: '/id', first: () => ({}), next: () => undefined },
  make: () => Promise.resolve({ ids: [] }),
  whole: 'c',
})

/** What the law says of a list of a, b, c, d that came in these pages, and the number of the page that it is in. */
function judged(pages: readonly (readonly string[])[], endless = false): readonly (number | undefined)[] {
  const exchanges = pages.map((ids, index) => answered({ data: ids.map((id) => ({ id })) }, 200, { id: index + 1 }))
  const walk: Walk = { ids: ['a', 'b', 'c', 'd'], size: 2, pages: exchanges, walked: pages.flat(), endless }
  const mismatches = mismatchesOf(judge['c']?.(walk, undefined) as Judgement)
  return mismatches.map((mismatch) => mismatch.in?.id)
}

describe('pages that are joined', () => {
  it('conform where they are the whole', () => {
    expect(judged([['a', 'b'], ['c', 'd'], []])).toEqual([])
  })

  it.each<[string, readonly (readonly string[])[], number]>([
    [
      'the first item that is out of order',
      [
        ['a', 'b'],
        ['d', 'c'],
      ],
      2,
    ],
    ['an item that came before', [['a', 'b'], ['b', 'c'], ['d']], 2],
    ['an item too many', [['a', 'b'], ['c', 'd'], ['e']], 3],
    ['an item that was left out before', [['b', 'c'], ['d']], 1],
  ])('depart in the page with %s', (_, pages, page) => {
    expect(judged(pages)).toEqual([page])
  })

  it('depart in the last page where items are missing at the end, or where there is no end', () => {
    expect(judged([['a', 'b'], ['c']])).toEqual([2])
    expect(
      judged(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        true,
      ),
    ).toEqual([2])
  })
})
