import { describe, expect, it } from 'vitest'
import { compareInstants, millisecondsOf, sameValue } from '../../model/instant.ts'
import type { Json } from '../../model/json.ts'

describe('two texts tell the same instant', () => {
  it.each([
    ['equal texts', '2021-11-12T20:08:45.98159+00:00', '2021-11-12T20:08:45.98159+00:00'],
    ['another zone', '2022-01-03T18:15:00+01:00', '2022-01-03T17:15:00Z'],
    ['no zone is UTC', '2022-01-03T17:15:00', '2022-01-03T17:15:00Z'],
    ['cut off to six digits', '2021-11-12T20:08:45.9815937+00:00', '2021-11-12T20:08:45.981593+00:00'],
    ['rounded to six digits', '2021-11-12T20:08:45.9815937+00:00', '2021-11-12T20:08:45.981594+00:00'],
    [
      'six digits with the trailing zero dropped',
      '2021-11-12T20:08:45.9815901+00:00',
      '2021-11-12T20:08:45.98159+00:00',
    ],
    ['rounded up to a second', '2021-11-12T20:08:45.98+00:00', '2021-11-12T20:08:46'],
    ['cut off to a second', '2021-11-12T20:08:45.98+00:00', '2021-11-12T20:08:45Z'],
    ['more digits than nanoseconds have', '2021-11-12T20:08:45.9815937011Z', '2021-11-12T20:08:45.981593701Z'],
    ['letters in lower case', '2021-11-12t20:08:45z', '2021-11-12T20:08:45Z'],
    ['trailing zeros', '2021-11-12T20:08:45.500Z', '2021-11-12T20:08:45.5Z'],
  ])('%s', (_, left, right) => {
    expect([compareInstants(left, right), compareInstants(right, left)]).toEqual([0, 0])
  })
})

describe('the earlier of two instants', () => {
  it.each([
    ['a second apart', '2021-11-12T20:08:45Z', '2021-11-12T20:08:46Z'],
    ['a digit apart beyond milliseconds', '2021-11-12T20:08:45.9815936Z', '2021-11-12T20:08:45.9815937Z'],
    ['the same clock in other zones', '2021-11-12T20:08:45+01:00', '2021-11-12T20:08:45+00:00'],
    ['a unit of the coarser apart', '2021-11-12T20:08:45.981Z', '2021-11-12T20:08:45.9820Z'],
    ['before the epoch', '1969-12-31T23:59:59.25Z', '1969-12-31T23:59:59.75Z'],
  ])('%s', (_, earlier, later) => {
    expect([compareInstants(earlier, later), compareInstants(later, earlier)]).toEqual([-1, 1])
  })
})

it.each<[Json | undefined]>([
  ['2021-11-12'],
  ['2021-13-12T20:08:45Z'],
  ['2021-11-12T20:08:45 and more'],
  ['2021-11-12T20:08'],
  [1_636_747_725],
  [null],
  [undefined],
])('%j tells no instant', (value) => {
  expect(compareInstants(value, value)).toBeUndefined()
  expect(millisecondsOf(value)).toBeNaN()
})

it('milliseconds since the epoch', () => {
  expect(millisecondsOf('2021-11-12T20:08:45.9815937+01:00')).toBe(Date.UTC(2021, 10, 12, 19, 8, 45, 981))
})

describe('JSON values with instants in them', () => {
  const made = { id: '1', created: '2021-11-12T20:08:45.9815937+00:00', lines: [{ at: '2022-01-03T18:15:00+01:00' }] }

  it('are the same where the instants are', () => {
    const read = { lines: [{ at: '2022-01-03T17:15:00Z' }], created: '2021-11-12T20:08:45.98159+00:00', id: '1' }
    expect(sameValue(made, read)).toBe(true)
  })

  it.each<[string, Json]>([
    ['another instant', { ...made, created: '2021-11-12T20:08:46.9815937+00:00' }],
    ['another text', { ...made, id: '2' }],
    ['a missing instant', { id: '1', lines: made.lines }],
    ['an instant in place of none', { ...made, id: '2021-11-12T20:08:45Z' }],
  ])('differ by %s', (_, read) => {
    expect(sameValue(made, read)).toBe(false)
  })
})
