import type { Filter, List } from '../../model/declaration.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { compareValues } from './compare-values.ts'

/** What a query asks of each item. */
export interface Asked {
  readonly clause: string
  /** JSON Pointer of the property that is asked about, within an item. */
  readonly property: string
  readonly expected: Json
  /** Undefined where the item does not tell. */
  readonly holds: (item: Json) => boolean | undefined
}

/** The conditions of a query, those that cannot be read left out; `whole` where all of it was read. */
export function askedBy(
  { filters }: List,
  query: URLSearchParams,
): { readonly asked: readonly Asked[]; readonly whole: boolean } {
  const asked: Asked[] = []
  let whole = true
  for (const parameter of new Set(filters.map((filter) => filter.parameter))) {
    const own = filters.filter((filter) => filter.parameter === parameter)
    const read = conditionsOf(own, query, parameter)
    if (read === undefined) whole = false
    else asked.push(...read)
  }
  return { asked, whole }
}

function conditionsOf(
  filters: readonly Filter[],
  query: URLSearchParams,
  parameter: string,
): readonly Asked[] | undefined {
  const [filter] = filters
  if (filter === undefined) return []
  if (filter.how.startsWith('odata'))
    return query.getAll(parameter).length > 1 ? undefined : odata(filters, query.get(parameter))
  if (filter.how === 'bounds') return bounds(filter, query)
  const values = query.getAll(parameter)
  if (values.length === 0) return [...query.keys()].some((name) => name.startsWith(`${parameter}[`)) ? undefined : []
  if (values.some((value) => value === '') || filter.properties.length > 1) return undefined
  return plain(filter, values)
}

function plain(filter: Filter, values: readonly string[]): readonly Asked[] | undefined {
  const [value = ''] = values
  const { how } = filter
  if (how !== 'set' && values.length > 1) return undefined
  switch (how) {
    case 'equality':
      return [condition(filter, value, (own) => same(own, value))]
    case 'set': {
      const wanted = values.flatMap((one) => one.split(','))
      return [condition(filter, { 'one of': wanted }, (own) => wanted.some((one) => same(own, one)))]
    }
    case 'flag':
      return value === 'true' ? [condition(filter, true, (own) => own === true)] : undefined
    case 'contains':
      return [condition(filter, { contains: value }, (own) => String(own).toLowerCase().includes(value.toLowerCase()))]
    case 'at-least':
      return [condition(filter, { 'at least': value }, (own) => ordered(own, value, (difference) => difference >= 0))]
    case 'at-most':
      return [condition(filter, { 'at most': value }, (own) => ordered(own, value, (difference) => difference <= 0))]
    default:
      return undefined
  }
}

const holds: Readonly<Record<string, (difference: number) => boolean>> = {
  gt: (difference) => difference > 0,
  gte: (difference) => difference >= 0,
  ge: (difference) => difference >= 0,
  lt: (difference) => difference < 0,
  lte: (difference) => difference <= 0,
  le: (difference) => difference <= 0,
  eq: (difference) => difference === 0,
}

function bounds(filter: Filter, query: URLSearchParams): readonly Asked[] | undefined {
  const asked: Asked[] = []
  for (const [name, value] of query) {
    if (name !== filter.parameter && !name.startsWith(`${filter.parameter}[`)) continue
    const operator = name === filter.parameter ? 'eq' : name.slice(filter.parameter.length + 1, -1)
    const test = holds[operator]
    if (test === undefined || !/^\d{1,12}$/.test(value)) return undefined
    asked.push(condition(filter, { [operator]: Number(value) }, (own) => ordered(own, Number(value), test)))
  }
  return asked
}

/** Comparisons that `and` joins; anything else is not read. */
function odata(filters: readonly Filter[], text: string | null): readonly Asked[] | undefined {
  if (text === null) return []
  const asked: Asked[] = []
  for (const part of text.split(/ and /i)) {
    const [, name = '', operator = '', raw = ''] = /^\s*(\w+) (eq|gt|ge|lt|le) ('[^']*'|[\w:.+-]+)\s*$/.exec(part) ?? []
    const how = operator === 'eq' ? 'odata' : 'odata-bounds'
    const filter = filters.find((one) => one.properties[0] === `/${name}` && one.how === how)
    const test = holds[operator]
    if (filter === undefined || test === undefined) return undefined
    const value = raw.startsWith("'") ? raw.slice(1, -1) : raw
    asked.push(
      condition(filter, { [operator]: value }, (own) =>
        operator === 'eq' ? same(own, value) : ordered(own, value, test),
      ),
    )
  }
  return asked
}

function condition(filter: Filter, expected: Json, test: (own: Json) => boolean | undefined): Asked {
  const [property = ''] = filter.properties
  return {
    clause: filter.clause,
    property,
    expected,
    holds(item) {
      const own = named(valueAt(item, property))
      return own === undefined ? undefined : test(own)
    },
  }
}

/** An object that is shown in the place of its id is the same as the id. */
function named(value: Json | undefined): Json | undefined {
  return isObject(value) && typeof value['id'] === 'string' ? value['id'] : value
}

/** Letters are compared without case: no document says that a search minds it. */
const same = (own: Json, value: string): boolean =>
  String(own).toLowerCase() === value.toLowerCase() || compareValues(own, value) === 0

function ordered(own: Json, value: Json, test: (difference: number) => boolean): boolean | undefined {
  const difference = compareValues(own, value)
  // of two instants that are the same to the coarser of their precisions, nobody can tell which is the earlier one
  if (difference === undefined || (difference === 0 && typeof own === 'string' && own !== value)) return undefined
  return test(difference)
}
