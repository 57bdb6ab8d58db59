import { departs, kept } from '../../../model/judgement.ts'
import type { Observer } from '../../../model/check.ts'
import type { Json } from '../../../model/json.ts'
import { valueAt } from '../../../model/json.ts'
import { queryOf } from '../../observers/asked.ts'

/** What a list is taken to be asked for where nothing is said. */
const defaults: readonly (readonly [parameter: string, value: Json, clause: string])[] = [
  ['page_number', 1, 'straddle.paging.defaults.page-number'],
  ['page_size', 100, 'straddle.paging.defaults.page-size'],
  ['sort_order', 'asc', 'straddle.paging.defaults.sort-order'],
]

/** The lists whose description names the defaults; those of a platform's own objects are said to begin with the newest. */
const described = new Set(['listCustomers', 'listPaykeys', 'listPayments', 'listFundingEvents'])

/** Whichever list it is: what a request does not ask for is the documented default. */
export const listDefaults: Observer = {
  id: 'straddle/observers/list-defaults',
  clauses: () => defaults.map(([, , clause]) => clause),
  watch: () => (exchange) => {
    const { operation = '', response } = exchange
    if (!described.has(operation) || response.status >= 300) return []
    const query = queryOf(exchange)
    return defaults.flatMap(([parameter, value, clause]) => {
      const shown = valueAt(response.json, `/meta/${parameter}`)
      if (query.has(parameter) || shown === undefined) return []
      const judgement = shown === value ? kept() : departs({ at: `/meta/${parameter}`, expected: value, actual: shown })
      return [{ clause, judgement }]
    })
  },
}
