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
  readonly keep?: (item: Item) => boolean
  readonly show: (item: Item) => Shown
}

/** What a cursor leaves of the list, before filters. */
function fromCursor<Item extends { readonly id: string }>(
  { rules }: Context,
  items: readonly Item[],
  input: ListInput,
  noun: string,
): { readonly items: readonly Item[]; readonly direction: 'after' | 'before' } {
  const cursor = rules.cursorOf(input.starting_after ?? undefined, input.ending_before ?? undefined)
  if (cursor === undefined) return { items, direction: 'after' }
  const index = items.findIndex(({ id }) => id === cursor.id)
  const param = cursor.direction === 'after' ? 'starting_after' : 'ending_before'
  if (index === -1 && rules.refusesUnknownCursors) return refuse(rules.unknownInParameter(noun, cursor.id, param))
  const { direction } = cursor
  return {
    direction,
    items: direction === 'after' ? rules.afterCursor(items, index) : rules.beforeCursor(items, index),
  }
}

/** One page of a list, as its parameters ask for it. */
export function page<Item extends { readonly id: string }>(
  { context, input, url }: Pick<Call<ListInput>, 'context' | 'input' | 'url'>,
  { noun, newestFirst, keep = () => true, show }: Source<Item>,
): ShownObject {
  const { rules } = context
  const { items, direction } = fromCursor(context, rules.inOrder(newestFirst), input, noun)
  const matching = items.filter(keep)
  const limit = rules.limitOf(input.limit)
  return {
    object: 'list',
    data: rules.pageOf(matching, limit, direction).map(show),
    has_more: rules.hasMore(matching.length, limit),
    url: rules.listUrl(url),
    ...(input.include?.includes('total_count') === true
      ? { total_count: rules.totalCount(newestFirst.filter(keep).length) }
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
