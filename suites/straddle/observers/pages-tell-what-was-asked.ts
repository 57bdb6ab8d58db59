import type { Observer } from '../../../model/check.ts'
import { queryOf } from '../../observers/asked.ts'
import { equalsIfThere, holds } from '../../vocabulary/judge.ts'
import { nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { read } from '../../vocabulary/read.ts'
import type { Exchange } from '../../../model/exchange.ts'

const paging = 'straddle.response.paging.'
const pages = 'straddle.paging.meta.total-pages'
const largest = 1000

/** The meta of a list tells the page, its size and the order that were asked for, and how many pages there are. */
export const pagesTellWhatWasAsked: Observer = {
  id: 'straddle/observers/pages-tell-what-was-asked',
  clauses: () => [...['page-number', 'page-size', 'sort-by', 'sort-order'].map((name) => `${paging}${name}`), pages],
  watch: () => (exchange) => {
    const { operation = '', response } = exchange
    if (!operation.startsWith('list') || response.status >= 300 || read(exchange, '/response_type') !== 'array')
      return []
    const query = queryOf(exchange)
    return [
      {
        clause: `${paging}page-number`,
        judgement: isTold(exchange, '/meta/page_number', numberIn(query, 'page_number', 1)),
      },
      { clause: `${paging}page-size`, judgement: isTold(exchange, '/meta/page_size', numberIn(query, 'page_size')) },
      { clause: `${paging}sort-by`, judgement: isTold(exchange, '/meta/sort_by', query.get('sort_by')) },
      { clause: `${paging}sort-order`, judgement: isTold(exchange, '/meta/sort_order', query.get('sort_order')) },
      { clause: pages, judgement: countsPages(exchange) },
    ]
  },
}

/** What was asked for is told; nothing is said of what was not. */
function isTold(exchange: Exchange, at: string, asked: number | string | undefined): Judgement {
  return asked === undefined || asked === '' ? nothing : equalsIfThere(exchange, at, asked)
}

/** A number that is asked for, where the service has to take it as it is. */
function numberIn(query: ReadonlyMap<string, string>, name: string, otherwise?: number): number | undefined {
  const value = query.get(name)
  if (value === undefined) return otherwise
  return /^[1-9]\d{0,8}$/.test(value) && (name !== 'page_size' || Number(value) <= largest) ? Number(value) : undefined
}

function countsPages(exchange: Exchange): Judgement {
  const [total, size, told] = ['total_items', 'page_size', 'total_pages'].map((name) => read(exchange, `/meta/${name}`))
  if (typeof total !== 'number' || typeof size !== 'number' || typeof told !== 'number' || size < 1 || total < 1)
    return nothing
  const expected = Math.ceil(total / size)
  return holds(told === expected, '/meta/total_pages', expected, told)
}
