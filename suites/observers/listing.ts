import type { Contract } from '../../model/contract.ts'
import type { List, Paging } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'

/** A page of a declared list, as it was asked for. */
export interface Listing {
  readonly list: List
  readonly paging: Paging | undefined
  /** JSON Pointer of the items. */
  readonly at: string
  readonly items: readonly Json[]
  readonly query: URLSearchParams
  /** Most items that the page may hold, where the request or the document says it. */
  readonly size: number | undefined
  /** Whether that was asked for. */
  readonly isSized: boolean
}

/** Several observers look at one exchange. */
const known = new WeakMap<Exchange, Listing | undefined>()

/** The page that an answer shows; undefined where it is no success of a declared list. */
export function listingOf(contract: Contract, exchange: Exchange): Listing | undefined {
  if (known.has(exchange)) return known.get(exchange)
  const found = readListing(contract, exchange)
  known.set(exchange, found)
  return found
}

function readListing({ declaration, operations }: Contract, exchange: Exchange): Listing | undefined {
  const { operation = '', request, response } = exchange
  const list = declaration.lists[operation]
  if (list === undefined || response.status >= 300) return undefined
  const at = list.items.find((items) => Array.isArray(valueAt(response.json, items)))
  if (at === undefined) return undefined
  const query = queryIn(request.path)
  const { paging } = declaration
  const isPaged = operations.get(operation)?.queryParameters.some(({ name }) => name === paging?.size) === true
  const asked = isPaged && paging !== undefined ? sizeIn(query.getAll(paging.size)) : undefined
  return {
    list,
    paging,
    at,
    items: valueAt(response.json, at) as readonly Json[],
    query,
    isSized: typeof asked === 'number',
    size: asked === 'odd' ? undefined : mostOf(asked ?? (isPaged ? paging?.default : undefined), paging?.most),
  }
}

function mostOf(size: number | undefined, most = Number.POSITIVE_INFINITY): number | undefined {
  return size === undefined ? undefined : Math.min(size, most)
}

function queryIn(path: string): URLSearchParams {
  const at = path.indexOf('?')
  return new URLSearchParams(at === -1 ? '' : path.slice(at + 1).replace(/#.*$/s, ''))
}

/** A size of a page; `odd` where the document does not say what becomes of it. */
function sizeIn(values: readonly string[]): number | 'odd' | undefined {
  const [value, ...more] = values
  if (value === undefined) return undefined
  return more.length === 0 && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : 'odd'
}

/** Place of the first item in the whole list; undefined where that is not known. */
export function startOf({ paging, query, size }: Listing): number | undefined {
  if (paging?.after !== undefined && (query.has(paging.after) || query.has(paging.before ?? ''))) return undefined
  if (paging?.number !== undefined) {
    const page = query.get(paging.number.parameter)
    if (page === null) return 0
    return size === undefined || !/^\d{1,9}$/.test(page) ? undefined : (Number(page) - paging.number.first) * size
  }
  const skipped = paging?.skip === undefined ? null : query.get(paging.skip)
  if (skipped === null) return 0
  return /^\d{1,9}$/.test(skipped) ? Number(skipped) : undefined
}

/** Query parameters that turn pages and size them. */
export function turningOf(paging: Paging | undefined): readonly string[] {
  const { size, number, skip, after, before } = paging ?? {}
  return [size, number?.parameter, skip, after, before].filter((name) => name !== undefined)
}

/** Whether a page that begins at the first item says that nothing follows it. */
export function tellsEnd({ paging, items, size }: Listing, { response }: Exchange): boolean {
  if (paging?.more !== undefined) return valueAt(response.json, paging.more) === false
  const total = paging?.total === undefined ? undefined : valueAt(response.json, paging.total)
  if (typeof total === 'number') return total === items.length
  return size === undefined ? paging?.style === 'none' : items.length < size
}
