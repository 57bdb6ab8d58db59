import { departs, kept } from '../../model/judgement.ts'
import type { Observer } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { accountOf, idAt, queryOf } from './asked.ts'
import { createMemory } from './memory.ts'

/** Lists whose next page begins after an item of the one before. */
export interface CursorLists {
  readonly clause: string
  readonly operations: readonly string[]
  /** Query parameter with the id of the item that the page follows, and those that size a page or turn its direction. */
  readonly after: string
  readonly size: string
  readonly before: string
  /** JSON Pointers of the items in the answer, and of the id in an item. */
  readonly items: string
  readonly id: string
}

const most = 200

/** Whoever asks: a page that follows an item holds neither that item nor any of the page that ended with it. */
export function cursorsGoOn(lists: CursorLists): Observer {
  return {
    id: 'observer/cursors-go-on',
    clauses: () => [lists.clause],
    watch: (contract) => {
      const pages = createMemory<{ readonly ids: readonly string[]; readonly exchange: Exchange }>(most)
      return (exchange) => {
        const account = accountOf(contract, exchange)
        const ids =
          account === undefined || !lists.operations.includes(exchange.operation ?? '')
            ? undefined
            : idsOf(exchange, lists)
        const query = queryOf(exchange)
        if (ids === undefined || query.has(lists.before)) return []
        const listing = JSON.stringify([account, exchange.request.path.split('?')[0], narrowing(query, lists)])
        const cursor = query.get(lists.after)
        const page = cursor === undefined ? undefined : pages.get(`${listing} ${cursor}`)
        const last = ids.at(-1)
        if (last !== undefined) pages.note(`${listing} ${last}`, { ids, exchange })
        if (cursor === undefined || last === undefined) return []
        const repeated = ids.findIndex((id) => id === cursor || page?.ids.includes(id) === true)
        const judgement =
          repeated === -1
            ? kept(ids.length)
            : departs({
                at: `${lists.items}/${repeated}${lists.id}`,
                expected: `what follows ${cursor}`,
                actual: ids[repeated] as string,
              })
        return [{ clause: lists.clause, judgement, ...(page === undefined ? {} : { with: [page.exchange] }) }]
      }
    },
  }
}

function idsOf({ response }: Exchange, { items, id }: CursorLists): readonly string[] | undefined {
  const list = response.status < 300 ? valueAt(response.json, items) : undefined
  if (!Array.isArray(list)) return undefined
  const ids = (list as readonly Json[]).map((item) => idAt(item, id))
  return ids.every((value) => value !== undefined) ? ids : undefined
}

/** What a listing is narrowed by: the query without what only turns pages. */
function narrowing(
  query: ReadonlyMap<string, string>,
  { after, size }: CursorLists,
): readonly (readonly [string, string])[] {
  return [...query].filter(([name]) => name !== after && name !== size).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
