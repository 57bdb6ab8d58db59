import { describe, expect, it } from 'vitest'
import type { Json } from '../../../model/json.ts'
import { refundsStayWithin } from '../../../suites/observers/refunds-stay-within.ts'
import { create } from './orders.ts'
import { watched } from './sequence.ts'
import type { Step } from './sequence.ts'

const observer = refundsStayWithin({
  clauses: { within: 'within', currency: 'currency' },
  create: 'refundOrder',
  id: '/id',
  of: '/order',
  shownBy: ['createOrder'],
  whole: '/id',
})
const order = create('a', { amount: 10, currency: 'usd' })
const refund = (id: string, amount: number, more: Json = {}): Step => ({
  operation: 'refundOrder',
  path: '/refunds',
  json: { id, order: 'a', amount, currency: 'usd', ...(more as object) },
})
const failed: Step = {
  operation: 'retrieveRefund',
  path: '/refunds/1',
  json: { id: '1', order: 'a', status: 'failed' },
}

describe('what is given back', () => {
  it.for<readonly [string, readonly Step[], readonly string[]]>([
    ['is no more than was paid', [order, refund('1', 4), refund('2', 6)], []],
    ['is more in all', [order, refund('1', 4), refund('2', 7)], ['/amount']],
    ['is told twice', [order, refund('1', 6), refund('1', 6)], []],
    ['is in another currency', [order, refund('1', 4, { currency: 'eur' })], ['/currency']],
    ['failed and is given back again', [order, refund('1', 10), failed, refund('2', 10)], []],
    ['is of an order that was not seen', [refund('1', 400)], []],
  ])('%s', ([, steps, gaps]) => {
    expect(watched(observer, steps).gaps).toEqual(gaps)
  })
})
