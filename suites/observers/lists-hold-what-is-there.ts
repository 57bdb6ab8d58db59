import type { Observation, Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, kept } from '../../model/judgement.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { idAt, isAfter, isKnownSince, knownAccountOf } from './asked.ts'
import { compareValues } from './compare-values.ts'
import { askedBy } from './conditions.ts'
import { isAnswerOfItsOwn } from './keyed.ts'
import { createInventory } from './inventory.ts'
import type { Held, Inventory } from './inventory.ts'
import { listingOf, startOf, tellsEnd, turningOf } from './listing.ts'
import type { Listing } from './listing.ts'
import { createSources } from './sources.ts'

/** So long after something that can be deleted was seen, others may have deleted it. */
const trusted = 10 * 60 * 1000

/** Whoever asks: a list holds what its account is known to have, each at its place in the order of creation. */
export const listsHoldWhatIsThere: Observer = {
  id: 'observer/lists-hold-what-is-there',
  clauses: ({ declaration: { lists, paging } }) => [
    ...new Set(
      Object.values(lists).flatMap((list) => [
        ...['whole', 'more'].flatMap((rule) => list.clauses[rule] ?? paging?.clauses[rule] ?? []),
        ...(list.order === undefined ? [] : [list.order.clause]),
      ]),
    ),
  ],
  watch: (contract, traffic) => {
    const inventory = createInventory(contract)
    const sources = createSources(contract, (exchange) => knownAccountOf(contract, exchange))
    return (exchange) => {
      sources.see(exchange)
      const listing = listingOf(contract, exchange)
      const account = knownAccountOf(contract, exchange)
      const observations =
        listing === undefined || account === undefined
          ? []
          : judged(
              contract,
              { inventory, areShown: traffic !== 'passing' || sources.areShown(account) },
              account,
              listing,
              exchange,
            )
      inventory.see(exchange)
      return observations
    }
  },
}

/** What is known to be there, and whether requests seem to be missing, so that a deletion can be. */
interface Seen {
  readonly inventory: Inventory
  readonly areShown: boolean
}

function judged(
  contract: Contract,
  { inventory, areShown }: Seen,
  account: string,
  listing: Listing,
  exchange: Exchange,
): readonly Observation[] {
  const { list, at, items } = listing
  const [name = '', ...others] = list.of
  const resource = contract.declaration.resources[name]
  if (resource === undefined || resource.within !== undefined) return []
  const ids = items.map((item) => idAt(item, resource.id))
  if (ids.some((id) => id === undefined)) return []
  const order = others.length > 0 ? [] : sequence(contract, inventory, account, name, listing, ids as readonly string[])
  const missing = absent(contract, { inventory, areShown }, account, listing, exchange, new Set(ids))
  if (missing === undefined) return order
  const { held, isBehind } = missing
  const { paging } = listing
  const rule = isBehind && paging?.more !== undefined ? 'more' : 'whole'
  const clause = list.clauses[rule] ?? paging?.clauses[rule]
  if (clause === undefined) return order
  const mismatch =
    rule === 'more'
      ? { at: paging?.more ?? '', expected: true, actual: false }
      : { at, expected: { holds: held.id }, actual: 'absent' }
  return [...order, { clause, judgement: departs(mismatch), with: [held.seen] }]
}

/** What was made later stands where the order of creation says; times that differ tell it by themselves. */
function sequence(
  contract: Contract,
  inventory: Inventory,
  account: string,
  name: string,
  { list: { order, sorts }, query, at }: Listing,
  ids: readonly string[],
): readonly Observation[] {
  if (order === undefined || sorts.some((sort) => Object.keys(sort.query.ascending).some((own) => query.has(own))))
    return []
  let before: Held | undefined
  let looked = 0
  for (const [index, id] of ids.entries()) {
    const held = inventory.find(account, name, id)
    if (held?.made === undefined || (order.by === undefined && !isAnswerOfItsOwn(contract, held.made))) continue
    const earlier = order.direction === 'ascending' ? before : held
    const later = order.direction === 'ascending' ? held : before
    const isTold =
      order.by !== undefined && compareValues(valueAt(before?.object, order.by), valueAt(held.object, order.by)) !== 0
    if (!isTold && before?.made !== undefined && earlier?.made !== undefined && later?.made !== undefined) {
      if (isAfter(earlier.made, later.made))
        return [
          {
            clause: order.clause,
            judgement: departs({ at: `${at}/${index}`, expected: { 'not after': before.id }, actual: id }),
            with: [later.made, earlier.made],
          },
        ]
      looked += 1
    }
    before = held
  }
  return looked === 0 ? [] : [{ clause: order.clause, judgement: kept(looked) }]
}

/** Something that the page has to hold and does not, and whether it stands behind the page. */
function absent(
  contract: Contract,
  { inventory, areShown }: Seen,
  account: string,
  listing: Listing,
  exchange: Exchange,
  ids: ReadonlySet<string | undefined>,
): { readonly held: Held; readonly isBehind: boolean } | undefined {
  const { list, paging, query, items, size } = listing
  const known = [...turningOf(paging), ...list.filters.map(({ parameter }) => parameter)]
  const sorting = list.sorts.flatMap((sort) => Object.keys(sort.query.ascending))
  const isSorted = [...query.keys()].some((name) => sorting.includes(name))
  if ([...query.keys()].some((name) => ![...known, ...sorting].includes(name.replace(/\[.*$/s, '')))) return undefined
  const { asked, whole } = askedBy(list, query)
  if (!whole) return undefined
  const isFirst = startOf(listing) === 0
  const isWhole = tellsEnd(listing, exchange)
  const last = items.at(-1)
  const by = list.order?.by
  for (const name of list.of) {
    const resource = contract.declaration.resources[name]
    if (resource === undefined) continue
    for (const held of inventory.of(account, name)) {
      if (ids.has(held.id) || !isAfter(exchange, held.seen) || !isKnownSince(exchange, held.seen)) continue
      if (resource.delete !== undefined && (!areShown || exchange.startedAt - held.seen.startedAt > trusted)) continue
      if (!asked.every(({ property, holds }) => resource.fixed.includes(property) && holds(held.object) === true))
        continue
      const isNewer =
        !isSorted && list.order?.direction === 'descending' && by !== undefined && isBefore(held, last, by)
      if (isNewer && (isFirst || isBehindFirst(held, items[0], by ?? ''))) return { held, isBehind: false }
      if (isFirst && isWhole) return { held, isBehind: size !== undefined && items.length >= size }
    }
  }
  return undefined
}

/** In a list that begins with the newest, an object stands before the last item of the page. */
function isBefore({ object }: Held, last: Json | undefined, by: string): boolean {
  const difference = last === undefined ? undefined : compareValues(valueAt(object, by), valueAt(last, by))
  return difference !== undefined && difference > 0
}

/** In such a list, an object stands behind the first item of the page. */
function isBehindFirst({ object }: Held, first: Json | undefined, by: string): boolean {
  const difference = first === undefined ? undefined : compareValues(valueAt(object, by), valueAt(first, by))
  return difference !== undefined && difference < 0
}
