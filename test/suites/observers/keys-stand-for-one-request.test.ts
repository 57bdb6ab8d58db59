import { describe, expect, it } from 'vitest'
import { keysStandForOneRequest } from '../../../suites/observers/keys-stand-for-one-request.ts'
import { seen } from './declared-orders.ts'
import type { Told } from './declared-orders.ts'
import { create } from './orders.ts'

const under = (key: string, body: string, more: Partial<Told> = {}): Told => ({
  ...create('a'),
  headers: [['idempotency-key', key]],
  body,
  ...more,
})
const first = under('k', 'a=1&b=2')

describe('a key', () => {
  it.for<readonly [string, Told, readonly string[]]>([
    ['is used for the same, written in another order', under('k', 'b=2&a=1'), []],
    ['is used for something else and taken', under('k', 'a=2&b=2'), ['other-parameters status']],
    ['is used for something else and refused', under('k', 'a=2&b=2', { status: 400 }), []],
    ['may be forgotten', under('k', 'a=2', { second: 90 }), []],
    ['is another key', under('other', 'a=2'), []],
    ['was masked', under('[REDACTED]', 'a=2'), []],
    ['is of another account', under('k', 'a=2', { account: 'second' }), []],
  ])('%s', ([, second, gaps]) => {
    expect(seen(keysStandForOneRequest, [first, second]).gaps).toEqual(gaps)
  })
})
