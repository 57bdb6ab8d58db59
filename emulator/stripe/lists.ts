import type { Collection } from '../collection.ts'
import type { Context } from './context.ts'
import type { Call, Shown, ShownObject } from './endpoint.ts'
import { either, hash, integer, list, oneOf, string } from './fields.ts'
import type { Field } from './fields.ts'
import { refuse } from './refusal.ts'
import type { Range } from './rules/lists.ts'

const time = integer(0, 99_999_999_999)

const equal: Field<Range> = { read: (param, at, context) => ({ equal: time.read(param, at, context) }) }

/** A filter by time: a timestamp, or bounds. */
export const range: Field<Range> = either(equal, hash({ gt: time, gte: time, lt: time, lte: time }))

/** Parameters that every list takes. */
export const listFields = {
  limit: integer(),
  starting_after: string(),
  ending_before: string(),
  include: list(oneOf('total_count')),
}

export interface ListInput {
  readonly limit?: number | undefined
  readonly starting_after?: string | null | undefined
  readonly ending_before?: string | null | undefined
  readonly include?: readonly string[] | undefined
}

interface Source<Item> {
  /** Noun of the items, for the message about an unknown cursor. */
  readonly noun: string
  readonly newestFirst: readonly Item[]
  /** Where an object stands among them, as far as that is known without a search. */
  readonly placeOf?: (id: string) => number
  /** What is in the list at all; everything where absent. */
  readonly isListed?: (item: Item) => boolean
  readonly keep?: (item: Item) => boolean
  readonly show: (item: Item) => Shown
}

/** All objects of a collection as a source of a list. */
export function inOrderOfCreation<Item>(items: Collection<Item>): Pick<Source<Item>, 'newestFirst' | 'placeOf'> {
  return { newestFirst: items.newestFirst(), placeOf: items.placeOf }
}

/** What a cursor leaves of the list, before filters. */
function fromCursor<Item extends { readonly id: string }>(
  { rules }: Context,
  items: readonly Item[],
  input: ListInput,
  { noun, placeOf, isListed }: Source<Item>,
): { readonly items: readonly Item[]; readonly direction: 'after' | 'before' } {
  const cursor = rules.cursorOf(input.starting_after ?? undefined, input.ending_before ?? undefined)
  if (cursor === undefined) return { items, direction: 'after' }
  const place = placeOf?.(cursor.id) ?? -1
  const found = items[place]?.id === cursor.id ? place : items.findIndex(({ id }) => id === cursor.id)
  const index = found === -1 || isListed?.(items[found] as Item) === false ? -1 : found
  const param = cursor.direction === 'after' ? 'starting_after' : 'ending_before'
  if (index === -1 && rules.refusesUnknownCursors) return refuse(rules.unknownInParameter(noun, cursor.id, param))
  const { direction } = cursor
  return {
    direction,
    items: direction === 'after' ? rules.afterCursor(items, index) : rules.beforeCursor(items, index),
  }
}

/** So many more than fit a page are looked for, to tell what follows it. */
const beyond = 2

/** As many as are wanted of those that are meant, from the end of the list at which its cursor stands. */
function nearest<Item>(
  items: readonly Item[],
  isMeant: (item: Item) => boolean,
  most: number,
  direction: 'after' | 'before',
): readonly Item[] {
  const found: Item[] = []
  for (let index = 0; index < items.length && found.length < most; index += 1) {
    const item = items[direction === 'after' ? index : items.length - 1 - index] as Item
    if (isMeant(item)) found.push(item)
  }
  return direction === 'after' ? found : found.toReversed()
}

/** One page of a list, as its parameters ask for it. */
export function page<Item extends { readonly id: string }>(
  { context, input, url }: Pick<Call<ListInput>, 'context' | 'input' | 'url'>,
  source: Source<Item>,
): ShownObject {
  const { rules } = context
  const { newestFirst, isListed = () => true, keep = () => true, show } = source
  const isMeant = (item: Item): boolean => isListed(item) && keep(item)
  const { items, direction } = fromCursor(context, rules.inOrder(newestFirst), input, source)
  const limit = rules.limitOf(input.limit)
  const matching = nearest(items, isMeant, limit + beyond, direction)
  return {
    object: 'list',
    data: rules.pageOf(matching, limit, direction).map(show),
    has_more: rules.hasMore(matching.length, limit),
    url: rules.listUrl(url),
    ...(input.include?.includes('total_count') === true
      ? { total_count: rules.totalCount(newestFirst.filter(isMeant).length) }
      : {}),
  }
}

/** A list inside another object: its newest items, and how many there are. */
export function embedded<Item>(
  { rules }: Context,
  url: string,
  newestFirst: readonly Item[],
  show: (item: Item) => Shown,
): ShownObject {
  return {
    object: 'list',
    data: newestFirst.slice(0, rules.embeddedSize).map(show),
    has_more: newestFirst.length > rules.embeddedSize,
    total_count: rules.totalCount(newestFirst.length),
    url,
  }
}
