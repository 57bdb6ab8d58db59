import { departs, kept } from '../../../model/judgement.ts'
import { expect, it } from 'vitest'
import { itemsComeOnce } from '../../../suites/observers/items-come-once.ts'
import { contract, exchangesOf } from './sequence.ts'

const observe = (ids: readonly string[]): unknown => {
  const see = itemsComeOnce({ clause: 'acme.lists', operations: ['listOrders'], items: '/data', id: '/id' }).watch(
    contract,
  )
  const [exchange] = exchangesOf([
    { operation: 'listOrders', path: '/orders', json: { data: ids.map((id) => ({ id })) } },
  ])
  return exchange === undefined ? undefined : see(exchange)
}

it('is content with a list of different items', () => {
  expect(observe(['a', 'b'])).toEqual([{ clause: 'acme.lists', judgement: kept(2) }])
})

it('says nothing of a list of one item or none', () => {
  expect([observe([]), observe(['a'])]).toEqual([[], []])
})

it('finds the item that comes again', () => {
  expect(observe(['a', 'b', 'a'])).toEqual([
    {
      clause: 'acme.lists',
      judgement: departs({ at: '/data/2/id', expected: 'an item that the list does not hold yet', actual: 'a' }),
    },
  ])
})
