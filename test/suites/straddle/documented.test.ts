import { describe, expect, it } from 'vitest'
import { loadContract } from '../../../contracts/load.ts'
import { straddle } from '../../../contracts/straddle/provider.ts'
import type { Json } from '../../../model/json.ts'
import { documentedPart } from '../../../suites/straddle/documented.ts'

const contract = loadContract(straddle)

describe('the documented part of a resource', () => {
  it.for<readonly [string, string, Json | undefined, Json | undefined]>([
    [
      'keeps what its schema describes',
      'customer',
      { name: 'Ada', address: { city: 'Salem' } },
      { name: 'Ada', address: { city: 'Salem' } },
    ],
    [
      'leaves out what it does not',
      'customer',
      { name: 'Ada', new: 1, address: { city: 'Salem', new: 1 } },
      { name: 'Ada', address: { city: 'Salem' } },
    ],
    ['leaves out what has no value', 'customer', { name: 'Ada', external_id: null }, { name: 'Ada' }],
    ['keeps metadata whole', 'customer', { metadata: { any: 'thing' } }, { metadata: { any: 'thing' } }],
    [
      'looks into the items of a list',
      'charge',
      { status_history: [{ status: 'created', code: null, new: 1 }] },
      { status_history: [{ status: 'created' }] },
    ],
    ['is nothing where nothing is', 'customer', undefined, undefined],
  ])('%s', ([, name, value, expected]) => {
    expect(documentedPart(contract, name, value)).toEqual(expected)
  })
})
