import { describe, expect, it } from 'vitest'
import { kept, mismatchesOf, nothing } from '../../../model/judgement.ts'
import { inOrder } from '../../../suites/straddle/order.ts'

const at = (index: number) => `/${index}`

describe('an order', () => {
  it.for([
    ['of one value', ['a']],
    ['of equal values', [5, 5, 5]],
    ['of one instant at two precisions', ['2026-01-01T10:00:00Z', '2026-01-01T10:00:00.4Z']],
  ] as const)('is not shown by a list %s', ([, values]) => {
    expect(inOrder(values, 'asc', at)).toEqual(nothing)
  })

  it('counts the pairs that show it', () => {
    expect(inOrder([1, 1, 2, 10], 'asc', at)).toEqual(kept(2))
    expect(inOrder([10, 2, 1], 'desc', at)).toEqual(kept(2))
  })

  it('departs at the first value that is out of place', () => {
    expect(mismatchesOf(inOrder([1, 3, 2], 'asc', at))).toEqual([{ at: '/2', expected: 'not below 3', actual: 2 }])
    expect(mismatchesOf(inOrder([1, 3, 2], 'desc', at))).toEqual([{ at: '/1', expected: 'not above 1', actual: 3 }])
  })
})
