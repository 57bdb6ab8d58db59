import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultsOf, faultyRequests } from '../../suites/arbitraries/faults.ts'
import { arbitraryOf, fillReferences } from '../../suites/arbitraries/from-schema.ts'
import { stringOf, text } from '../../suites/arbitraries/strings.ts'
import { wrongValue } from '../../suites/arbitraries/wrong-values.ts'
import type { Schema } from '../../suites/model/contract.ts'
import type { Json, JsonObject } from '../../suites/model/json.ts'
import { contract as acme } from '../engine/acme.ts'

const base = 'https://assay.example/schemas/acme/'
const contract = {
  ...acme,
  schemas: new Map<string, Schema>([
    [
      `${base}part.json`,
      {
        $defs: {
          id: { type: 'string', 'x-reference': 'thing' },
          named: { type: 'object', required: ['name'], properties: { name: { $ref: '#/$defs/name' } } },
          name: { type: 'string', maxLength: 3, 'x-refused': { maxLength: 'acme.name' } },
        },
      },
    ],
  ]),
}
const draws = <Value>(arbitrary: fc.Arbitrary<Value>, count = 400): readonly Value[] =>
  fc.sample(arbitrary, { numRuns: count, seed: 11 })
const drawn = (schema: Schema, options = {}, count = 400): readonly Json[] =>
  draws(arbitraryOf(contract, { $id: `${base}x.json`, ...schema }, options), count)
const range = (numbers: readonly unknown[]): readonly [number, number] => {
  const sorted = (numbers as readonly number[]).toSorted((a, b) => a - b)
  return [sorted[0] as number, sorted.at(-1) as number]
}
const distinct = (values: readonly unknown[]): readonly unknown[] =>
  [...new Set(values.map((value) => JSON.stringify(value)))].toSorted()

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

describe('strings reach their bounds and stay within', () => {
  it.each([
    [0, 0],
    [0, 2],
    [1, 2],
    [2, 2],
    [3, 3],
    [1, 12],
    [2, 12],
    [5, 9],
    [0, 1000],
  ])('from %d to %d', (least, most) => {
    expect(range(draws(text(least, most)).map((value) => value.length))).toEqual([least, most])
  })

  it('hold what encodings get wrong, but not at their ends', () => {
    const values = draws(text(3, 3))
    expect(values.every((value) => /^[A-Za-z0-9].[A-Za-z0-9]$/u.test(value))).toBe(true)
    for (const awkward of [' ', '&', '%', '"', 'ä', '漢'])
      expect(draws(text(3, 30), 2000).some((value) => value.includes(awkward))).toBe(true)
    expect(draws(text(0, 2)).every((value) => /^[A-Za-z0-9]*$/.test(value))).toBe(true)
  })

  it('are not drawn out where they may be very long', () => {
    expect(draws(text(0, 1001)).every((value) => value.length < 1001)).toBe(true)
  })

  it.each<[string, Schema, number, number]>([
    ['without bounds', {}, 0, 30],
    ['with a least length', { minLength: 40 }, 40, 40],
    ['with a greatest length', { maxLength: 5 }, 0, 5],
    ['of a format that nobody knows', { format: 'colour' }, 1, 30],
    ['of such a format with bounds', { format: 'colour', minLength: 3, maxLength: 4 }, 3, 4],
    ['of a pattern with bounds', { pattern: '^a*$', minLength: 2, maxLength: 4 }, 2, 4],
    ['of the same pattern with others', { pattern: '^a*$', minLength: 0, maxLength: 1 }, 0, 1],
    ['of an address', { format: 'uri' }, 'https://shop.example/'.length + 1, 'https://shop.example/'.length + 12],
  ])('%s', (_, schema, least, most) => {
    expect(range(draws(stringOf(schema)).map((value) => value.length))).toEqual([least, most])
  })

  it('hold letters, digits and what is neither, each in its place', () => {
    for (const form of [/^[a-z]/, /^[A-Z]/, /^[0-9]/, /^.[^A-Za-z0-9]/u])
      expect(draws(text(3, 3)).some((value) => form.test(value))).toBe(true)
    for (const form of [/^[a-z]$/, /^[A-Z]$/, /^[0-9]$/])
      expect(draws(text(1, 1)).some((value) => form.test(value))).toBe(true)
  })

  it('of a pattern are made of characters, not of code units', () => {
    expect(distinct(draws(stringOf({ pattern: '^\\u{61}$' })))).toEqual(['"a"'])
    expect(
      draws(wrongValue('pattern', { pattern: '^\\p{L}+$' }, 'json')).every((value) => !/^\p{L}+$/u.test(String(value))),
    ).toBe(true)
  })

  it('of a pattern are of that one alone', () => {
    expect([distinct(draws(stringOf({ pattern: '^a$' }))), distinct(draws(stringOf({ pattern: '^b$' })))]).toEqual([
      ['"a"'],
      ['"b"'],
    ])
  })

  it('of a pattern are not longer than 200 characters', () => {
    expect(draws(stringOf({ pattern: '^(?:abcdefghij){0,40}$' })).every((value) => value.length <= 200)).toBe(true)
  })

  it.each(['date', 'date-time'])('of the format %s are of 1990 to 2030', (format) => {
    const years = draws(stringOf({ format }), 2000).map((value) => Number(value.slice(0, 4)))
    expect(range(years)).toEqual([1990, 2030])
  })

  it('of an e-mail address have a name of 3 to 12 letters in lower case and a number', () => {
    const names = draws(stringOf({ format: 'email' })).map(
      (value) => (/^([a-z0-9]+)\.\d{1,5}@example\.com$/.exec(value)?.[1] ?? '').length,
    )
    expect(range(names)).toEqual([3, 12])
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

describe('faulty requests', () => {
  const nested: Schema = {
    $id: `${base}requests/create.json`,
    type: 'object',
    required: ['card', 'part'],
    properties: {
      card: {
        type: ['object', 'null'],
        required: ['number', 'brand'],
        properties: {
          number: { type: 'string', maxLength: 4, 'x-refused': { maxLength: 'acme.long', required: 'acme.none' } },
          brand: { const: 'acme' },
        },
      },
      part: { $ref: '../part.json#/$defs/named', 'x-refused': { type: 'acme.type' } },
      free: true as never,
    },
  }

  it('are found behind references, with what stands beside the reference', () => {
    const { free: _, ...properties } = nested['properties'] as JsonObject
    const faults = faultsOf(contract, { ...nested, properties })
    expect(faults.map(({ at, keyword, clause }) => [at, keyword, clause])).toEqual([
      ['/card/number', 'maxLength', 'acme.long'],
      ['/card/number', 'required', 'acme.none'],
      ['/part', 'type', 'acme.type'],
      ['/part/name', 'maxLength', 'acme.name'],
    ])
    expect(faults[2]?.property).toMatchObject({ type: 'object', 'x-refused': { type: 'acme.type' } })
    const [long, none, type, name] = faults.map((fault) =>
      draws(faultyRequests(contract, { ...nested, properties }, fault), 100),
    )
    expect(long?.every(({ body, wrong }) => (body['card'] as JsonObject)['number'] === wrong)).toBe(true)
    expect(long?.some(({ body }) => (body['card'] as JsonObject)['brand'] === 'acme')).toBe(true)
    expect(
      none?.every(
        ({ body, wrong }) => body['card'] !== null && !('number' in (body['card'] as JsonObject)) && wrong === null,
      ),
    ).toBe(true)
    expect(none?.some(({ body }) => (body['card'] as JsonObject)['brand'] === 'acme')).toBe(true)
    expect(none?.every(({ body }) => 'name' in (body['part'] as JsonObject))).toBe(true)
    expect(type?.every(({ body }) => typeof body['part'] !== 'object' || Array.isArray(body['part']))).toBe(true)
    expect(name?.every(({ body }) => String((body['part'] as JsonObject)['name']).length > 3 && 'card' in body)).toBe(
      true,
    )
  })

  it('are valid but for the fault, at any depth', () => {
    const owner: Schema = {
      type: 'object',
      required: ['age'],
      properties: {
        age: { const: 7 },
        name: { type: 'string', maxLength: 4, 'x-refused': { maxLength: 'acme.long', required: 'acme.none' } },
      },
    }
    const card: Schema = { type: 'object', required: ['brand'], properties: { brand: { const: 'acme' }, owner } }
    const schema: Schema = {
      $id: `${base}requests/deep.json`,
      type: 'object',
      required: ['amount'],
      properties: { amount: { const: 5 }, card },
    }
    const [long, none] = faultsOf(contract, schema).map((fault) => draws(faultyRequests(contract, schema, fault), 100))
    expect(long?.map(({ body, wrong }) => [body, wrong])).toEqual(
      long?.map(({ wrong }) => [{ amount: 5, card: { brand: 'acme', owner: { age: 7, name: wrong } } }, wrong]),
    )
    expect(distinct(none ?? [])).toEqual([
      '{"body":{"amount":5,"card":{"brand":"acme","owner":{"age":7}}},"wrong":null}',
    ])
  })

  it('are none where nothing is refused', () => {
    expect(faultsOf(contract, { $id: `${base}x.json`, type: 'object' })).toEqual([])
  })
})
