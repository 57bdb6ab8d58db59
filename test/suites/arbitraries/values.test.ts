import { describe, expect, it } from 'vitest'
import { fillReferences } from '../../../suites/arbitraries/from-schema.ts'
import type { Schema } from '../../../model/contract.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { distinct, drawn, every, some } from './draws.ts'

describe('values of a schema', () => {
  it('are its constant, its enum, and the known values of an open one', () => {
    expect(new Set(drawn({ const: 'one' }))).toEqual(new Set(['one']))
    expect(new Set(drawn({ enum: [1, 'two', null] }))).toEqual(new Set([1, 'two', null]))
    expect(new Set(drawn({ type: 'string', 'x-open-enum': ['a', 'b'] }))).toEqual(new Set(['a', 'b']))
  })

  it('are integers from the least to the most, both of them drawn', () => {
    const values = drawn({ type: 'integer', minimum: 3, maximum: 5 })
    expect(new Set(values)).toEqual(new Set([3, 4, 5]))
    expect(new Set(drawn({ type: 'integer', exclusiveMinimum: 3, exclusiveMaximum: 6 }))).toEqual(new Set([4, 5]))
    expect(new Set(drawn({ type: 'integer', minimum: 1, maximum: 25, multipleOf: 10 }))).toEqual(new Set([10, 20]))
  })

  it('are decimals with two places at most', () => {
    const values = drawn({ type: 'number', minimum: 0, maximum: 2 })
    every(values, (value: number) => value >= 0 && value <= 2 && /^\d(\.\d{1,2})?$/.test(String(value)))
    some(values, (value: number) => !Number.isInteger(value))
    every(drawn({ type: 'number', minimum: 0, maximum: 100, multipleOf: 5 }), (value: number) => value % 5 === 0)
  })

  it('are of each of several types, and of each branch', () => {
    expect(new Set(drawn({ type: ['boolean', 'null'] }))).toEqual(new Set([true, false, null]))
    expect(new Set(drawn({ anyOf: [{ const: 'a' }, { const: 'b' }] }))).toEqual(new Set(['a', 'b']))
    expect(new Set(drawn({ oneOf: [{ const: 'c' }, { type: 'null' }] }))).toEqual(new Set(['c', null]))
  })

  it('hold all parts of a combination', () => {
    every(
      drawn({
        allOf: [
          { type: 'object', required: ['a'], properties: { a: { const: 1 } } },
          { required: ['b'], properties: { b: { const: 2 } } },
        ],
      }),
      (value: Json) => JSON.stringify(value) === '{"a":1,"b":2}',
    )
  })

  it('follow a reference into another file', () => {
    every(drawn({ $ref: './part.json#/$defs/short' }), (value: string) => value.length >= 2 && value.length <= 4)
  })

  it('are refused where a reference leads nowhere', () => {
    expect(() => drawn({ $ref: './nowhere.json' })).toThrow('leads nowhere')
  })

  it('have what is required always, and what is optional now and then', () => {
    const schema: Schema = {
      type: 'object',
      required: ['a'],
      properties: { a: { const: 1 }, b: { const: 2 }, c: { const: 3, 'x-drawn': false } },
    }
    const values = drawn(schema)
    every(values, (value: Schema) => value['a'] === 1 && value['c'] === undefined)
    some(values, (value: Schema) => value['b'] === 2)
    some(values, (value: Schema) => value['b'] === undefined)
    every(drawn(schema, { leastOnly: true }), (value: Json) => JSON.stringify(value) === '{"a":1}')
    every(drawn(schema, { include: new Set(['/c']) }), (value: Schema) => value['c'] === 3)
  })

  it('are maps within their bounds', () => {
    const values = drawn({
      type: 'object',
      maxProperties: 2,
      propertyNames: { minLength: 1, maxLength: 3 },
      additionalProperties: { const: 'v' },
    })
    every(
      values,
      (value: Schema) =>
        Object.keys(value).length <= 2 && Object.keys(value).every((key) => key.length >= 1 && key.length <= 3),
    )
    some(values, (value: Schema) => Object.keys(value).length === 2)
  })

  it('are arrays within their bounds, without repeats where they may have none', () => {
    every(
      drawn({ type: 'array', items: { enum: [1, 2, 3] }, minItems: 1, maxItems: 2 }),
      (value: readonly Json[]) => value.length >= 1 && value.length <= 2,
    )
    every(
      drawn({ type: 'array', items: { enum: [1, 2, 3] }, uniqueItems: true, maxItems: 3 }),
      (value: readonly Json[]) => new Set(value).size === value.length,
    )
  })

  it('stand for another object by its kind, which is filled in later', () => {
    const [value] = drawn({
      type: 'object',
      required: ['customer'],
      properties: { customer: { type: 'string', 'x-reference': 'customer' } },
    })
    expect(value).toEqual({ customer: 'reference:customer' })
    expect(fillReferences(value as Json, { customer: 'cus_1' })).toEqual({ customer: 'cus_1' })
    expect(fillReferences(value as Json, { charge: 'ch_1' })).toEqual({ customer: 'reference:customer' })
  })
})

describe('what holds at once', () => {
  it.each<[string, Schema, readonly Json[]]>([
    [
      'a branch and what stands beside it',
      {
        type: 'object',
        required: ['a'],
        properties: { a: { const: 1 } },
        anyOf: [{ required: ['b'], properties: { b: { const: 2 } } }],
      },
      [{ a: 1, b: 2 }],
    ],
    [
      'a branch without properties',
      {
        type: 'object',
        required: ['a'],
        properties: { a: { const: 1 }, b: { const: 2 } },
        oneOf: [{ required: ['b'] }, {}],
      },
      [{ a: 1 }, { a: 1, b: 2 }],
    ],
    ['a branch over what stands beside it', { type: 'string', anyOf: [{ type: 'boolean' }] }, [true, false]],
    ['a branch in a branch', { anyOf: [{ oneOf: [{ const: 1 }] }] }, [1]],
    [
      'parts that are references',
      { allOf: [{ $ref: './part.json#/$defs/named' }, { properties: { name: { const: 'n' } } }] },
      [{ name: 'n' }],
    ],
    ['a part with parts', { allOf: [{ allOf: [{ const: 1 }] }] }, [1]],
    ['no type but properties', { required: ['a'], properties: { a: { const: 1 } } }, [{ a: 1 }]],
    ['nothing at all', {}, ['anything']],
    ['a branch that says nothing', { anyOf: [{}] }, ['anything']],
    ['one of several types, each with its own rules', { type: ['integer', 'null'], minimum: 1, maximum: 1 }, [1, null]],
  ])('%s', (_, schema, values) => {
    const found = drawn(schema)
    const expected = distinct(values)
    expect(distinct(found).filter((value) => expected.includes(value))).toEqual(expected)
    expect(distinct(found).filter((value) => !expected.includes(value) && !String(value).includes('"b"'))).toEqual([])
  })

  it('a reference in another file is relative to that file', () => {
    expect(
      drawn({ $ref: './part.json#/$defs/named' }).every((value) => String((value as JsonObject)['name']).length <= 3),
    ).toBe(true)
  })
})

describe('references to other objects', () => {
  it('stand for an object, whatever else is said beside them', () => {
    const elsewhere: Schema = { $ref: './part.json#/$defs/name', 'x-reference': 'charge' }
    expect(distinct(drawn(elsewhere))).toEqual(['"reference:charge"'])
    expect(distinct(drawn({ anyOf: [elsewhere, { type: 'null' }] }))).toEqual(['"reference:charge"', 'null'])
    expect(distinct(drawn({ $ref: './part.json#/$defs/id' }))).toEqual(['"reference:thing"'])
  })

  it('are filled in wherever they stand, and nothing else is', () => {
    const value: Json = { a: ['reference:charge', 'no reference:charge', 1, null], b: { c: 'reference:customer' } }
    expect(fillReferences(value, { charge: 'ch_1' })).toEqual({
      a: ['ch_1', 'no reference:charge', 1, null],
      b: { c: 'reference:customer' },
    })
  })
})
