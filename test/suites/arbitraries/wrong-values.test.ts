import { describe, expect, it } from 'vitest'
import { wrongValue } from '../../../suites/arbitraries/wrong-values.ts'
import type { Schema } from '../../../model/contract.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { distinct, draws, every, range } from './draws.ts'

describe('a value that breaks one keyword', () => {
  it.each<[string, Schema, (value: never) => boolean]>([
    ['minimum', { minimum: 5 }, (value: number) => value < 5],
    ['exclusiveMinimum', { exclusiveMinimum: 5 }, (value: number) => value <= 5],
    ['maximum', { maximum: 5 }, (value: number) => value > 5],
    ['minLength', { minLength: 3 }, (value: string) => value.length === 2],
    ['maxLength', { maxLength: 3 }, (value: string) => value.length > 3],
    ['enum', { enum: ['open'] }, (value: string) => value !== 'open'],
    ['const', { const: 'open' }, (value: string) => value !== 'open'],
    ['pattern', { pattern: '^[a-m]+$' }, (value: string) => !/^[a-m]+$/.test(value)],
    ['format', { format: 'uuid' }, (value: string) => !/-/.test(value)],
    ['maxItems', { maxItems: 2 }, (value: readonly Json[]) => value.length > 2],
    ['maxProperties', { maxProperties: 20 }, (value: Schema) => Object.keys(value).length > 20],
    [
      'propertyNames',
      { propertyNames: { maxLength: 4 } },
      (value: Schema) => Object.keys(value).every((key) => key.length > 4),
    ],
    [
      'additionalProperties',
      { additionalProperties: { maxLength: 4 } },
      (value: Schema) => Object.values(value).every((one) => String(one).length > 4),
    ],
  ])('%s', (keyword, schema, breaks) => {
    every(draws(wrongValue(keyword, schema, 'json')), breaks)
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['string', ['string'], ['number', 'boolean', 'array', 'object']],
    ['integer', ['integer'], ['string', 'boolean', 'array', 'object']],
    ['number', ['number'], ['string', 'boolean', 'array', 'object']],
    ['boolean or null', ['boolean', 'null'], ['string', 'number', 'array', 'object']],
    ['object', ['object'], ['string', 'number', 'boolean', 'array']],
  ])('type %s', (_, type, kinds) => {
    const kindOf = (value: Json): string => (Array.isArray(value) ? 'array' : typeof value)
    expect([...new Set(draws(wrongValue('type', { type }, 'json')).map(kindOf))].toSorted()).toEqual(
      [...kinds].toSorted(),
    )
  })

  it('is text that is no number where everything is text', () => {
    every(draws(wrongValue('type', { type: 'integer' }, 'form')), (value: string) => /^[a-z]{2,8}$/.test(value))
  })

  it('is not known for a keyword that nothing draws', () => {
    expect(() => wrongValue('colour', {}, 'json')).toThrow('colour')
  })
})

describe('wrong values are wrong by one and by more, and not by too much', () => {
  // fast-check itself keeps the longest words shorter than they may be
  const lengths = (values: readonly Json[]): readonly [number, number] =>
    range(values.map((value) => Object.keys(typeof value === 'string' ? [...value] : (value as JsonObject)).length))

  it.each<[string, Schema, number, number]>([
    ['minimum', { minimum: 5 }, -996, 4],
    ['exclusiveMinimum', { exclusiveMinimum: 5 }, -995, 5],
    ['maximum', { maximum: 5 }, 6, 1005],
  ])('%s', (keyword, schema, least, most) => {
    const values = draws(wrongValue(keyword, schema, 'json'), 3000)
    expect(range(values)).toEqual([least, most])
    const nearest = keyword === 'maximum' ? least : most
    expect(values.filter((value) => value === nearest).length).toBeGreaterThan(1000)
  })

  it.each<[string, Schema, number, number]>([
    ['minLength', { minLength: 3 }, 2, 2],
    ['minLength', { minLength: 0 }, 0, 0],
    ['maxLength', { maxLength: 3 }, 4, 18],
    ['enum', { enum: ['open'] }, 4, 12],
    ['pattern', { pattern: '^$' }, 1, 12],
    ['format', { format: 'uuid' }, 3, 12],
    ['format', { format: 'uri' }, 7, 25],
    ['minItems', { minItems: 2 }, 0, 1],
    ['maxItems', { maxItems: 2 }, 3, 5],
    ['maxProperties', { maxProperties: 2 }, 3, 7],
  ])('%s %j', (keyword, schema, least, most) => {
    expect(lengths(draws(wrongValue(keyword, schema, 'json'), 3000))).toEqual([least, most])
  })

  it.each<[string, Schema, (value: JsonObject) => string]>([
    ['propertyNames', { propertyNames: { maxLength: 4 } }, (value) => Object.keys(value)[0] as string],
    ['additionalProperties', { additionalProperties: { maxLength: 4 } }, (value) => value['key'] as string],
  ])('%s', (keyword, schema, part) => {
    const values = draws(wrongValue(keyword, schema, 'json'), 3000) as readonly JsonObject[]
    expect(range(values.map((value) => part(value).length))).toEqual([5, 20])
    expect(values.every((value) => Object.values(value).every((one) => typeof one === 'string' && one !== ''))).toBe(
      true,
    )
  })

  it('too many properties have a name and a value each', () => {
    expect(draws(wrongValue('maxProperties', { maxProperties: 1 }, 'json'))).toContainEqual({
      key_0: 'value',
      key_1: 'value',
    })
  })

  it('a text that is no address holds a blank', () => {
    expect(
      draws(wrongValue('format', { format: 'uri' }, 'json')).every((value) => /^([a-z]+) \1$/.test(String(value))),
    ).toBe(true)
  })

  it('another word is a word', () => {
    expect(draws(wrongValue('enum', { enum: [] }, 'json')).every((value) => /^[a-z]{4,12}$/.test(String(value)))).toBe(
      true,
    )
  })

  it('another type than a list is no list', () => {
    expect(draws(wrongValue('type', { type: ['array'] }, 'json')).some((value) => Array.isArray(value))).toBe(false)
  })

  it('too few items are texts, of the form that is asked for', () => {
    const lists = (schema: Schema): readonly Json[] =>
      draws(wrongValue('minItems', schema, 'json')).flatMap((value) => value as readonly Json[])
    expect(distinct(lists({ minItems: 2, items: { pattern: '^a$' } }))).toEqual(['"a"'])
    expect(range(lists({ minItems: 2 }).map((item) => String(item).length))).toEqual([0, 30])
  })

  it('too many items are words', () => {
    const items = draws(wrongValue('maxItems', { maxItems: 1 }, 'json'), 1000).flatMap(
      (value) => value as readonly string[],
    )
    expect(range(items.map((item) => item.length))).toEqual([1, 8])
  })

  it('another word is never one that is known', () => {
    const [one = ''] = draws(wrongValue('enum', { enum: ['open'] }, 'json')) as readonly string[]
    expect(draws(wrongValue('enum', { enum: [one] }, 'json'))).not.toContain(one)
    expect(draws(wrongValue('const', { const: one }, 'json'))).not.toContain(one)
  })

  it('another type is drawn with its values', () => {
    const values = draws(wrongValue('type', { type: 'null' }, 'json'), 1000)
    const numbers = values.filter((value) => typeof value === 'number')
    const words = values.filter((value): value is string => typeof value === 'string')
    expect([range(numbers), range(words.map((word) => word.length))]).toEqual([
      [1, 99],
      [2, 8],
    ])
    expect(distinct(values.filter((value) => typeof value === 'object' || typeof value === 'boolean'))).toEqual([
      '[]',
      'false',
      'true',
      '{}',
    ])
  })
})
