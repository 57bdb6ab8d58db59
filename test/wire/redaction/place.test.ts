import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../model/contract.ts'
import { createPlaces } from '../../../wire/redaction/place.ts'
import type { Place, Places } from '../../../wire/redaction/place.ts'

const base = 'https://assay.example/schemas/acme/'
const secret: Schema = { 'x-secret': true }
const personal: Schema = { 'x-personal': true }

function placesOf(files: Readonly<Record<string, Schema>>): Places {
  const schemas = Object.entries(files).map(([file, schema]) => [`${base}${file}`, schema] as const)
  return createPlaces(new Map(schemas))
}

/** A place further on: `*` is an item. */
const at = (place: Place, way: readonly string[]): Place =>
  way.reduce((from, step) => (step === '*' ? from.item() : from.property(step)), place)

/** Whether a place is marked in a body that a schema describes. */
const isMarked = (schema: Schema, ...way: readonly string[]): boolean =>
  at(placesOf({ 'thing.json': schema }).body(`${base}thing.json`), way).marked

describe('a place is marked', () => {
  it.each<[string, Schema, readonly string[]]>([
    ['as secret', { properties: { a: secret } }, ['a']],
    ['as personal', { properties: { a: personal } }, ['a']],
    ['in an item', { items: { properties: { a: secret } } }, ['*', 'a']],
    ['as an item', { properties: { a: { items: secret } } }, ['a', '*']],
    ['below a marked one', { properties: { a: { ...secret, properties: { b: {} } } } }, ['a', 'b', 'c', '*']],
    ['as a whole', secret, ['a']],
    ['in a part', { allOf: [{}, { properties: { a: secret } }] }, ['a']],
    ['in a branch', { anyOf: [{ oneOf: [{ properties: { a: secret } }] }] }, ['a']],
    ['under a condition', { if: {}, then: { properties: { a: secret } } }, ['a']],
    ['by what a reference leads to', { $ref: '#/$defs/b', $defs: { b: { properties: { a: secret } } } }, ['a']],
    ['by one of several', { properties: { a: {} }, allOf: [{ properties: { a: secret } }] }, ['a']],
    ['by the pattern of its name', { patternProperties: { '^a': secret } }, ['ab']],
    ['by a pattern and by its name', { properties: { ab: {} }, patternProperties: { '^a': secret } }, ['ab']],
    ['by its name and by a pattern', { properties: { ab: secret }, patternProperties: { '^a': {} } }, ['ab']],
    ['by a pattern of characters', { patternProperties: { '^.$': secret } }, ['😀']],
    ['as any other property', { properties: { b: {} }, additionalProperties: secret }, ['a']],
    ['called like what every object inherits', { properties: { b: {} }, additionalProperties: secret }, ['toString']],
    ['called like a list', { properties: { '[]': secret }, items: {} }, ['[]']],
  ])('%s', (_, schema, way) => {
    expect(isMarked(schema, ...way)).toBe(true)
  })

  it.each<[string, Schema, readonly string[]]>([
    ['with another mark', { properties: { a: { 'x-open-enum': true } } }, ['a']],
    ['with a mark that is not true', { properties: { a: { 'x-secret': false, 'x-personal': 'no' } } }, ['a']],
    ['beside a marked one', { properties: { a: secret, b: {} } }, ['b']],
    ['above a marked one', { properties: { a: { properties: { b: secret } } } }, ['a']],
    ['by a pattern that its name has not', { patternProperties: { '^a': secret } }, ['ba']],
    ['as any other where it has a name', { properties: { a: {} }, additionalProperties: secret }, ['a']],
    ['as any other where it has a pattern', { patternProperties: { a: {} }, additionalProperties: secret }, ['a']],
    ['below a name that tells', {}, ['secret', 'detail']],
    ['as an item of what has none', { properties: { a: secret } }, ['*']],
    ['that is described as anything', { properties: { a: true } }, ['a']],
    ['in a list beside it', { properties: { '[]': secret }, items: {} }, ['*']],
  ])('but not %s', (_, schema, way) => {
    expect(isMarked(schema, ...way)).toBe(false)
  })

  it('by its name alone tells of a person where no schema describes it, if some schema marks a property of that name', () => {
    const places = placesOf({
      'thing.json': { properties: { city: personal, open: {} } },
      'other.json': { anyOf: [{ items: { properties: { town: { $ref: './town.json' } } } }] },
      'town.json': personal,
    })
    const told = (place: Place): readonly string[] =>
      ['city', 'town', 'open', 'country'].map((name) => place.property(name).told)
    expect(told(places.unknown)).toEqual(['personal', 'personal', 'open', 'open'])
    expect(told(places.unknown.property('more').item())).toEqual(['personal', 'personal', 'open', 'open'])
    expect(told(places.of({ properties: { city: {}, town: { type: 'string' } } }))).toEqual(Array(4).fill('open'))
  })
})

describe('the name of a place tells', () => {
  const { unknown, of } = placesOf({})
  const listed = of({ properties: { city: { type: 'string' }, cvc: { type: 'string' } } })

  it.each<[string, Place, string]>([
    ['a secret', unknown.property('client_secret'), 'secret'],
    ['a secret in a list', at(unknown, ['ssn', '*', '*']), 'secret'],
    ['a secret although a schema lists it', listed.property('cvc'), 'secret'],
    ['a person, where no schema lists it', unknown.property('city'), 'personal'],
    ['nothing where one does', listed.property('city'), 'open'],
    ['a secret of what is below it as well', at(unknown, ['secret', 'detail']), 'secret'],
    ['nothing of what is below a person', at(unknown, ['holder', 'detail']), 'open'],
  ])('%s', (_, { told }, expected) => {
    expect(told).toBe(expected)
  })
})

describe('a place is described', () => {
  it.each<[Place['described'], Schema]>([
    ['not', {}],
    ['not', { title: 'x', description: 'y', examples: ['z'] }],
    ['loosely', { type: 'string' }],
    ['loosely', { maxLength: 5 }],
    ['closely', { type: 'string', pattern: '^a' }],
    ['closely', { format: 'uuid' }],
    ['closely', { enum: ['a'] }],
    ['closely', { 'x-open-enum': ['a'] }],
    ['closely', { allOf: [{ type: 'string' }, { const: 'a' }] }],
  ])('%s by %j', (described, schema) => {
    expect(placesOf({}).of(schema).described).toBe(described)
  })

  it('in a header, but for one that leads somewhere', () => {
    const { header } = placesOf({})
    expect(['vary', 'location'].map((name) => header(name).described)).toEqual(['loosely', 'not'])
  })
})

describe('a place', () => {
  it('knows whether it is listed', () => {
    const place = placesOf({}).of({ properties: { a: secret, b: personal }, additionalProperties: secret })
    expect(['a', 'b', 'c'].map((name) => place.property(name).listed)).toEqual([true, true, false])
  })

  it('names the words that its schemas do', () => {
    const place = placesOf({}).of({ enum: ['a'], allOf: [{ 'x-open-enum': ['b'] }, { const: 'c' }] })
    expect([...place.words]).toEqual(['a', 'b', 'c'])
    expect(placesOf({}).unknown.words.size).toBe(0)
  })

  it.each([
    ['first_name', 'name'],
    ['owner', 'name'],
    ['address', 'address'],
    ['line1', 'address'],
    ['locality', 'city'],
    ['api_key', 'secret'],
    ['pin', 'secret'],
    ['ssn', 'secret'],
    ['email', 'email'],
    ['mobile_number', 'phone'],
    ['card_number', 'card'],
    ['note', 'text'],
  ])('called %s has placeholders called %s', (name, label) => {
    expect(placesOf({}).unknown.property(name).label).toBe(label)
  })

  it('has the name of the nearest property', () => {
    const { unknown } = placesOf({})
    expect([unknown.name, unknown.property('a').name, at(unknown, ['a', 'b', '*', '*']).name]).toEqual(['', 'a', 'b'])
  })

  it('has all schemas that apply there', () => {
    const name = { maxLength: 5 }
    const place = placesOf({
      'thing.json': { properties: { a: { $ref: './part.json#/$defs/name', minLength: 1 } } },
      'part.json': { $defs: { name: { allOf: [name] } } },
    }).body(`${base}thing.json`)
    expect(place.property('a').schemas).toEqual([
      { $ref: './part.json#/$defs/name', minLength: 1 },
      { allOf: [name] },
      name,
    ])
    expect(place.property('b').schemas).toEqual([])
  })

  it('of a body is described by its own schema and by that of any exchange', () => {
    const places = placesOf({
      'thing.json': { properties: { a: { minimum: 1 } } },
      'exchange.json': { anyOf: [{ properties: { body: { properties: { b: { minimum: 2 } } } } }] },
    })
    const described = (place: Place): readonly string[] =>
      ['a', 'b', 'c'].filter((name) => place.property(name).schemas.length > 0)
    expect(described(places.body(`${base}thing.json`))).toEqual(['a', 'b'])
    expect(described(places.body(`${base}nothing.json`))).toEqual(['b'])
    expect(described(places.body(null))).toEqual(['b'])
    expect(described(places.body())).toEqual(['b'])
    expect(places.body().name).toBe('')
  })

  it('of a schema is called as it is said, and its references are relative to it', () => {
    const places = placesOf({ 'part.json': { $defs: { a: { properties: { a: { minimum: 1 } } } } } })
    const described = (schema: Schema): readonly Schema[] => places.of(schema).property('a').schemas
    expect(described({ $id: `${base}thing.json`, $ref: './part.json#/$defs/a' })).toEqual([{ minimum: 1 }])
    expect(described({ $ref: './acme/part.json#/$defs/a' })).toEqual([{ minimum: 1 }])
    expect([places.of({}).name, places.of({}, 'card').name, places.of(undefined, 'card').name]).toEqual([
      '',
      'card',
      'card',
    ])
    expect(places.of(undefined).schemas).toEqual([])
  })

  it('of a query has its parameters as properties', () => {
    const parameters = [
      { name: 'email', required: false, schema: personal },
      { name: 'limit', required: false, schema: { type: 'integer' } },
    ]
    const place = placesOf({}).query(parameters)
    expect([place.name, place.property('email').marked, place.property('limit').marked]).toEqual(['', true, false])
    expect(place.property('limit').schemas).toEqual([{ type: 'integer' }])
  })
})

describe('a place is made once', () => {
  const thing = { properties: { a: { items: {} }, b: { $ref: '#' } } }

  it('wherever it is come to', () => {
    const places = placesOf({ 'thing.json': thing })
    const body = (): Place => places.body(`${base}thing.json`)
    expect(body()).toBe(body())
    expect(at(body(), ['a', '*'])).toBe(at(body(), ['a', '*']))
    expect(at(body(), ['b', 'b'])).toBe(at(body(), ['b']))
    const parameters = [{ name: 'a', required: true, schema: {} }]
    expect(places.query(parameters)).toBe(places.query(parameters))
    expect(places.query(parameters)).not.toBe(places.query([...parameters]))
  })

  it('and each apart: by its schemas, its name, and whether it is below a mark', () => {
    const named = { properties: { a: {}, 'b a': {}, b: {} } }
    const places = placesOf({ 'named.json': named, 'thing.json': { properties: { marked: secret, open: {} } } })
    const body = places.body(`${base}named.json`)
    expect(new Set(['a', 'b a', 'b', '0:a', '1 a'].map((name) => body.property(name))).size).toBe(5)
    const things = places.body(`${base}thing.json`)
    expect([things.property('marked').property('x').marked, things.property('x').marked]).toEqual([true, false])
    expect([at(things, ['marked', 'open']), at(things, ['open'])].map(({ marked }) => marked)).toEqual([true, false])
  })

  it('each by its own schemas, however many there are', () => {
    const least = (minimum: number): Schema => ({ properties: { x: { minimum } } })
    const files = Object.fromEntries([
      ...Array.from({ length: 10 }, (_, index) => [`${index}.json`, { allOf: [least(index), least(index + 0.5)] }]),
      ...Array.from({ length: 100 }, (_, index) => [`${index + 10}.json`, least(index + 10)]),
    ]) as Readonly<Record<string, Schema>>
    const places = placesOf(files)
    const found = Object.keys(files).map((file) => places.body(`${base}${file}`).property('x').schemas)
    expect(found).toEqual(
      found.map((_, index) => (index < 10 ? [index, index + 0.5] : [index]).map((minimum) => ({ minimum }))),
    )
  })

  it('but for those whose names a server makes up, which would fill the memory', () => {
    const places = placesOf({
      'open.json': { properties: { listed: {} }, patternProperties: { '^p': {} }, additionalProperties: secret },
    })
    const body = places.body(`${base}open.json`)
    const made = (name: string): boolean => body.property(name) === body.property(name)
    expect(['listed', 'patterned', 'other'].map(made)).toEqual([true, false, false])
    expect(places.unknown.property('x')).not.toBe(places.unknown.property('x'))
    const other = body.property('other')
    expect(other.item()).toBe(other.item())
    expect(other.item()).not.toBe(body.property('other').item())
    expect(places.unknown.item()).toBe(places.unknown.item())
  })
})
