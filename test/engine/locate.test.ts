import { describe, expect, it } from 'vitest'
import { evidenceFor, locate } from '../../engine/locate.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Mismatch } from '../../model/finding.ts'
import type { Json } from '../../model/json.ts'
import { answered, requestOf } from '../answered.ts'

const request = requestOf({ headers: [['x-sent', 'by us']] })
const exchange = (id: number, status: number, body: Json): Exchange => answered(body, status, { id, request })

const first = exchange(1, 200, { amount: 1, kind: 'thing' })
const second = exchange(2, 200, { amount: 2, kind: 'thing' })
const third = exchange(3, 404, { error: { code: 'gone' } })
const delivery = answered({}, 200, {
  id: 4,
  direction: 'inbound',
  request: requestOf({ method: 'POST', headers: [['x-signature', 'abc']], body: '{"amount":4}' }),
})
const trace = [first, second, third, delivery]

const mismatch = (at: string, actual: Mismatch['actual'], shown?: Exchange): Mismatch => ({
  at,
  expected: 'another',
  actual,
  ...(shown === undefined ? {} : { in: shown }),
})

describe('a mismatch', () => {
  it.each<[string, Mismatch, unknown, Exchange]>([
    ['the one that its judgement names', mismatch('/amount', 2, first), trace, first],
    ['the one of which its judgement names a copy', mismatch('/amount', 2, { ...first }), trace, first],
    ['the only one that was judged', mismatch('/items', 'a count'), second, second],
    ['the one with the value', mismatch('/amount', 1), [first, second], first],
    ['the last one with the value', mismatch('/kind', 'thing'), [first, second, third], second],
    ['the one with the status', mismatch('status', 404), { a: first, b: { c: [third] } }, third],
    ['the one with the error', mismatch('/error', { code: 'gone' }), [third, first], third],
    ['the one with the status, not ours to a delivery', mismatch('status', 200), [first, delivery], first],
    ['the one with the whole body', mismatch('', { amount: 1, kind: 'thing' }), [first, second], first],
    ['the one with the header', mismatch('content-type', 'application/json'), [delivery, first], first],
    ['the delivery with the value', mismatch('/amount', 4), [first, delivery], delivery],
    ['the delivery with the header', mismatch('x-signature', 'abc'), [first, delivery], delivery],
    ['one that the judge was given, not another', mismatch('/kind', 'thing'), [first, third], first],
  ])('is in %s', (_, unlocated, evidence, expected) => {
    expect(locate([unlocated], evidence, trace)[0]?.in).toBe(expected)
  })

  it.each<[string, Mismatch, unknown]>([
    ['of a count', mismatch('/data', 3), [first, second]],
    ['of a value that is absent, as it is in many an answer', mismatch('/error', 'absent'), [first, third]],
    ['of a value of what the judge was not given', mismatch('/amount', 2), { amount: 2, other: [first, null] }],
    ['of a header that only we sent', mismatch('x-sent', 'by us'), [first, second]],
    ['of an exchange of another scenario', mismatch('/items', 1, exchange(9, 200, {})), [first, second]],
    ['of no evidence', mismatch('/amount', 1), undefined],
  ])('is in none where it is %s', (_, unlocated, evidence) => {
    const [located] = locate([unlocated], evidence, trace)
    expect(located).toStrictEqual({ at: unlocated.at, expected: 'another', actual: unlocated.actual })
  })
})

describe('the evidence of a judgement', () => {
  const long = Array.from({ length: 20 }, (_, index) => exchange(index + 1, 200, {}))
  const ids = (mismatches: readonly Mismatch[], of = long): readonly number[] =>
    evidenceFor(mismatches, of).map(({ id }) => id)
  const within = (id: number): Mismatch => mismatch('/amount', 1, long[id - 1])

  it.each<[string, readonly Mismatch[], readonly number[]]>([
    ['the last twelve exchanges', [], [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]],
    ['the last twelve, where none is named', [mismatch('/data', 3)], [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]],
    ['the last twelve, where it departs in one of them', [within(12)], [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]],
    ['an earlier one that departs', [within(3)], [3, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]],
    [
      'of many that depart, those that are shown',
      [within(3), within(3), within(1), within(2)],
      [1, 3, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
    ],
  ])('is %s', (_, mismatches, expected) => {
    expect(ids(mismatches)).toEqual(expected)
  })

  it('is all of a short scenario', () => {
    expect(ids([within(2)], long.slice(0, 3))).toEqual([1, 2, 3])
    expect(ids([], [])).toEqual([])
  })
})
