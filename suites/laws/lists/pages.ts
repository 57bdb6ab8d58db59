import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import type { ClausesByRule } from '../../../model/declaration.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { all, departs, each, kept, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { sameJson } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import { Blocked } from '../../../model/trial.ts'
import type { Trial } from '../../../model/trial.ts'
import { differences, equals, inExchange } from '../../vocabulary/judge.ts'
import { read } from '../../vocabulary/read.ts'
import { judges } from '../judges.ts'
import { kebab } from '../kebab.ts'
import { checkId } from '../matrix.ts'
import { idsOf, itemsOf } from './items.ts'
import { inOrder, isPaged, populated, whole } from './population.ts'
import type { Listed, Populated } from './population.ts'
import { counts, everyWalk, fills, joins, tells, walk } from './walk.ts'
import type { Walk } from './walk.ts'

/** A page before or after an item, and what it is to hold. */
interface Cut {
  readonly page: Exchange
  readonly expected: readonly Json[]
}

interface Paged {
  readonly ids: readonly Json[]
  readonly whole: Exchange
  readonly again: Exchange
  readonly retrieved: readonly Exchange[]
  readonly walks: readonly Walk[]
  readonly after: readonly Cut[]
  readonly before: readonly Cut[]
  /** The whole once one of them was changed. */
  readonly touched: Exchange
  readonly pastEnd: Exchange | undefined
}

/** A list is whole and in order, whatever the size of its pages, before and after one of its items was changed. */
export function pages(listed: Listed): Check {
  const { matrix, operation, list, paging, resource, filling } = listed
  const clauses: ClausesByRule = {
    ...paging.clauses,
    ...(list.order === undefined ? {} : { order: list.order.clause }),
    ...list.clauses,
  }
  const { retrieve, parameter } = resource
  return example<Paged>(checkId(matrix, 'lists', `${kebab(operation)}-pages`), {
    needs: filling.needs ?? [],
    arrange: async (trial) => {
      const made = await populated(trial, listed)
      const first = await made.ask(whole(listed))
      assertSelected(trial, listed, first, made.ids)
      const again = await made.ask(whole(listed))
      // the target's own order, so that pages are held against the whole and the whole against the order
      const ids = idsOf(first, list, resource)
      const walks: Walk[] = []
      for (let size = 1; isPaged(listed) && size <= ids.length + 1; size += 1)
        walks.push(await walk(listed, made, { size, expected: ids }))
      const pastEnd = isPaged(listed) ? await beyond(listed, made, ids.length) : undefined
      const two = paging.size
      const after = await cuts(made, paging.after, ids, (index) => ids.slice(index + 1, index + 3), two)
      const before = await cuts(made, paging.before, ids, (index) => ids.slice(Math.max(0, index - 2), index), two)
      await made.touch?.(made.ids[1] ?? '')
      const touched = await made.ask(whole(listed))
      const retrieved: Exchange[] = []
      if (clauses['items'] !== undefined && retrieve !== undefined && parameter !== undefined)
        for (const id of made.ids)
          retrieved.push(await trial.call(retrieve, { path: { ...made.path, [parameter]: id } }))
      after.push(...(await meanwhile(listed, made, idsOf(touched, list, resource))))
      return { ids: made.ids, whole: first, again, retrieved, walks, pastEnd, before, touched, after }
    },
    judge: judges<Paged>(clauses, {
      whole: ({ ids, whole: page, walks }) =>
        all(
          holdsAll(listed, page, ids),
          everyWalk(walks, (one) => joins(listed, one)),
        ),
      order: ({ ids, whole: page, touched }) =>
        each([page, touched], (one) => isInOrder(listed, one, inOrder(listed, ids))),
      stable: ({ whole: page, again }) => isInOrder(listed, again, idsOf(page, list, resource)),
      size: ({ walks }) => everyWalk(walks, (one) => fits(listed, one)),
      fills: ({ walks }) => everyWalk(walks, (one) => fills(listed, one)),
      more: ({ walks }) => everyWalk(walks, (one) => tells(listed, one).more),
      total: ({ walks, whole: page, pastEnd }) =>
        all(
          everyWalk(walks, (one) => tells(listed, one).total),
          pastEnd === undefined || paging.total === undefined
            ? nothing
            : equals(pastEnd, paging.total, idsOf(page, list, resource).length),
        ),
      'past-end': ({ pastEnd }) => (pastEnd === undefined ? nothing : counts(listed, pastEnd, 0)),
      after: ({ after }) => each(after, ({ page, expected }) => isInOrder(listed, page, expected)),
      before: ({ before }) => each(before, ({ page, expected }) => isInOrder(listed, page, expected)),
      items: ({ touched: page, retrieved }) => each(retrieved, (one) => isListedAsRetrieved(listed, page, one)),
    }),
  })
}

/** A target that keeps its data and does not select as it was asked shows nothing of pages and counts of what was made. */
function assertSelected(trial: Trial, { list, resource }: Listed, page: Exchange, ids: readonly Json[]): void {
  if (trial.can('fresh-account')) return
  const known = new Set(ids.map(String))
  if (idsOf(page, list, resource).some((id) => !known.has(String(id))))
    throw new Blocked(page, 'the list holds more than what was selected', list.items[0])
}

/** A page of two at each item, in one direction. */
async function cuts(
  { ask }: Populated,
  cursor: string | undefined,
  ids: readonly Json[],
  expected: (index: number) => readonly Json[],
  size: string,
): Promise<Cut[]> {
  const found: Cut[] = []
  if (cursor === undefined) return found
  for (const [index, id] of ids.entries())
    found.push({ page: await ask({ [size]: 2, [cursor]: id }), expected: expected(index) })
  return found
}

/** The page after the last one. */
async function beyond({ paging }: Listed, { ask }: Populated, count: number): Promise<Exchange | undefined> {
  if (paging.number !== undefined)
    return ask({ [paging.size]: count, [paging.number.parameter]: paging.number.first + 1 })
  return paging.skip === undefined ? undefined : ask({ [paging.size]: 2, [paging.skip]: count })
}

/** A cursor is an item: what is made between two pages does not move the place of the second. */
async function meanwhile({ paging }: Listed, { ask, add }: Populated, ids: readonly Json[]): Promise<readonly Cut[]> {
  if (paging.after === undefined || add === undefined) return []
  await ask({ [paging.size]: 2 })
  await add()
  return [{ page: await ask({ [paging.size]: 2, [paging.after]: ids[1] ?? '' }), expected: ids.slice(2, 4) }]
}

function holdsAll({ list, resource }: Listed, page: Exchange, expected: readonly Json[]): Judgement {
  const ids = idsOf(page, list, resource)
  const sorted = (some: readonly Json[]): readonly string[] => some.map(String).toSorted()
  return sameJson(sorted(ids), sorted(expected))
    ? kept()
    : departs({ at: list.items[0] ?? '', expected: sorted(expected), actual: sorted(ids), in: page })
}

function isInOrder({ list, resource }: Listed, page: Exchange, expected: readonly Json[]): Judgement {
  const ids = idsOf(page, list, resource)
  return sameJson(ids, expected) ? kept() : departs({ at: list.items[0] ?? '', expected, actual: ids, in: page })
}

function fits({ list, resource }: Listed, { pages: several, size }: Walk): Judgement {
  return each(several, (page) => {
    const { length } = idsOf(page, list, resource)
    return length <= size
      ? kept()
      : departs({ at: list.items[0] ?? '', expected: `at most ${size} items`, actual: length, in: page })
  })
}

function isListedAsRetrieved({ list, resource }: Listed, page: Exchange, retrieved: Exchange): Judgement {
  const id = read(retrieved, `${resource.at}${resource.id}`)
  const index = idsOf(page, list, resource).findIndex((own) => id !== undefined && sameJson(own, id))
  if (index === -1) return nothing
  const at = list.items.find((items) => Array.isArray(read(page, items))) ?? ''
  return inExchange(page, differences(read(retrieved, resource.at), itemsOf(page, list)[index], `${at}/${index}`))
}
