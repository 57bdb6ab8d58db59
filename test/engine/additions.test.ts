import { describe, expect, it } from 'vitest'
import { createAdditions } from '../../engine/additions.ts'
import type { Additions } from '../../engine/additions.ts'
import type { Contract, Schema } from '../../model/contract.ts'
import type { AdditiveChange } from '../../model/report.ts'
import { toResponse } from '../../wire/response.ts'
import { contract as acme } from './acme.ts'
import { exchangeOf } from '../wire/redaction/exchanges.ts'

const thing = 'https://assay.example/schemas/acme/thing.json'
const schema: Schema = {
  $id: thing,
  properties: {
    unit: { 'x-open-enum': ['cent', 'euro'] },
    parts: { items: { properties: { unit: { 'x-open-enum': ['cent'] } } } },
  },
}
const policy = { newProperty: 'acme.changes.properties', newEnumValue: 'acme.changes.values' }

function contractWith(change: Contract['provider']['change']): Contract {
  return { ...acme, provider: { ...acme.provider, change }, schemas: new Map([[thing, schema]]) }
}

/** What is noted of answers to `readThing`. */
function noted(answers: readonly unknown[], additions: Additions = createAdditions(contractWith(policy))) {
  for (const answer of answers)
    additions.see(exchangeOf({ operation: 'readThing', status: 200, answer: JSON.stringify(answer) }))
  return additions.list()
}

const property = (at: string, value: string, times = 1): AdditiveChange => ({
  operation: 'readThing',
  schema: thing,
  at,
  kind: 'property',
  value,
  allowedBy: policy.newProperty,
  times,
})
const value = (at: string, word: string, times = 1): AdditiveChange => ({
  ...property(at, word, times),
  kind: 'enum-value',
  allowedBy: policy.newEnumValue,
})

describe('an additive change', () => {
  it.each<[string, readonly unknown[], readonly AdditiveChange[]]>([
    ['is none where all is documented', [{ unit: 'cent', parts: [{ unit: 'cent' }] }], []],
    ['can be a property', [{ size: 1 }], [property('/size', 'size')]],
    ['is called by its name as it is', [{ 'a/b': 1 }], [property('/a~1b', 'a/b')]],
    ['can be a word of an open vocabulary', [{ unit: 'yen' }], [value('/unit', 'yen')]],
    ['can be both', [{ size: 1, unit: 'yen' }], [property('/size', 'size'), value('/unit', 'yen')]],
    [
      'is one for all items of a list',
      [{ parts: [{ size: 1 }, { unit: 'yen' }, ...Array.from({ length: 9 }, () => ({ size: 2, unit: 'yen' }))] }],
      [property('/parts/*/size', 'size', 10), value('/parts/*/unit', 'yen', 10)],
    ],
    ['is counted', [{ size: 1 }, { size: 2 }, { size: 3 }], [property('/size', 'size', 3)]],
    [
      'is another one for another word',
      [{ unit: 'yen' }, { unit: 'won' }],
      [value('/unit', 'yen'), value('/unit', 'won')],
    ],
    ['is another one elsewhere', [{ size: 1, length: 1 }], [property('/size', 'size'), property('/length', 'length')]],
    [
      'is one where its name is a number, whichever',
      [{ 7: 1, 8: 1, '9a': 1 }],
      [property('/*', '8', 2), property('/9a', '9a')],
    ],
  ])('%s', (_, answers, changes) => {
    expect(noted(answers)).toEqual(changes)
  })

  it('is allowed by no clause where the provider has none', () => {
    const { allowedBy: _, ...bare } = property('/size', 'size')
    const { allowedBy: __, ...bareWord } = value('/unit', 'yen')
    expect(noted([{ size: 1, unit: 'yen' }], createAdditions(contractWith({})))).toStrictEqual([bare, bareWord])
  })

  it('is noted where there is JSON that a schema describes, and nowhere else', () => {
    const additions = createAdditions(contractWith(policy))
    const seen = exchangeOf({ operation: 'readThing', answer: '{"size":1}' })
    additions.see({ ...seen, operation: undefined })
    additions.see({ ...seen, response: toResponse(404, [], '{"size":1}') })
    additions.see({ ...seen, response: toResponse(200, [], '<html></html>') })
    expect(additions.list()).toEqual([])
    additions.see(seen)
    expect(additions.list()).toHaveLength(1)
  })

  it('is noted for two hundred of them, and those are counted on', () => {
    const names = Array.from({ length: 201 }, (_, index) => `p${index}`)
    const changes = noted([...names.map((name) => ({ [name]: 1 })), { p0: 1, p199: 1, p200: 1 }])
    expect(changes).toHaveLength(200)
    expect(changes.filter(({ times }) => times === 2).map(({ value: name }) => name)).toEqual(['p0', 'p199'])
  })
})
