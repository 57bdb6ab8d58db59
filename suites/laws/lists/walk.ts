import type { Exchange } from '../../../model/exchange.ts'
import { all, departs, each, kept, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { sameJson } from '../../../model/json.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { hasStatus } from '../../vocabulary/judge.ts'
import { read } from '../../vocabulary/read.ts'
import { idsOf } from './items.ts'
import type { Listed, Populated } from './population.ts'

/** The pages of a list, one after the other. */
export interface Walk {
  readonly size: number
  readonly pages: readonly Exchange[]
  /** What the whole list is. */
  readonly expected: readonly Json[]
  /** The answer to what was asked for, where that was refused. */
  readonly refused?: Exchange
}

/** Walks over all pages of a size, until what is expected has come; one more where the list says that there is more. */
export async function walk(
  listed: Listed,
  { ask, attempt }: Populated,
  {
    size,
    query = {},
    expected,
    refusable = false,
  }: {
    readonly size: number
    readonly query?: JsonObject
    readonly expected: readonly Json[]
    /** Whether a refusal is judged, as one of the query. */
    readonly refusable?: boolean
  },
): Promise<Walk> {
  const pages: Exchange[] = []
  for (let next: JsonObject | undefined = {}; next !== undefined && pages.length <= expected.length;) {
    const page = await (refusable ? attempt : ask)({ ...query, [listed.paging.size]: size, ...next })
    if (page.response.status >= 300) return { size, pages, expected, refused: page }
    pages.push(page)
    next = nextPage(listed, page, { size, pages: pages.length, seen: pages.length * size, expected })
  }
  return { size, pages, expected }
}

function nextPage(
  listed: Listed,
  page: Exchange,
  walked: { readonly size: number; readonly pages: number; readonly seen: number; readonly expected: readonly Json[] },
): JsonObject | undefined {
  const { paging, list, resource } = listed
  const saysMore = paging.more === undefined ? undefined : read(page, paging.more)
  if (walked.seen >= walked.expected.length && saysMore !== true) return undefined
  const last = idsOf(page, list, resource).at(-1)
  switch (paging.style) {
    case 'cursor':
      return last === undefined || paging.after === undefined ? undefined : { [paging.after]: last }
    case 'number':
      return paging.number === undefined ? undefined : { [paging.number.parameter]: paging.number.first + walked.pages }
    case 'skip':
      return paging.skip === undefined ? undefined : { [paging.skip]: walked.seen }
    case 'none':
      return undefined
  }
}

/** The pages joined are the whole, each item once and in its place. */
export function joins(listed: Listed, { pages, expected, size, refused }: Walk): Judgement {
  if (refused !== undefined) return hasStatus(refused, 200)
  const wanted = listed.paging.style === 'none' ? expected.slice(0, size) : expected
  const found = pages.flatMap((page) => idsOf(page, listed.list, listed.resource).map((id) => ({ id, page })))
  const ids = found.map(({ id }) => id)
  if (sameJson(ids, wanted)) return kept()
  const wrong = found.find(({ id }, index) => !sameJson(id, wanted[index] ?? null))
  const page = wrong?.page ?? pages.at(-1)
  const shown = page === undefined ? {} : { in: page }
  return departs({ at: listed.list.items[0] ?? '', expected: wanted, actual: ids, ...shown })
}

/** Every page holds as many items as were asked for, the last one what is left. */
export function fills(listed: Listed, { pages, expected, size }: Walk): Judgement {
  return each(pages, (page, index) => {
    const wanted = Math.max(0, Math.min(size, expected.length - index * size))
    return counts(listed, page, wanted)
  })
}

export function counts(listed: Listed, page: Exchange, wanted: number): Judgement {
  const { length } = idsOf(page, listed.list, listed.resource)
  return length === wanted
    ? kept()
    : departs({ at: listed.list.items[0] ?? '', expected: `${wanted} items`, actual: length, in: page })
}

/** Every page says whether there is more after it, and how many there are in all. */
export function tells(
  { paging }: Listed,
  { pages, expected, size }: Walk,
): { readonly more: Judgement; readonly total: Judgement } {
  const says = (at: string | undefined, wanted: (index: number) => Json): Judgement =>
    each(pages, (page, index) => {
      const actual = at === undefined ? undefined : read(page, at)
      if (at === undefined || (actual === undefined && paging.style === 'none')) return nothing
      return actual === wanted(index)
        ? kept()
        : departs({ at, expected: wanted(index), actual: actual ?? 'absent', in: page })
    })
  return {
    more: says(paging.more, (index) => (index + 1) * size < expected.length),
    total: says(paging.total, () => expected.length),
  }
}

/** What several walks say together. */
export function everyWalk(walks: readonly Walk[], judge: (walk: Walk) => Judgement): Judgement {
  return all(...walks.map(judge))
}
