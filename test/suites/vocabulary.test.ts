import { describe, expect, it } from 'vitest'
import { all, kept, mismatchesOf } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Mismatch } from '../../model/finding.ts'
import type { Json } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import {
  differences,
  equals,
  hasForm,
  hasHeader,
  hasLength,
  hasStatus,
  holds,
  inExchange,
  isAbsent,
  isOneOf,
  isPresent,
  sameBody,
} from '../../suites/vocabulary/judge.ts'
import { listAt, numberAt, objectAt, read, textAt } from '../../suites/vocabulary/read.ts'
import { answered } from '../answered.ts'

const thing = answered({ id: 'thing_1', amount: 5, paid: false, note: null, tags: ['a'], more: { b: 1 } })

describe('a judgement of an answer', () => {
  it.each<[string, () => Judgement]>([
    ['the one status', () => hasStatus(thing, 200)],
    ['one of several statuses', () => hasStatus(thing, 404, 200)],
    ['a value', () => equals(thing, '/amount', 5)],
    ['a value with parts', () => equals(thing, '/more', { b: 1 })],
    ['one of several values', () => isOneOf(thing, '/amount', [4, 5])],
    ['a place with nothing', () => isAbsent(thing, '/colour')],
    ['a place with null', () => isAbsent(thing, '/note')],
    ['a place with something', () => isPresent(thing, '/id')],
    ['a place with false', () => isPresent(thing, '/paid')],
    ['a form', () => hasForm(thing, '/id', /^thing_\d+$/)],
    ['a header', () => hasHeader(thing, 'content-type', 'application/json')],
    ['a number of items', () => hasLength(thing, '/tags', (length) => length === 1, 'one tag')],
    ['a condition', () => holds(true, '/amount', 5, 5)],
  ])('is content with %s', (_, judge) => {
    expect(judge()).toEqual(kept())
  })

  it.each<[string, () => Judgement, Mismatch]>([
    ['the status', () => hasStatus(thing, 404), { at: 'status', expected: 404, actual: 200 }],
    [
      'the statuses',
      () => hasStatus(thing, 404, 410),
      { at: 'status', expected: { 'one of': [404, 410] }, actual: 200 },
    ],
    ['a value', () => equals(thing, '/amount', 6), { at: '/amount', expected: 6, actual: 5 }],
    [
      'a value that is absent',
      () => equals(thing, '/colour', 'red'),
      { at: '/colour', expected: 'red', actual: 'absent' },
    ],
    [
      'several values',
      () => isOneOf(thing, '/amount', [6, 7]),
      { at: '/amount', expected: { 'one of': [6, 7] }, actual: 5 },
    ],
    [
      'several values, where there is none',
      () => isOneOf(thing, '/colour', ['red']),
      { at: '/colour', expected: { 'one of': ['red'] }, actual: 'absent' },
    ],
    ['nothing', () => isAbsent(thing, '/paid'), { at: '/paid', expected: 'absent', actual: false }],
    [
      'something, where there is nothing',
      () => isPresent(thing, '/colour'),
      { at: '/colour', expected: 'present', actual: 'absent' },
    ],
    [
      'something, where there is null',
      () => isPresent(thing, '/note'),
      { at: '/note', expected: 'present', actual: 'absent' },
    ],
    ['a form', () => hasForm(thing, '/id', /^charge_/), { at: '/id', expected: 'form ^charge_', actual: 'thing_1' }],
    [
      'a form of what is no text',
      () => hasForm(thing, '/amount', /^5$/),
      { at: '/amount', expected: 'form ^5$', actual: 5 },
    ],
    [
      'a form of what is absent',
      () => hasForm(thing, '/colour', /^/),
      { at: '/colour', expected: 'form ^', actual: 'absent' },
    ],
    [
      'a number of items',
      () => hasLength(thing, '/tags', (length) => length > 1, 'several tags'),
      { at: '/tags', expected: 'several tags', actual: 1 },
    ],
    [
      'a header',
      () => hasHeader(thing, 'content-type', 'text/html'),
      { at: 'content-type', expected: 'text/html', actual: 'application/json' },
    ],
    [
      'a header that is absent',
      () => hasHeader(thing, 'retry-after', '1'),
      { at: 'retry-after', expected: '1', actual: 'absent' },
    ],
  ])('says what was expected, what was there and in which exchange: %s', (_, judge, mismatch) => {
    const mismatches = mismatchesOf(judge())
    expect(mismatches).toEqual([{ ...mismatch, in: thing }])
    expect(mismatches[0]?.in).toBe(thing)
  })

  it('says of a condition what was expected and what was there, in whichever exchange', () => {
    expect(mismatchesOf(holds(false, '/amount', 6, 5))).toEqual([{ at: '/amount', expected: 6, actual: 5 }])
    expect(mismatchesOf(holds(false, '/colour', 6, undefined))).toEqual([
      { at: '/colour', expected: 6, actual: 'absent' },
    ])
  })

  it('can be said to be in an exchange, where it does not say so itself', () => {
    const other = answered({ id: 'thing_2' })
    const [unsaid, said] = [holds(false, '/amount', 6, 5), equals(other, '/amount', 6)]
    expect(mismatchesOf(inExchange(thing, all(unsaid, said))).map((mismatch) => mismatch.in)).toEqual([thing, other])
    expect(inExchange(thing, kept())).toEqual(kept())
  })
})

describe('two bodies', () => {
  it.each<[string, Json, Json, readonly string[], readonly string[]]>([
    ['the same', { a: 1, b: [1] }, { b: [1], a: 1 }, [], []],
    ['another value', { a: 1, b: 1 }, { a: 2, b: 1 }, [], ['/a']],
    ['another value where it may differ', { a: 1, b: 1 }, { a: 2, b: 1 }, ['a'], []],
    ['another value below where it may differ', { a: { c: 1 } }, { a: { c: 2 } }, ['c'], ['/a/c']],
    ['no object at all', [1], [2], ['a'], ['/0']],
    ['every difference', { a: 1, b: 1, c: 1 }, {}, [], ['/a', '/b', '/c']],
  ])('%s', (_, left, right, except, places) => {
    expect(mismatchesOf(sameBody(answered(left), answered(right), except)).map(({ at }) => at)).toEqual(places)
  })

  it('are the same where there are none', () => {
    const { json: _, ...response } = thing.response
    expect(mismatchesOf(sameBody({ ...thing, response }, { ...thing, response }, ['id']))).toEqual([])
    const text = answered('a')
    expect(mismatchesOf(sameBody({ ...thing, response }, text, ['id']))).toEqual([
      { at: '', expected: 'absent', actual: 'a', in: text },
    ])
  })

  it('may differ nowhere, unless it is said where', () => {
    const second = answered({ a: 2 })
    expect(mismatchesOf(sameBody(answered({ a: 1 }), second))).toEqual([
      { at: '/a', expected: 1, actual: 2, in: second },
    ])
  })
})

describe('differences', () => {
  it.each<[string, Json | undefined, Json | undefined, readonly (readonly [string, Json, Json])[]]>([
    ['none', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    ['at the deepest place', { a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, [['/x/a/1/b', 2, 3]]],
    ['a property more', {}, { a: 1 }, [['/x/a', 'absent', 1]]],
    ['a property less', { a: 1 }, {}, [['/x/a', 1, 'absent']]],
    ['a name that a pointer has to escape', { '~/': 1 }, { '~/': 2 }, [['/x/~0~1', 1, 2]]],
    ['lists of other lengths, as a whole', [1], [1, 2], [['/x', [1], [1, 2]]]],
    ['an object and a list', {}, [], [['/x', {}, []]]],
    ['a list and an object', [], {}, [['/x', [], {}]]],
    ['a list and a text', ['a'], 'a', [['/x', ['a'], 'a']]],
    ['a text and a list', 'a', ['a'], [['/x', 'a', ['a']]]],
    ['an object and nothing', { a: 1 }, undefined, [['/x', { a: 1 }, 'absent']]],
  ])('%s', (_, left, right, found) => {
    expect(
      mismatchesOf(differences(left, right, '/x')).map(({ at, expected, actual }) => [at, expected, actual]),
    ).toEqual(found)
  })
})

describe('what a scenario cannot go on without', () => {
  it('is read', () => {
    expect([
      read(thing, '/amount'),
      textAt(thing, '/id'),
      numberAt(thing, '/amount'),
      listAt(thing, '/tags'),
      objectAt(thing, '/more'),
    ]).toEqual([5, 'thing_1', 5, ['a'], { b: 1 }])
  })

  it.each([
    ['string', textAt, '/amount'],
    ['number', numberAt, '/id'],
    ['array', listAt, '/more'],
    ['object', objectAt, '/tags'],
  ] as const)('blocks where there is no %s', (kind, readAt, at) => {
    const reading = (): unknown => readAt(thing, at)
    expect(reading).toThrow(Blocked)
    expect(reading).toThrow(expect.objectContaining({ message: `no ${kind} at ${at}`, at, exchange: thing }) as Error)
  })
})
