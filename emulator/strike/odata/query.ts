import type { Rules } from '../rules.ts'
import { readFilter } from './filter.ts'
import type { Filter } from './filter.ts'

/** What a list is asked for. */
export interface ListQuery {
  readonly filter: Filter | undefined
  readonly order: 'ascending' | 'descending'
  readonly skip: number
  readonly top: number
}

const options: ReadonlySet<string> = new Set(['$filter', '$orderby', '$skip', '$top'])

/** Reads the OData options of a query string; undefined where they are not valid. */
export function readListQuery(query: string, properties: readonly string[], rules: Rules): ListQuery | undefined {
  const given = new URLSearchParams(query)
  const names = [...given.keys()].filter((name) => name.startsWith('$'))
  if (names.some((name) => !options.has(name)) || new Set(names).size < names.length) return undefined
  const text = given.get('$filter')
  const filter = text === null ? undefined : readFilter(text, properties)
  const order = readOrder(given.get('$orderby'), rules.orderables)
  const skip = readNumber(given.get('$skip'), 0)
  const top = readNumber(given.get('$top'), rules.defaultTop)
  if ((text !== null && filter === undefined) || order === undefined || skip === undefined || top === undefined)
    return undefined
  if (top > rules.maxTop && rules.refusesLargeTop) return undefined
  return { filter, order, skip, top: Math.min(top, rules.maxTop) }
}

function readOrder(text: string | null, orderables: readonly string[]): ListQuery['order'] | undefined {
  if (text === null) return 'descending'
  const [property = '', direction = 'asc', ...more] = text.trim().split(/\s+/)
  if (!orderables.includes(property) || more.length > 0) return undefined
  return direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined
}

function readNumber(text: string | null, otherwise: number): number | undefined {
  if (text === null) return otherwise
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
