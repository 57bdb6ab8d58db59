import { expect, it } from 'vitest'
import { createCollection } from '../../emulator/collection.ts'

interface Item {
  readonly id: string
  readonly owner: string | null
}

function filled() {
  const items = createCollection<Item>(({ owner }) => owner)
  for (const [id, owner] of [
    ['a', 'x'],
    ['b', null],
    ['c', 'x'],
    ['d', 'y'],
  ] as const)
    items.put(id, { id, owner })
  return items
}

const idsOf = (items: readonly Item[]): string => items.map(({ id }) => id).join('')

it('keeps the order of creation, whatever is changed, removed or made anew', () => {
  const items = filled()
  items.put('a', { id: 'a', owner: 'y' })
  expect(idsOf(items.oldestFirst())).toBe('abcd')
  expect(idsOf(items.newestFirst())).toBe('dcba')
  expect([items.remove('b'), items.remove('b'), items.size]).toEqual([true, false, 3])
  items.put('b', { id: 'b', owner: null })
  expect(idsOf(items.oldestFirst())).toBe('acdb')
})

it('a list that was handed out stays as it is', () => {
  const items = filled()
  const [oldest, newest] = [items.oldestFirst(), items.newestFirst()]
  items.remove('a')
  items.put('e', { id: 'e', owner: null })
  expect([idsOf(oldest), idsOf(newest)]).toEqual(['abcd', 'dcba'])
  expect([idsOf(items.oldestFirst()), idsOf(items.newestFirst())]).toEqual(['bcde', 'edcb'])
})

it('finds the objects of an owner, the newest first, also of one that was given another owner', () => {
  const items = filled()
  expect([idsOf(items.of('x')), idsOf(items.of('y')), idsOf(items.of('z'))]).toEqual(['ca', 'd', ''])
  items.put('a', { id: 'a', owner: 'y' })
  items.remove('c')
  expect([idsOf(items.of('x')), idsOf(items.of('y'))]).toEqual(['', 'da'])
})

it('says where an object stands among the newest first', () => {
  const items = filled()
  items.remove('b')
  for (const [index, { id }] of items.newestFirst().entries()) expect(items.placeOf(id)).toBe(index)
  expect(items.placeOf('b')).toBe(-1)
})
