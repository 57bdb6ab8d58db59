import { departs, kept } from '../../model/judgement.ts'
import type { Observer } from '../../model/check.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { idAt } from './asked.ts'

/** Lists whose items have an id. */
export interface ItemLists {
  readonly clause: string
  readonly operations: readonly string[]
  /** JSON Pointers of the items in the answer and of the id in an item. */
  readonly items: string
  readonly id: string
}

/** No answer holds one item twice. */
export function itemsComeOnce({ clause, operations, items, id }: ItemLists): Observer {
  return {
    id: 'observer/items-come-once',
    clauses: () => [clause],
    watch: () => (exchange) => {
      const list = valueAt(exchange.response.json, items)
      if (!operations.includes(exchange.operation ?? '') || !Array.isArray(list)) return []
      const ids = (list as readonly Json[]).map((item) => idAt(item, id))
      if (ids.length < 2) return []
      const again = ids.findIndex((value, index) => value !== undefined && ids.indexOf(value) < index)
      const judgement =
        again === -1
          ? kept(ids.length)
          : departs({
              at: `${items}/${again}${id}`,
              expected: 'an item that the list does not hold yet',
              actual: ids[again] ?? null,
            })
      return [{ clause, judgement }]
    },
  }
}
