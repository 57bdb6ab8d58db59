import { describe, expect, it } from 'vitest'
import type { Json } from '../../../model/json.ts'
import { oneMomentHasOneState } from '../../../suites/observers/one-moment-has-one-state.ts'
import { seen } from './declared-orders.ts'
import type { Told } from './declared-orders.ts'

const step = (operation: string, json: Json, more: Partial<Told> = {}): Told => ({
  operation,
  path: operation === 'createOrder' || operation === 'listOrders' ? '/orders' : '/orders/a',
  json,
  ...more,
})
const made = step('createOrder', { id: 'a', state: 'new', tags: ['x', 'y'], note: null })
const read = (order: object, more: Partial<Told> = {}) => step('retrieveOrder', { id: 'a', ...order }, more)

describe('an object at one moment', () => {
  it.for<readonly [string, readonly Told[], readonly string[]]>([
    ['is the same', [made, read({ state: 'new', tags: ['y', 'x'] })], []],
    ['is another', [made, read({ state: 'old' })], ['stays /state']],
    [
      'is another in a list',
      [made, step('listOrders', { data: [{ id: 'a', state: 'old' }] })],
      ['stays /data/0/state'],
    ],
    ['was written meanwhile', [made, step('updateOrder', { id: 'b' }), read({ state: 'old' })], []],
    ['is seen at another moment', [made, read({ state: 'old' }, { second: 1 })], []],
    ['may have been written by a request that was lost', [made, read({ state: 'old' }, { afterLoss: true })], []],
    [
      'is told by the answer to an earlier request',
      [{ ...made, headers: [['idempotency-key', 'k']] }, read({ state: 'old' })],
      [],
    ],
    ['is brought about by others', [made, read({ paid: true }), read({ paid: false })], []],
    ['names another by its id and by itself', [made, read({ to: 'cus_1' }), read({ to: { id: 'cus_1' } })], []],
    ['names another one', [made, read({ to: 'cus_1' }), read({ to: { id: 'cus_2' } })], ['stays /to']],
  ])('%s', ([, steps, gaps]) => {
    expect(seen(oneMomentHasOneState, steps, { stays: 'stays', driven: ['/paid'] }).gaps).toEqual(gaps)
  })
})
