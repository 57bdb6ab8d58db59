import { departs, kept } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { Observer } from '../../../model/check.ts'
import { compareInstants } from '../../../model/instant.ts'
import { isObject, valueAt } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'

const clause = 'straddle.response.paging.sorted'
/** Fields whose order no alphabet and no collation decides. */
const times = new Set(['created_at', 'updated_at', 'payment_date', 'effective_at', 'transfer_date', 'expires_at'])

/** The items of any list stand in the order that its meta names, as far as they show the field. */
export const listsAreSorted: Observer = {
  id: 'straddle/observers/lists-are-sorted',
  clauses: () => [clause],
  watch:
    () =>
    ({ direction, response }) => {
      const data = valueAt(response.json, '/data')
      const field = valueAt(response.json, '/meta/sort_by')
      const order = valueAt(response.json, '/meta/sort_order')
      if (
        direction === 'inbound' ||
        !Array.isArray(data) ||
        typeof field !== 'string' ||
        (order !== 'asc' && order !== 'desc')
      )
        return []
      const keys = (data as readonly Json[]).map((item) => keyOf(item, field))
      if (keys.some((key) => key === undefined)) return []
      return [{ clause, judgement: outOfOrder(keys as readonly (number | string)[], field, order) }]
    },
}

function keyOf(item: Json, field: string): number | string | undefined {
  const value = isObject(item) ? item[field] : undefined
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return undefined
  if (times.has(field)) return value.length === 10 ? `${value}T00:00:00` : value
  return field === 'id' ? value.toLowerCase() : undefined
}

function outOfOrder(keys: readonly (number | string)[], field: string, order: 'asc' | 'desc'): Judgement {
  const index = keys.findIndex((key, at) => {
    const next = keys[at + 1]
    if (next === undefined) return false
    const compared = compareInstants(key, next) ?? (key < next ? -1 : key > next ? 1 : 0)
    return order === 'asc' ? compared > 0 : compared < 0
  })
  return index === -1
    ? kept(keys.length - 1)
    : departs({
        at: `/data/${index + 1}/${field}`,
        expected: `${order === 'asc' ? 'not below' : 'not above'} ${keys[index]}`,
        actual: keys[index + 1] ?? null,
      })
}
