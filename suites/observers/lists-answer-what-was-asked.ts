import type { Observation, Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Direction, List } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { valueAt } from '../../model/json.ts'
import { idAt } from './asked.ts'
import { compareValues } from './compare-values.ts'
import { askedBy } from './conditions.ts'
import { listingOf, startOf } from './listing.ts'
import type { Listing } from './listing.ts'

/** Whoever asks: a page holds no more than was asked for, only what was asked for, in the order that is promised, and tells what follows. */
export const listsAnswerWhatWasAsked: Observer = {
  id: 'observer/lists-answer-what-was-asked',
  clauses: ({ declaration: { lists, paging } }) => [
    ...new Set(
      Object.values(lists).flatMap((list) => [
        ...['size', 'default', 'more', 'fills', 'total', 'whole'].flatMap(
          (rule) => list.clauses[rule] ?? paging?.clauses[rule] ?? [],
        ),
        ...list.filters.map(({ clause }) => clause),
        ...list.sorts.flatMap(({ clauses }) => Object.values(clauses)),
        ...(list.order === undefined ? [] : [list.order.clause]),
      ]),
    ),
  ],
  watch: (contract: Contract) => (exchange) => {
    const listing = exchange.direction === 'inbound' ? undefined : listingOf(contract, exchange)
    if (listing === undefined) return []
    return [
      ...once(contract, listing),
      ...sized(listing),
      ...selected(listing),
      ...inOrder(listing),
      ...told(listing, exchange),
    ]
  },
}

function clauseOf({ list, paging }: Listing, rule: string): string | undefined {
  return list.clauses[rule] ?? paging?.clauses[rule]
}

function observed(clause: string | undefined, judgement: Judgement): readonly Observation[] {
  return clause === undefined ? [] : [{ clause, judgement }]
}

/** No item stands there twice. */
function once({ declaration: { resources } }: Contract, listing: Listing): readonly Observation[] {
  const { list, items, at } = listing
  const id = resources[list.of[0] ?? '']?.id
  if (id === undefined || items.length < 2) return []
  const ids = items.map((item) => idAt(item, id))
  const again = ids.findIndex((own, index) => own !== undefined && ids.indexOf(own) < index)
  const mismatch = {
    at: `${at}/${again}${id}`,
    expected: 'an item that the list does not hold yet',
    actual: ids[again] ?? null,
  }
  return observed(clauseOf(listing, 'whole'), again === -1 ? kept(ids.length) : departs(mismatch))
}

function sized(listing: Listing): readonly Observation[] {
  const { at, items, size, isSized } = listing
  if (size === undefined || items.length === 0) return []
  return observed(
    clauseOf(listing, isSized ? 'size' : 'default'),
    items.length <= size ? kept() : departs({ at, expected: `at most ${size} items`, actual: items.length }),
  )
}

/** Each item is one that the query asks for. */
function selected({ list, query, at, items }: Listing): readonly Observation[] {
  return askedBy(list, query).asked.map(({ clause, property, expected, holds }) => ({
    clause,
    judgement: each(items, (item, index) => {
      const does = holds(item)
      if (does === undefined) return nothing
      return does
        ? kept()
        : departs({ at: `${at}/${index}${property}`, expected, actual: valueAt(item, property) ?? null })
    }),
  }))
}

function inOrder(listing: Listing): readonly Observation[] {
  const { list, query } = listing
  const asked = list.sorts.flatMap(({ by, query: queries, clauses }) =>
    (['ascending', 'descending'] as const)
      .filter((direction) => Object.entries(queries[direction]).every(([name, value]) => query.get(name) === value))
      .map((direction) => ({ by, direction, clause: clauses[direction] })),
  )
  if (asked.length > 0)
    return asked.map(({ by, direction, clause }) => ({ clause, judgement: isSorted(listing, by, direction) }))
  const { order } = list
  return order?.by === undefined || isSortedOtherwise(list, query)
    ? []
    : [{ clause: order.clause, judgement: isSorted(listing, order.by, order.direction) }]
}

function isSortedOtherwise({ sorts }: List, query: URLSearchParams): boolean {
  return sorts.some(({ query: queries }) => Object.keys(queries.ascending).some((name) => query.has(name)))
}

function isSorted({ at, items }: Listing, by: string, direction: Direction): Judgement {
  return each(items.slice(1), (item, index) => {
    const [before, own] = [valueAt(items[index], by), valueAt(item, by)]
    const difference = compareValues(before, own)
    if (difference === undefined) return nothing
    const isRight = direction === 'ascending' ? difference <= 0 : difference >= 0
    const side = direction === 'ascending' ? 'at least' : 'at most'
    return isRight
      ? kept()
      : departs({ at: `${at}/${index + 1}${by}`, expected: { [side]: before ?? null }, actual: own ?? null })
  })
}

/** What a page says of what follows agrees with the page itself. */
function told(listing: Listing, { response }: Exchange): readonly Observation[] {
  const { paging, items, size, isSized } = listing
  const more = paging?.more === undefined ? undefined : valueAt(response.json, paging.more)
  const total = paging?.total === undefined ? undefined : valueAt(response.json, paging.total)
  const start = startOf(listing)
  const isPart = size !== undefined && items.length < size
  // how many a page holds that nobody asks for a size is a clause of its own
  const isLast = isPart && isSized
  return [
    ...(more === true && isPart
      ? observed(
          clauseOf(listing, 'fills') ?? clauseOf(listing, 'more'),
          departs({ at: paging?.more ?? '', expected: false, actual: true }),
        )
      : []),
    ...(typeof total === 'number' &&
    start !== undefined &&
    (items.length > 0 || start === 0) &&
    isAsked(listing, response)
      ? observed(clauseOf(listing, 'total'), isTotal(paging?.total ?? '', total, start + items.length, isLast))
      : []),
  ]
}

/** Whether a page says that it is the one that was asked for, where it says which one it is. */
function isAsked({ paging, query }: Listing, { json }: Exchange['response']): boolean {
  const shown = paging?.number?.at === undefined ? undefined : valueAt(json, paging.number.at)
  const asked = query.get(paging?.number?.parameter ?? '')
  return asked === null || typeof shown !== 'number' || String(shown) === asked
}

function isTotal(at: string, total: number, shown: number, isLast: boolean): Judgement {
  if (total < shown) return departs({ at, expected: { 'at least': shown }, actual: total })
  return isLast && total > shown ? departs({ at, expected: shown, actual: total }) : kept()
}
