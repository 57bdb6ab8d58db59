import { departs, kept } from '../../model/judgement.ts'
import type { Observation, Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { sameJson, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { accountOf, idAt, isAfter, isKnownSince, knownAccountOf, queryOf } from './asked.ts'
import { createMemory } from './memory.ts'

/** Lists whose pages are asked for by number or offset. */
export interface NumberedLists {
  readonly clause: string
  readonly operations: readonly string[]
  /** Place of a page's first item in the whole list, from the query; undefined where the query leaves it open. */
  readonly start: (query: ReadonlyMap<string, string>) => number | undefined
  /** Query parameters that only turn pages. */
  readonly turning: readonly string[]
  /** JSON Pointers of the items in the answer, of the id in an item, and of the count of the whole list, where it is told. */
  readonly items: string
  readonly id: string
  readonly total?: string
}

interface Page {
  readonly start: number
  readonly ids: readonly string[]
  readonly exchange: Exchange
}

const mostListings = 50
const mostPages = 50

/** Whoever asks: while nobody writes, an item is at one place of a list, whichever page shows it. */
export function itemsKeepTheirPlace(lists: NumberedLists): Observer {
  return {
    id: 'observer/items-keep-their-place',
    clauses: () => [lists.clause],
    watch: (contract) => {
      const listings = createMemory<readonly Page[]>(mostListings)
      let lastWrite: Exchange | undefined
      return (exchange) => {
        if (exchange.direction === 'inbound' || exchange.request.method !== 'GET') lastWrite = exchange
        const page = pageOf(contract, exchange, lists)
        if (page === undefined || (lastWrite !== undefined && !isAfter(exchange, lastWrite))) return []
        const key = listingOf(contract, exchange, lists)
        const before = (listings.get(key) ?? []).filter((earlier) => stands(earlier, page, lists, lastWrite))
        listings.note(key, [...before, page].slice(-mostPages))
        return before
          .filter((earlier) => earlier.start !== page.start && earlier.ids.length > 0 && page.ids.length > 0)
          .map((earlier) => compared(earlier, page, lists))
      }
    },
  }
}

/** Whether an earlier page still says where items are: nothing was written since, and the whole has the same length. */
function stands(earlier: Page, page: Page, { total }: NumberedLists, lastWrite: Exchange | undefined): boolean {
  const unwritten = lastWrite === undefined || earlier.exchange.id > lastWrite.id
  return (
    unwritten &&
    isAfter(page.exchange, earlier.exchange) &&
    isKnownSince(page.exchange, earlier.exchange) &&
    (total === undefined ||
      sameJson(valueAt(earlier.exchange.response.json, total), valueAt(page.exchange.response.json, total)))
  )
}

function compared(earlier: Page, page: Page, { clause, items, id }: NumberedLists): Observation {
  const moved = page.ids.findIndex((value, index) => {
    const place = earlier.ids.indexOf(value)
    return place !== -1 && earlier.start + place !== page.start + index
  })
  const judgement =
    moved === -1
      ? kept(page.ids.length)
      : departs({
          at: `${items}/${moved}${id}`,
          expected: 'an item that no other page holds',
          actual: page.ids[moved] as string,
        })
  return { clause, judgement, with: [earlier.exchange] }
}

function pageOf(contract: Contract, exchange: Exchange, lists: NumberedLists): Page | undefined {
  if (
    knownAccountOf(contract, exchange) === undefined ||
    !lists.operations.includes(exchange.operation ?? '') ||
    exchange.response.status >= 300
  )
    return undefined
  const start = lists.start(queryOf(exchange))
  const found = valueAt(exchange.response.json, lists.items)
  if (start === undefined || !Number.isSafeInteger(start) || !Array.isArray(found)) return undefined
  const ids = (found as readonly Json[]).map((item) => idAt(item, lists.id))
  return ids.every((value) => value !== undefined) ? { start, ids, exchange } : undefined
}

function listingOf(contract: Contract, exchange: Exchange, { turning }: NumberedLists): string {
  const narrowing = [...queryOf(exchange)]
    .filter(([name]) => !turning.includes(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([accountOf(contract, exchange), exchange.request.path.split('?')[0], narrowing])
}
