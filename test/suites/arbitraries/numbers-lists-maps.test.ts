import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../model/contract.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { distinct, drawn, range } from './draws.ts'

describe('numbers reach their bounds and stay within', () => {
  it.each<[string, Schema, number, number]>([
    ['an integer without bounds', { type: 'integer' }, -1_000_000, 1_000_000],
    ['an integer with both bounds', { type: 'integer', minimum: -3, maximum: 7 }, -3, 7],
    [
      'an integer with bounds that it may not have',
      { type: 'integer', exclusiveMinimum: -3, exclusiveMaximum: 7 },
      -2,
      6,
    ],
    ['a multiple', { type: 'integer', minimum: 11, maximum: 39, multipleOf: 10 }, 20, 30],
    ['a multiple in a number', { type: 'number', minimum: 11, maximum: 39, multipleOf: 10 }, 20, 30],
    ['a number without bounds', { type: 'number' }, -10_000, 10_000],
    ['a number between fractions', { type: 'number', minimum: 0.005, maximum: 0.038 }, 0.01, 0.03],
    ['a multiple of a fraction is a decimal', { type: 'number', minimum: 0, maximum: 0.02, multipleOf: 0.01 }, 0, 0.02],
  ])('%s', (_, schema, least, most) => {
    expect(range(drawn(schema, {}, 3000))).toEqual([least, most])
  })
})

describe('lists and maps', () => {
  const sizes = (values: readonly Json[]): readonly [number, number] =>
    range(values.map((value) => Object.keys(value as JsonObject).length))

  it.each<[string, Schema, number, number]>([
    ['a list without bounds', { type: 'array', items: { type: 'boolean' } }, 0, 3],
    ['a list with a least length', { type: 'array', items: { type: 'boolean' }, minItems: 2 }, 2, 5],
    ['a list with both', { type: 'array', items: { type: 'boolean' }, minItems: 1, maxItems: 2 }, 1, 2],
    [
      'a list without repeats',
      { type: 'array', items: { enum: [1, 2, 3] }, uniqueItems: true, minItems: 1, maxItems: 2 },
      1,
      2,
    ],
    ['a map without bounds', { type: 'object', additionalProperties: { const: 1 } }, 0, 4],
    [
      'a map with bounds',
      { type: 'object', additionalProperties: { const: 1 }, minProperties: 1, maxProperties: 2 },
      1,
      2,
    ],
    [
      'an object that may have nothing else',
      { type: 'object', additionalProperties: false, properties: { a: { const: 1 } }, required: ['a'] },
      1,
      1,
    ],
  ])('%s', (_, schema, least, most) => {
    expect(sizes(drawn(schema))).toEqual([least, most])
  })

  it('hold repeats where they may, also of objects, and none where they may not', () => {
    const items: Schema = { type: 'object', required: ['a'], properties: { a: { enum: [1, 2] } } }
    const repeats = (value: Json): boolean =>
      distinct(value as readonly Json[]).length < (value as readonly Json[]).length
    expect(drawn({ type: 'array', items, maxItems: 2 }).some(repeats)).toBe(true)
    expect(drawn({ type: 'array', items, maxItems: 2, uniqueItems: true }).some(repeats)).toBe(false)
  })

  it('are of text where nothing is said of their items, and have names of 1 to 20 characters where nothing is said of those', () => {
    expect(
      drawn({ type: 'array', minItems: 1 }).every((value) =>
        (value as readonly Json[]).every((item) => typeof item === 'string' && item !== 'anything'),
      ),
    ).toBe(true)
    const names = drawn({ type: 'object', additionalProperties: { const: 1 }, minProperties: 1 }).flatMap((value) =>
      Object.keys(value as JsonObject),
    )
    expect(range(names.map((name) => name.length))).toEqual([1, 20])
  })

  it('have a property of their own beside any other', () => {
    const values = drawn({
      type: 'object',
      required: ['a'],
      properties: { a: { const: 1 } },
      additionalProperties: { const: 2 },
      propertyNames: { pattern: '^[ab]$' },
    }) as readonly JsonObject[]
    expect(distinct(values)).toEqual(
      ['{"a":1}', '{"a":1,"b":2}', '{"b":2,"a":1}']
        .filter((value) => values.some((one) => JSON.stringify(one) === value))
        .toSorted(),
    )
    expect(values.every(({ a }) => a === 1)).toBe(true)
  })

  it.each<[string, Schema, string, Json]>([
    [
      'a list',
      { type: 'array', minItems: 1, maxItems: 1, items: { type: 'object', properties: { c: { const: 1 } } } },
      '/*/c',
      [{ c: 1 }],
    ],
    [
      'a map',
      {
        type: 'object',
        minProperties: 1,
        maxProperties: 1,
        propertyNames: { pattern: '^k$' },
        additionalProperties: { type: 'object', properties: { c: { const: 1 } } },
      },
      '/*/c',
      { k: { c: 1 } },
    ],
    [
      'an object',
      { type: 'object', properties: { 'a/b': { type: 'object', properties: { c: { const: 1 } } } } },
      '/a~1b/c',
      { 'a/b': { c: 1 } },
    ],
  ])('have the optional property that is asked for, in %s', (_, schema, at, value) => {
    const ancestors = at.startsWith('/a') ? ['/a~1b'] : []
    expect(distinct(drawn(schema, { include: new Set([...ancestors, at]) }))).toEqual([JSON.stringify(value)])
  })
})
