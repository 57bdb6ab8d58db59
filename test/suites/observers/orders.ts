import type { Json } from '../../../model/json.ts'
import type { Step } from './sequence.ts'

/** A create that made an order. */
export const create = (id: string, more: Json = {}): Step => ({
  operation: 'createOrder',
  path: '/orders',
  json: { id, ...(more as object) },
})
/** A retrieve of an order, and what it showed. */
export const read = (id: string, json: Json, more: Partial<Step> = {}): Step => ({
  operation: 'retrieveOrder',
  path: `/orders/${id}`,
  json,
  ...more,
})
/** A page of orders. */
export const list = (query: string, ids: readonly string[], more: Json = {}): Step => ({
  operation: 'listOrders',
  path: `/orders?${query}`,
  json: { data: ids.map((id) => ({ id })), ...(more as object) },
})
/** A delete of an order. */
export const remove = (id: string): Step => ({ operation: 'deleteOrder', path: `/orders/${id}` })
/** A webhook that tells of an order. */
export const event = (id: string, paid: boolean): Step => ({ path: '/hook', delivery: { order: { id, paid } } })
