import { describe, expect, it } from 'vitest'
import { createFindUnknown } from '../../schemas/additions.ts'
import type { Schema } from '../../model/contract.ts'
import type { Json } from '../../model/json.ts'

const base = 'https://assay.example/schemas/acme/'
const schemas = new Map<string, Schema>([
  [
    `${base}node.json`,
    {
      $id: `${base}node.json`,
      type: 'object',
      properties: {
        name: { type: 'string' },
        children: { type: 'array', items: { $ref: '#' } },
        leaf: { $ref: './leaf.json#/$defs/leaf' },
      },
    },
  ],
  [
    `${base}leaf.json`,
    { $id: `${base}leaf.json`, $defs: { leaf: { type: 'object', properties: { colour: { type: 'string' } } } } },
  ],
  [
    `${base}combined.json`,
    {
      $id: `${base}combined.json`,
      allOf: [
        { properties: { a: {} } },
        { anyOf: [{ properties: { b: {} } }, { oneOf: [{ properties: { c: {} } }] }] },
      ],
      if: { properties: { d: {} } },
      then: { properties: { e: {} } },
      else: { properties: { f: {} } },
    },
  ],
  [
    `${base}map.json`,
    {
      $id: `${base}map.json`,
      properties: {
        metadata: { type: 'object', additionalProperties: { type: 'string' } },
        tags: { properties: { a: {} }, patternProperties: { '^x': {} } },
        any: true,
        free: { type: 'object' },
        never: false,
      },
    },
  ],
  [
    `${base}partly-a-map.json`,
    {
      $id: `${base}partly-a-map.json`,
      allOf: [{ properties: { a: {} } }, { properties: { b: {} }, additionalProperties: { type: 'string' } }],
    },
  ],
  [`${base}round.json`, { $id: `${base}round.json`, properties: { a: {} }, allOf: [{ $ref: '#' }] }],
])
const findUnknown = createFindUnknown(schemas)

describe('properties that no part of a schema knows', () => {
  it.each([
    ['none', 'node', { name: 'a' }, []],
    ['at the top', 'node', { name: 'a', size: 1 }, ['/size']],
    [
      'below a reference to the schema itself',
      'node',
      { children: [{ name: 'a' }, { children: [{ size: 1 }] }] },
      ['/children/1/children/0/size'],
    ],
    ['below a reference into another file', 'node', { leaf: { colour: 'red', shape: 'round' } }, ['/leaf/shape']],
    ['with a name that a pointer has to escape', 'node', { 'a/b~c': 1 }, ['/a~1b~0c']],
    ['in a combination', 'combined', { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 }, ['/g']],
    ['never in a map', 'map', { metadata: { anything: 'goes' }, tags: { b: 1 } }, []],
    ['never where one part is a map', 'partly-a-map', { anything: 'goes' }, []],
    ['nor where a name is forbidden', 'map', { never: 1 }, ['/never']],
    ['in what refers to itself', 'round', { a: 1, b: 1 }, ['/b']],
    ['never where anything may stand', 'map', { any: { deep: 1 }, free: { deep: 1 } }, []],
    ['not in what is no object', 'node', ['a'], []],
    ['named like what every object inherits', 'node', { toString: 1 }, ['/toString']],
  ])('%s', (_, schema, instance, unknown) => {
    expect(findUnknown(`${base}${schema}.json`, instance as Json)).toEqual(unknown)
  })

  it('works each place of a schema out once, and looks up only what is referred to', () => {
    const asked: string[] = []
    class Noting extends Map<string, Schema> {
      override get(id: string): Schema | undefined {
        asked.push(id)
        return super.get(id)
      }
    }
    const find = createFindUnknown(new Noting(schemas))
    const instance = { leaf: { shape: 'round' } }
    expect([find(`${base}node.json`, instance), find(`${base}node.json`, instance)]).toEqual([
      ['/leaf/shape'],
      ['/leaf/shape'],
    ])
    expect(asked).toEqual([`${base}node.json`, `${base}leaf.json`])
  })

  it('says nothing of a schema that is not there', () => {
    expect(findUnknown(`${base}nowhere.json`, { a: 1 })).toEqual([])
  })
})
