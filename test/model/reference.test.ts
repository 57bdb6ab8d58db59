import { describe, expect, it } from 'vitest'
import type { Schema } from '../../model/contract.ts'
import type { Json } from '../../model/json.ts'
import { applying, follow, resolve } from '../../model/reference.ts'

const base = 'https://assay.example/schemas/acme/'
const name: Schema = { type: 'string' }
const part: Schema = { $id: `${base}part.json`, $defs: { name, alias: { $ref: '#/$defs/name' }, 'a/b': { const: 1 } } }
const schemas = new Map<string, Schema>([[`${base}part.json`, part]])

describe('a reference', () => {
  it.each<[string, string, string, Json | undefined]>([
    ['into another file', './part.json#/$defs/name', 'thing.json', name],
    ['with a name that a pointer has to escape', './part.json#/$defs/a~1b', 'thing.json', { const: 1 }],
    ['to another file', 'part.json', 'thing.json', part],
    ['to the file itself', '#', 'part.json', part],
    ['within the file', '#/$defs/name', 'part.json', name],
    ['to nowhere in a file', '#/$defs/nobody', 'part.json', undefined],
  ])('%s', (_, reference, from, schema) => {
    expect(follow(schemas, reference, base + from)).toEqual({ schema, base: `${base}part.json` })
  })

  it('is resolved to what it leads to, and from there on relative to that file', () => {
    expect(resolve(schemas, { $ref: './part.json#/$defs/name' }, `${base}thing.json`)).toEqual({
      schema: name,
      base: `${base}part.json`,
    })
  })

  it('to a reference is resolved to what that leads to', () => {
    expect(resolve(schemas, { $ref: './part.json#/$defs/alias' }, `${base}thing.json`)).toEqual({
      schema: name,
      base: `${base}part.json`,
    })
  })

  it('is left alone where a schema is none', () => {
    expect(resolve(schemas, name, `${base}thing.json`)).toEqual({ schema: name, base: `${base}thing.json` })
  })

  it('that leads nowhere is refused', () => {
    expect(() => resolve(schemas, { $ref: './nowhere.json' }, `${base}thing.json`)).toThrow(
      'the reference ./nowhere.json leads nowhere',
    )
  })
})

describe('to the same instance applies', () => {
  const found = (schema: Json | undefined): readonly (readonly [Json, string])[] =>
    applying(schemas, [{ schema, base: `${base}thing.json` }]).map((one) => [one.schema, one.base.slice(base.length)])

  it.each(['allOf', 'anyOf', 'oneOf'])('what stands in %s', (keyword) => {
    const schema = { [keyword]: [{ minimum: 1 }, { [keyword]: [{ minimum: 2 }] }] }
    expect(found(schema).map(([one]) => one)).toEqual([
      schema,
      { minimum: 1 },
      { [keyword]: [{ minimum: 2 }] },
      { minimum: 2 },
    ])
  })

  it('what stands under a condition, and the condition', () => {
    const schema = { if: { minimum: 1 }, then: { minimum: 2 }, else: { minimum: 3 } }
    expect(found(schema).map(([one]) => one)).toEqual([schema, { minimum: 1 }, { minimum: 2 }, { minimum: 3 }])
  })

  it('what a reference leads to, with the file it stands in', () => {
    const schema = { $ref: './part.json#/$defs/alias' }
    expect(found(schema)).toEqual([
      [schema, 'thing.json'],
      [{ $ref: '#/$defs/name' }, 'part.json'],
      [name, 'part.json'],
    ])
  })

  it('nothing of what is not there, or is no object', () => {
    expect([undefined, true, [{ minimum: 1 }]].flatMap(found)).toEqual([])
    expect(found({ $ref: './nowhere.json', $defs: name, allOf: [true] })).toHaveLength(1)
  })

  it('each schema once, though it refers to itself', () => {
    const round: Schema = { $ref: '#' }
    const files = new Map([[`${base}round.json`, round]])
    const referred = { schema: round, base: `${base}round.json` }
    expect(applying(files, [referred, referred])).toEqual([referred])
  })
})
