import { describe, expect, it } from 'vitest'
import { isObject } from '../../../model/json.ts'
import type { JsonObject } from '../../../model/json.ts'
import { metadata } from '../../../suites/laws/metadata-is-kept.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import { mergeMetadata } from './shop/shop.ts'
import type { Rules } from './shop/shop.ts'

const rules = [
  'exact',
  'keys',
  'key-length',
  'value-length',
  'keys-refused',
  'key-length-refused',
  'value-length-refused',
  'merges',
  'replaces-value',
  'removes-key',
  'removes-all',
  'survives',
  'merged-keys-refused',
]
const clauses = Object.fromEntries(rules.map((rule) => [rule, rule]))
const limits = { at: '/metadata', update: 'merges', keys: 20, keyLength: 40, valueLength: 50, clauses } as const
const own = { create: 'createThing', update: 'updateThing', clauses: { kept: 'kept' } }
const contract = shopContract({ metadata: limits }, { metadata: own })

const mapped = (map: (entry: readonly [string, unknown]) => readonly [string, unknown]): Partial<Rules> => ({
  merged: (before, sent) =>
    mergeMetadata(before, isObject(sent) ? (Object.fromEntries(Object.entries(sent).map(map)) as JsonObject) : sent),
})
const unlimited = (before: JsonObject, sent: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries({ ...before, ...sent }).filter(([, value]) => value !== ''))

describe('metadata', () => {
  it('is kept by an honest shop, every rule of it looked at', async () => {
    const kept = Object.fromEntries([...rules, 'kept'].map((rule) => [rule, 'kept']))
    expect(await judged(metadata, contract)).toEqual(kept)
  })

  it.for<readonly [string, Partial<Rules>, readonly string[]]>([
    ['lowers its names', mapped(([name, value]) => [name.toLowerCase(), value]), ['exact', 'kept']],
    ['trims its values', mapped(([name, value]) => [name, String(value).trim()]), ['exact', 'kept']],
    [
      'counts code units',
      { merged: (before, sent) => mergeMetadata(before, sent, (text) => text.length) },
      ['key-length', 'value-length'],
    ],
    ['counts bytes', { merged: (before, sent) => mergeMetadata(before, sent, Buffer.byteLength) }, ['value-length']],
    [
      'has no limits',
      { merged: (before, sent) => (isObject(sent) ? unlimited(before, sent) : {}) },
      ['keys-refused', 'key-length-refused', 'merged-keys-refused'],
    ],
    ['replaces all', { merged: (_, sent) => mergeMetadata({}, sent) }, ['merges']],
    [
      'is never emptied',
      { merged: (before, sent) => (sent === '' ? before : mergeMetadata(before, sent)) },
      ['removes-all'],
    ],
    [
      'keeps empty values',
      { merged: (before, sent) => (isObject(sent) ? { ...before, ...sent } : {}) },
      ['removes-key'],
    ],
    [
      'counts what is swapped twice',
      {
        merged: (before, sent) =>
          isObject(sent) && Object.keys({ ...before, ...sent }).length > 20 ? undefined : mergeMetadata(before, sent),
      },
      ['keys'],
    ],
    [
      'keeps the first value',
      { merged: (before, sent) => mergeMetadata(isObject(sent) ? sent : {}, sent === '' ? '' : before) },
      ['replaces-value'],
    ],
    [
      'is forgotten by other updates',
      {
        stores: (sent, operation) =>
          operation === 'updateThing' && sent['metadata'] === undefined ? { ...sent, metadata: '' } : sent,
      },
      ['survives'],
    ],
    [
      'is forgotten when the name changes',
      {
        changed: (value, before) => (value['name'] === before['name'] ? value : { ...value, metadata: {} }),
      },
      ['survives'],
    ],
  ])('departs where it %s', async ([, lies, expected]) => {
    expect(await broken(metadata, contract, lies)).toEqual(expect.arrayContaining([...expected]))
  })

  it('that an update replaces is replaced as a whole', async () => {
    const replacing = shopContract(
      { metadata: { ...limits, update: 'replaces', clauses: { replaces: 'replaces' } } },
      { metadata: { ...own, clauses: {} } },
    )
    const replaced: Partial<Rules> = { merged: (_, sent) => (isObject(sent) ? sent : undefined) }
    expect(await judged(metadata, replacing, replaced)).toEqual({ replaces: 'kept' })
    expect(await broken(metadata, replacing, {})).toEqual(['replaces'])
    const deaf: Partial<Rules> = {
      merged: (before, sent) => (isObject(sent) && Object.keys(sent).length > 0 ? sent : before),
    }
    expect(await broken(metadata, replacing, deaf)).toEqual(['replaces'])
  })

  it('is not promised of what has none', () => {
    expect(metadata.of({ contract: shopContract(), scenes }, 'thing')).toBe('there is no metadata')
    expect(metadata.of({ contract: shopContract({ metadata: limits }), scenes }, 'thing')).toBe('it has no metadata')
  })
})
