import type { Observer } from '../../../model/check.ts'
import { isObject, valueAt } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import { inOrder } from '../order.ts'

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
      return [
        {
          clause,
          judgement: inOrder(keys as readonly (number | string)[], order, (index) => `/data/${index}/${field}`),
        },
      ]
    },
}

function keyOf(item: Json, field: string): number | string | undefined {
  const value = isObject(item) ? item[field] : undefined
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return undefined
  if (times.has(field)) return value.length === 10 ? `${value}T00:00:00` : value
  return field === 'id' ? value.toLowerCase() : undefined
}
