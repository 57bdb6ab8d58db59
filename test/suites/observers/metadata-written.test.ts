import { describe, expect, it } from 'vitest'
import { whatIsSettledStays } from '../../../suites/observers/objects-stay-as-they-are.ts'
import { seen } from './declared-orders.ts'
import type { Told } from './declared-orders.ts'
import { create, read } from './orders.ts'

const made = create('a', { metadata: { one: '1', two: '2' } })
const update = (body: string, metadata: Record<string, string>, more: Partial<Told> = {}): Told => ({
  operation: 'updateOrder',
  path: '/orders/a',
  body,
  json: { id: 'a', metadata },
  ...more,
})

describe('metadata that is merged', () => {
  it.for<readonly [string, readonly Told[], readonly string[]]>([
    ['is there with the rest', [made, update('metadata[two]=3', { one: '1', two: '3' })], []],
    ['loses a key', [made, update('metadata[two]=3', { two: '3' })], ['merges /metadata']],
    [
      'gets a key that nobody sent',
      [made, update('metadata[two]=3', { one: '1', two: '3', x: 'y' })],
      ['merges /metadata'],
    ],
    ['loses a key that was emptied', [made, update('metadata[one]=', { two: '2' })], []],
    ['keeps a key that was emptied', [made, update('metadata[one]=', { one: '1', two: '2' })], ['merges /metadata']],
    ['is all emptied, which says nothing', [made, update('metadata=', {})], []],
    ['is not known before', [update('metadata[two]=3', { two: '3' })], []],
    [
      'is read without it',
      [made, update('metadata[two]=3', { one: '1', two: '3' }), read('a', { id: 'a', metadata: { one: '1' } })],
      ['stays /metadata'],
    ],
    [
      'has a value of another type, which is for the schema to say',
      [made, read('a', { id: 'a', metadata: { one: 1, two: '2' } })],
      [],
    ],
  ])('%s', ([, steps, gaps]) => {
    expect(seen(whatIsSettledStays, steps).gaps).toEqual(gaps)
  })
})

describe('an object that others may have written', () => {
  const shown = (one: string, touched: number): Told => read('a', { id: 'a', touched, metadata: { one } })
  it.for<readonly [string, readonly Told[], readonly string[]]>([
    ['says that nobody did', [shown('1', 5), shown('2', 5)], ['stays /metadata']],
    ['says that somebody did', [shown('1', 5), shown('2', 6)], []],
    [
      'does not say it, and all ids are from elsewhere',
      [read('a', { id: 'a', metadata: { one: '1' } }), read('a', { id: 'a', metadata: { one: '2' } })],
      [],
    ],
    [
      'does not say it, and was made here',
      [create('a', { metadata: { one: '1' } }), read('a', { id: 'a', metadata: { one: '2' } })],
      ['stays /metadata'],
    ],
  ])('%s', ([, steps, gaps]) => {
    expect(seen(whatIsSettledStays, steps, {}, { traffic: 'passing' }).gaps).toEqual(gaps)
  })
})
