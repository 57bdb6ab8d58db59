import type { Collection } from '../collection.ts'
import type { Call, Reply, View } from './call.ts'
import type { Filter } from './filters.ts'
import { Refused } from './refusal.ts'
import type { Order, SortValue } from './rules/paging.ts'
import type { Scope } from './world.ts'

/** A list of objects: how it is sorted, narrowed and shown. */
export interface Listing<Item> {
  readonly name: string
  readonly sorts: Readonly<Record<string, (item: Item) => SortValue>>
  readonly defaultSort: string
  readonly filters: Readonly<Record<string, Filter<Item>>>
  readonly view: (call: Call, item: Item) => View
}

function refuseParameter({ world }: Call, reference: string, detail: string): never {
  throw new Refused('malformed', 'The request has an invalid query parameter.', {
    items: world.rules.errorItems([{ reference, detail }]),
  })
}

function wholeParameter(call: Call, name: string, usual: number, accepts: (value: number) => boolean): number {
  const sent = call.query.get(name)
  if (sent === null || sent === '') return usual
  const value = Number(sent)
  if (!/^[+-]?\d+$/.test(sent) || !accepts(value)) return refuseParameter(call, name, 'The value is out of range.')
  return value
}

function chosen<Value extends string>(call: Call, name: string, usual: Value, values: readonly Value[]): Value {
  const sent = call.query.get(name)
  if (sent === null || sent === '') return usual
  const known = values.find((value) => value === sent)
  return known ?? refuseParameter(call, name, `The value has to be one of: ${values.join(', ')}.`)
}

/** Values of a parameter, whether it is repeated or its values are joined by commas. */
function valuesOf<Item>(call: Call, name: string, { fault }: Filter<Item>): readonly string[] {
  const sent = call.query.getAll(name).filter((value) => value !== '')
  if (fault === undefined) return sent
  const values = sent.flatMap((value) => value.split(','))
  for (const value of values) {
    const detail = fault(value)
    if (detail !== undefined) refuseParameter(call, name, detail)
  }
  return values
}

function narrow<Item>(call: Call, { name: list, filters }: Listing<Item>, items: readonly Item[]): readonly Item[] {
  const active = Object.entries(filters)
    .map(([name, filter]) => ({ name, filter, values: valuesOf(call, name, filter) }))
    .filter(({ values }) => values.length > 0)
  const { rules } = call.world
  return items.filter((item) =>
    active.every(({ name, filter, values }) => rules.filtered(list, name, filter.keeps(rules, item, values))),
  )
}

/** The page of a list that a request asks for. */
export function page<Item>(call: Call, listing: Listing<Item>, all: readonly Item[]): Reply {
  const { rules } = call.world
  const max = rules.maxPageSize()
  const number = wholeParameter(call, 'page_number', 1, (value) => rules.acceptsPageNumber(value))
  const size = wholeParameter(call, 'page_size', rules.defaultPageSize(), (value) => rules.acceptsPageSize(value, max))
  const sort = chosen(call, 'sort_by', listing.defaultSort, Object.keys(listing.sorts))
  const order = chosen<Order>(call, 'sort_order', rules.defaultOrder(), ['asc', 'desc'])

  const key = listing.sorts[rules.sortField(sort, listing.defaultSort)] ?? (() => null)
  const matching = narrow(call, listing, all)
  const sorted = matching.toSorted((left, right) => rules.direct(rules.compare(key(left), key(right)), order))
  const asked = { number, size }
  const shown = sorted.slice(rules.firstIndex(asked), rules.endIndex(asked))
  return {
    status: 200,
    data: shown.map((item) => listing.view(call, item)),
    page: {
      page_number: rules.reportedPage(number),
      page_size: rules.reportedSize(size, shown.length),
      max_page_size: max,
      total_items: rules.totalItems(matching.length, shown.length),
      total_pages: rules.totalPages(matching.length, size),
      sort_by: rules.reportedSort(sort),
      sort_order: rules.reportedOrder(order),
    },
  }
}

/** All objects of a kind that the acting account may list, oldest first. */
export function listed<Item>({ world, scope }: Call, inside: (scope: Scope) => Collection<Item>): readonly Item[] {
  const { scopes } = scope.platform
  return world.rules
    .accountsListed(scope.accountId, [...scopes.keys()])
    .flatMap((account) => scopes.get(account) ?? [])
    .flatMap((home) => inside(home).oldestFirst())
}
