import { expect, it } from 'vitest'
import { atBreadth } from '../../engine/breadth.ts'
import type { Breadth } from '../../engine/breadth.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'

const check = (id: string, law?: string, resource = ''): Check => ({
  ...example(id, { arrange: () => Promise.resolve(), judge: {} }),
  ...(law === undefined ? {} : { cell: { law, resource } }),
})
const checks = [
  check('by-hand'),
  check('keys/a/1', 'keys', 'a'),
  check('keys/a/2', 'keys', 'a'),
  check('keys/b', 'keys', 'b'),
  check('lists/b', 'lists', 'b'),
  check('lists/c', 'lists', 'c'),
]

it.each<[Breadth, readonly string[]]>([
  ['all', checks.map(({ id }) => id)],
  ['one', ['by-hand', 'keys/a/1', 'keys/a/2', 'lists/b']],
  ['resource', ['by-hand', 'keys/a/1', 'keys/a/2', 'lists/b', 'lists/c']],
])('%s keeps the checks by hand and as many cells', (breadth, kept) => {
  expect(atBreadth(checks, breadth).map(({ id }) => id)).toEqual(kept)
})
