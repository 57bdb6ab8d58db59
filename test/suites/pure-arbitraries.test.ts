import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultsOf, faultyRequests } from '../../suites/arbitraries/faults.ts'
import { arbitraryOf, fillReferences } from '../../suites/arbitraries/from-schema.ts'
import { stringOf, text } from '../../suites/arbitraries/strings.ts'
import { wrongValue } from '../../suites/arbitraries/wrong-values.ts'
import type { Schema } from '../../suites/model/contract.ts'
import type { Json } from '../../suites/model/json.ts'
import { contract as acme } from '../engine/acme.ts'

const draws = (arbitrary: fc.Arbitrary<unknown>, count = 300): readonly Json[] =>
  fc.sample(arbitrary, { numRuns: count, seed: 7 }) as readonly Json[]
const contract = {
  ...acme,
  schemas: new Map<string, Schema>([
    [
      'https://assay.example/schemas/acme/part.json',
      { $defs: { name: { type: 'string', minLength: 2, maxLength: 4 } } },
    ],
  ]),
}
const drawn = (schema: Schema, options = {}): readonly Json[] =>
  draws(arbitraryOf(contract, { $id: 'https://assay.example/schemas/acme/x.json', ...schema }, options))
const every = (values: readonly Json[], holds: (value: never) => boolean): void =>
  expect(values.filter((value) => !holds(value as never))).toEqual([])
const some = (values: readonly Json[], holds: (value: never) => boolean): void =>
  expect(values.some((value) => holds(value as never))).toBe(true)

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
    every(drawn({ $ref: './part.json#/$defs/name' }), (value: string) => value.length >= 2 && value.length <= 4)
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

describe('strings', () => {
  it.each([
    ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
    ['date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/],
    ['date', /^\d{4}-\d\d-\d\d$/],
    ['email', /^[a-z0-9]{3,12}\.\d{1,5}@example\.com$/],
    ['uri', /^https:\/\/shop\.example\/\w+$/],
    ['ipv4', /^\d{1,3}(\.\d{1,3}){3}$/],
  ])('of the format %s', (format, form) => {
    every(draws(stringOf({ type: 'string', format })), (value: string) => form.test(value))
  })

  it('of a pattern and a length', () => {
    every(draws(stringOf({ pattern: '^[A-Z]{2}\\d+$', maxLength: 5, minLength: 4 })), (value: string) =>
      /^[A-Z]{2}\d{2,3}$/.test(value),
    )
  })

  it.each([
    [0, 0],
    [0, 2],
    [1, 1],
    [3, 3],
    [2, 12],
    [40, 40],
  ])('from %d to %d characters long, without a blank at either end', (least, most) => {
    const values = draws(text(least, most))
    every(values, (value: string) => value.length >= least && value.length <= most && value.trim() === value)
  })
})

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

describe('faulty requests', () => {
  const schema: Schema = {
    $id: 'https://assay.example/schemas/acme/requests/create.json',
    type: 'object',
    required: ['amount'],
    properties: {
      amount: { type: 'integer', minimum: 1, 'x-refused': { required: 'acme.a', minimum: 'acme.b' } },
      card: {
        type: 'object',
        required: ['number'],
        properties: {
          number: { type: 'string', maxLength: 4, 'x-refused': { maxLength: 'acme.c', required: 'acme.d' } },
        },
      },
    },
  }

  it('come one a keyword that is named, nested ones too', () => {
    expect(faultsOf(contract, schema).map(({ at, keyword, clause }) => [at, keyword, clause])).toEqual([
      ['/amount', 'required', 'acme.a'],
      ['/amount', 'minimum', 'acme.b'],
      ['/card/number', 'maxLength', 'acme.c'],
      ['/card/number', 'required', 'acme.d'],
    ])
  })

  it('have their one fault and are valid otherwise', () => {
    const [missing, low, long, bare] = faultsOf(contract, schema).map(
      (fault) => draws(faultyRequests(contract, schema, fault)) as unknown as readonly { body: Schema; wrong: Json }[],
    )
    every(missing as never, ({ body }: { body: Schema }) => !('amount' in body))
    every(
      low as never,
      ({ body, wrong }: { body: Schema; wrong: Json }) => (body['amount'] as number) < 1 && body['amount'] === wrong,
    )
    every(
      long as never,
      ({ body }: { body: Schema }) =>
        String((body['card'] as Schema)['number']).length > 4 && (body['amount'] as number) >= 1,
    )
    every(
      bare as never,
      ({ body }: { body: Schema }) => body['card'] !== undefined && !('number' in (body['card'] as Schema)),
    )
  })
})
