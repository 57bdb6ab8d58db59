import { describe, expect, it } from 'vitest'
import { faultsOf, faultyRequests, firstFaultyRequests } from '../../../suites/arbitraries/faults.ts'
import type { Schema } from '../../../model/contract.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { base, contract, distinct, draws, every } from './draws.ts'

describe('faulty requests of a body', () => {
  const schema: Schema = {
    $id: `${base}requests/create.json`,
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

describe('the first faulty requests', () => {
  const faultOf = (property: Schema, keyword: string, of = contract): readonly unknown[] => {
    const schema: Schema = {
      $id: `${base}requests/create.json`,
      type: 'object',
      required: ['kept'],
      properties: {
        kept: { const: 1 },
        value: { ...property, 'x-refused': { [keyword]: 'acme.a' } },
        left: { const: 2 },
      },
    }
    const [fault] = faultsOf(of, schema)
    return fault === undefined ? [] : firstFaultyRequests(of, schema, fault).map(({ body }) => body)
  }

  it.for<[keyword: string, schema: Schema, wrong: readonly Json[]]>([
    ['minimum', { type: 'integer', minimum: 1 }, [0]],
    ['exclusiveMinimum', { type: 'integer', exclusiveMinimum: 1 }, [1]],
    ['maximum', { type: 'integer', maximum: 7 }, [8]],
    ['minLength', { type: 'string', minLength: 3 }, ['aa']],
    ['minLength', { type: 'string', minLength: 0 }, []],
    ['maxLength', { type: 'string', maxLength: 3 }, ['aaaa']],
    ['type', { type: 'string' }, [42, true]],
    ['type', { type: 'integer' }, ['42']],
    ['type', { type: 'boolean' }, ['true', 1]],
    ['type', { type: ['string', 'null'] }, []],
    ['enum', { enum: ['paid', 'pai', 7] }, ['paidx', 'paix', 'pa']],
    ['enum', { enum: ['paid'], 'x-unlisted': ['failed'] }, ['paidx', 'pai', 'failed']],
    ['const', { const: 'USD' }, ['USDx', 'US']],
    ['format', { type: 'string', format: 'date' }, ['2043-02-29', '2044-13-01']],
    ['format', { type: 'string', format: 'hostname' }, []],
  ])('of %s are one beyond the limit, or nearly right', ([keyword, property, wrong]) => {
    expect(faultOf(property, keyword)).toEqual(wrong.map((value) => ({ kept: 1, value })))
  })

  it('are of no other type where everything is sent as text', () => {
    const form = { ...contract, provider: { ...contract.provider, encoding: 'form' as const } }
    expect(faultOf({ type: 'string' }, 'type', form)).toEqual([])
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
    expect(distinct(none?.map(({ body, wrong }) => ({ body, wrong })) ?? [])).toEqual([
      '{"body":{"amount":5,"card":{"brand":"acme","owner":{"age":7}}},"wrong":null}',
    ])
  })

  it('come with the same request without the fault', () => {
    const { free: _, ...properties } = nested['properties'] as JsonObject
    const schema = { ...nested, properties }
    const sound = faultsOf(contract, schema).flatMap((fault) => draws(faultyRequests(contract, schema, fault), 20))
    const numbers = sound.map((one) => (one.sound['card'] as JsonObject | null)?.['number'])
    expect(numbers.filter((number) => number !== undefined).every((number) => String(number).length <= 4)).toBe(true)
    expect(sound.every((one) => typeof one.sound['part'] === 'object')).toBe(true)
  })

  it('are none where nothing is refused', () => {
    expect(faultsOf(contract, { $id: `${base}x.json`, type: 'object' })).toEqual([])
  })
})
