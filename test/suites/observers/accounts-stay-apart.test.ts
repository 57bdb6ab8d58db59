import { describe, expect, it } from 'vitest'
import { accountsStayApart } from '../../../suites/observers/accounts-stay-apart.ts'
import { seen } from './declared-orders.ts'
import type { Told } from './declared-orders.ts'
import { create, list, read } from './orders.ts'

const other = { account: 'second' }
const [a, b] = [create('a'), create('b')]
const readB: Told = read('b', { id: 'b' }, other)
const hidden: Told = read('a', {}, { status: 404, ...other })

describe('what another account holds', () => {
  it.for<readonly [string, readonly Told[], readonly string[]]>([
    ['is not found', [a, hidden], []],
    ['is read, although other things of it are not found', [a, b, hidden, readB], ['read /id']],
    ['is read under another key of what may be one account', [b, readB], []],
    ['is listed', [a, b, hidden, { ...list('', ['b']), ...other }], ['list /data/0/id']],
    [
      'is read, although a whole list does not show it',
      [a, b, { ...list('', [], { more: false }), ...other }, readB],
      ['read /id'],
    ],
    [
      'is changed',
      [a, b, hidden, { operation: 'updateOrder', path: '/orders/b', json: { id: 'b' }, ...other }],
      ['write status'],
    ],
    ['is not changed', [a, b, hidden, { operation: 'updateOrder', path: '/orders/b', status: 404, ...other }], []],
    ['may be deleted, where a request was lost', [a, b, { ...hidden, afterLoss: true }, readB], []],
  ])('%s', ([, steps, gaps]) => {
    expect(seen(accountsStayApart, steps).gaps).toEqual(gaps)
  })
})
