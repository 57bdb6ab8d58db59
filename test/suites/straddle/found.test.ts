import { describe, expect, it } from 'vitest'
import { isKept, kept, mismatchesOf, nothing } from '../../../model/judgement.ts'
import { inList, leavesOut, lists, onlyIds, placeOf } from '../../../suites/straddle/found.ts'
import { exchange } from './exchange.ts'

const list = (...ids: readonly string[]) => exchange({ answer: { data: ids.map((id) => ({ id })) } })

describe('a list', () => {
  it('holds an item or leaves it out', () => {
    expect(placeOf(list('a', 'b'), 'b')).toBe('/data/1')
    expect(isKept(lists(list('a'), 'a'))).toBe(true)
    expect(isKept(leavesOut(list('a'), 'b'))).toBe(true)
    expect(mismatchesOf(lists(list('a'), 'b'))).toMatchObject([{ at: '/data', actual: 'absent' }])
    expect(mismatchesOf(leavesOut(list('a', 'b'), 'b'))).toMatchObject([{ at: '/data/1/id', actual: 'b' }])
  })

  it.for([
    ['in another order', ['b', 'a'], []],
    ['with a stranger', ['a', 'c', 'b'], ['/data/1/id']],
    ['with an item missing', ['a'], ['/data']],
    ['with an item twice', ['a', 'b', 'a'], ['/data/2/id']],
  ] as const)('holds exactly some items: %s', ([, ids, places]) => {
    expect(mismatchesOf(onlyIds(list(...ids), ['a', 'b'])).map(({ at }) => at)).toEqual(places)
  })

  it('holds no item where none is expected', () => {
    expect(isKept(onlyIds(list(), []))).toBe(true)
    expect(mismatchesOf(onlyIds(list('a'), []))).toHaveLength(1)
  })

  it('shows nothing of an item that it does not hold', () => {
    expect(inList(list('a'), 'b', () => kept())).toEqual(nothing)
    expect(inList(list('a'), 'a', () => kept())).toEqual(kept())
  })
})
