import { describe, expect, it } from 'vitest'
import { gone } from '../../../suites/laws/what-is-deleted-is-gone.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import type { Rules } from './shop/shop.ts'

const rules = ['retrieve', 'list', 'update', 'again']
const contract = shopContract(
  {},
  {
    deletion: {
      leaves: 'nothing',
      clauses: Object.fromEntries(rules.map((rule) => [rule, rule])),
      referredBy: [{ operation: 'createThing', at: '/part', clause: 'refer', lasts: true }],
    },
    stays: 'stays',
  },
)

/** A shop in which what was deleted is still there for an operation. */
const there = (operation: string, remembers: Rules['remembers'] = () => true): Partial<Rules> => ({
  remembers: (asking, query) => asking === operation && remembers(asking, query),
})

describe('what is deleted', () => {
  it('is gone in an honest shop, every rule of it looked at', async () => {
    expect(await judged(gone, contract)).toEqual(
      Object.fromEntries([...rules, 'refer', 'stays'].map((rule) => [rule, 'kept'])),
    )
  })

  it.for<readonly [string, Partial<Rules>, readonly string[]]>([
    ['retrieved', there('readThing'), ['retrieve']],
    ['listed', there('listThings'), ['list']],
    ['found by its color', there('listThings', (_, query) => query['color'] !== undefined), ['list']],
    ['updated', there('updateThing'), ['update']],
    ['deleted again', there('deleteThing'), ['again']],
    ['referred to', there('refer'), ['refer']],
    ['taking along what names it', { bereft: (value) => ({ ...value, name: null }) }, ['stays']],
  ])('departs where it is %s', async ([, lies, expected]) => {
    expect(await broken(gone, contract, lies)).toEqual(expected)
  })

  it('is not promised where nothing can be deleted', () => {
    expect(gone.of({ contract: shopContract(), scenes }, 'thing')).toBe('it cannot be deleted')
  })
})
