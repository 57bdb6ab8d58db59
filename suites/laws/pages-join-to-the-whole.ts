import { departs, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { property } from '../../model/check.ts'
import type { Capability } from '../../model/clause.ts'
import type { Exchange } from '../../model/exchange.ts'
import { sameJson, valueAt } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { listAt, read } from '../vocabulary/read.ts'

/** How a provider cuts a list into pages. */
export interface Paging {
  /** JSON Pointer of the items in the answer; '' for a bare array. */
  readonly items: string
  /** JSON Pointer of an item's id. */
  readonly id: string
  /** Query for the first page of a size. */
  readonly first: (size: number) => JsonObject
  /** Query for the page after this one, or undefined when this one says that it is the last. */
  readonly next: (page: Exchange, size: number, number: number) => JsonObject | undefined
}

export interface PagesJoinToTheWhole {
  readonly operation: string
  readonly paging: Paging
  readonly needs?: readonly Capability[]
  /** What others make meanwhile is in the list, too. */
  readonly alone?: boolean
  readonly path?: Readonly<Record<string, string>>
  /** Makes so many items; says their ids in the order in which the list promises them, and a query that selects no others. */
  readonly make: (
    trial: Trial,
    count: number,
  ) => Promise<{
    readonly ids: readonly string[]
    readonly query?: JsonObject
    readonly path?: Readonly<Record<string, string>>
  }>
  readonly most?: number
  /** Share of the runs; half of them where absent. */
  readonly share?: number
  readonly largestPage?: number
  /** Clauses: every item once and in order; further ones about each page or the walk. */
  readonly whole: string
  readonly also?: Readonly<Record<string, (walk: Walk) => Judgement>>
}

/** A walk over all pages of a list. */
export interface Walk {
  readonly ids: readonly string[]
  readonly size: number
  readonly pages: readonly Exchange[]
  readonly walked: readonly Json[]
  /** The walk was given up because it did not come to an end. */
  readonly endless: boolean
}

/** Whatever the page size, the pages joined equal the whole: in order, without loss or repeat. */
export function pagesJoinToTheWhole(id: string, law: PagesJoinToTheWhole): Check {
  const most = law.most ?? 7
  return property<Walk, { count: number; size: number }>(id, {
    needs: law.needs ?? [],
    ...(law.alone === undefined ? {} : { alone: law.alone }),
    share: law.share ?? 0.5,
    inputs: () =>
      fc.record({
        count: fc.integer({ min: 0, max: most }),
        size: fc.integer({ min: 1, max: law.largestPage ?? most + 1 }),
      }),
    arrange: async (trial, { count, size }) => {
      const { ids, query = {}, path = law.path ?? {} } = await law.make(trial, count)
      return walk(trial, law, { ids, query, path }, size)
    },
    judge: {
      [law.whole]: (taken) => sameOrder(taken, law.paging),
      ...law.also,
    },
  })
}

async function walk(
  trial: Trial,
  { operation, paging }: PagesJoinToTheWhole,
  made: { ids: readonly string[]; query: JsonObject; path: Readonly<Record<string, string>> },
  size: number,
): Promise<Walk> {
  const pages: Exchange[] = []
  let query: JsonObject | undefined = paging.first(size)
  const limit = Math.ceil(made.ids.length / size) + 3
  while (query !== undefined && pages.length < limit) {
    const page: Exchange = await trial.given(operation, { path: made.path, query: { ...made.query, ...query } })
    pages.push(page)
    query = paging.next(page, size, pages.length)
  }
  const walked = pages.flatMap((page) => itemsOf(page, paging).map((item) => valueAt(item, paging.id) ?? null))
  const [first] = pages
  // where a target does not select as it was asked, its pages are not those of what was made
  if (first !== undefined && Object.keys(made.query).length > 0 && walked.some((id) => !made.ids.includes(String(id))))
    throw new Blocked(first, 'the list holds more than what was selected')
  return { ids: made.ids, size, pages, walked, endless: query !== undefined }
}

function itemsOf(page: Exchange, { items }: Paging): readonly Json[] {
  const value = items === '' ? read(page, '') : listAt(page, items)
  if (!Array.isArray(value)) throw new Blocked(page, 'no list in the answer')
  return value as readonly Json[]
}

/** The page that departs is the one with the first item that is not in its place, or the last where only items are missing. */
function sameOrder({ ids, walked, pages, endless }: Walk, paging: Paging): Judgement {
  const last = pages.at(-1) as Exchange
  if (endless)
    return departs({ at: '', expected: `a last page after ${ids.length} items`, actual: 'more pages', in: last })
  if (sameJson(ids, walked)) return kept(ids.length)
  const pageOf = pages.flatMap((page) => itemsOf(page, paging).map(() => page))
  const wrong = walked.findIndex((id, index) => id !== ids[index])
  return departs({ at: '', expected: ids, actual: walked, in: pageOf[wrong] ?? last })
}
