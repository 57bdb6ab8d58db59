import { describe, expect, it } from 'vitest'
import type { Schema } from '../../suites/model/contract.ts'
import type { Json } from '../../suites/model/json.ts'
import { follow, resolve } from '../../suites/model/reference.ts'

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
