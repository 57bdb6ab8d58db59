import { describe, expect, it } from 'vitest'
import type { Contract } from '../../../model/contract.ts'
import { totalsNeverFall } from '../../../suites/observers/totals-never-fall.ts'
import { declaredOrders, seen } from './declared-orders.ts'
import type { Told } from './declared-orders.ts'
import { list } from './orders.ts'

const { declaration } = declaredOrders
const { delete: _, ...lasting } = declaration.resources['order'] as { delete: string }
const counted = (order: unknown): Contract =>
  ({
    ...declaredOrders,
    declaration: {
      ...declaration,
      resources: { order },
      paging: { ...declaration.paging, total: '/count', clauses: { total: 'total' } },
    },
  }) as unknown as Contract

const page = (count: number, query = 'limit=1'): Told => list(query, ['a'], { count })

describe('the total of a list of what cannot be deleted', () => {
  it.for<readonly [string, readonly Told[], readonly string[]]>([
    ['grows', [page(1), page(2), page(2)], []],
    ['falls', [page(3), page(2)], ['total /count']],
    ['falls once and is back', [page(3), page(2), page(3)], ['total /count']],
    ['was too high once', [page(2), page(4), page(2), page(2)], ['total /count']],
    ['is that of some of it', [page(3), page(2, 'shop=x')], []],
    ['is that of another account', [page(3), { ...page(2), account: 'second' }], []],
    ['was told while another request was under way', [page(3), { ...page(2), overlaps: true }], []],
  ])('%s', ([, steps, gaps]) => {
    expect(seen(totalsNeverFall, steps, {}, { contract: counted(lasting) }).gaps).toEqual(gaps)
  })

  it('is not judged of what can be deleted', () => {
    expect(
      seen(totalsNeverFall, [page(3), page(2)], {}, { contract: counted(declaration.resources['order']) }),
    ).toEqual({
      gaps: [],
      kept: [],
    })
  })
})
