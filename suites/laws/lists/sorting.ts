import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import type { Direction, Sort } from '../../../model/declaration.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { all, departs, each, kept, mismatchesOf, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { sameJson, valueAt } from '../../../model/json.ts'
import { hasStatus } from '../../vocabulary/judge.ts'
import { kebab } from '../kebab.ts'
import { checkId } from '../matrix.ts'
import { compare } from './conditions.ts'
import { idsOf, itemsOf } from './items.ts'
import { populated, whole } from './population.ts'
import type { Listed } from './population.ts'
import { joins, walk } from './walk.ts'
import type { Walk } from './walk.ts'

interface Sorted {
  readonly sort: Sort
  readonly direction: Direction
  readonly whole: Exchange
  /** The same in pages of two; undefined where the order was refused. */
  readonly walk: Walk | undefined
}

const directions = ['ascending', 'descending'] as const

/** What is not joined as expected is taken so many times anew, where what is expected is another by now. */
const mostAgain = 3

/** A list sorted by a property is in its order both ways, and its pages joined are the whole though some are equal in it. */
export function sorting(listed: Listed): readonly Check[] {
  const { matrix, operation, list, resource, paging, filling } = listed
  if (list.sorts.length === 0) return []
  const clauses = [...new Set(list.sorts.flatMap(({ clauses: both }) => Object.values(both)))]
  const joined = list.clauses['whole'] ?? paging.clauses['whole']
  return [
    example<readonly Sorted[]>(checkId(matrix, 'lists', `${kebab(operation)}-sorted`), {
      needs: filling.needs ?? [],
      arrange: async (trial) => {
        const made = await populated(trial, listed)
        await made.touch?.(made.ids[1] ?? '')
        const takeOnce = async (sort: Sort, direction: Direction): Promise<Sorted> => {
          const query = sort.query[direction]
          const page = await made.attempt({ ...whole(listed), ...query })
          const expected = page.response.status < 300 ? idsOf(page, list, resource) : undefined
          const taken = expected && (await walk(listed, made, { size: 2, query, expected }))
          return { sort, direction, whole: page, walk: taken }
        }
        const take = async (sort: Sort, direction: Direction): Promise<Sorted> => {
          let one = await takeOnce(sort, direction)
          for (let more = mostAgain; more > 0 && isWrong(listed, one); more -= 1) {
            const again = await takeOnce(sort, direction)
            if (sameJson(again.walk?.expected, one.walk?.expected)) break
            one = again
          }
          return one
        }
        const sorted: Sorted[] = []
        for (const sort of list.sorts) for (const direction of directions) sorted.push(await take(sort, direction))
        return sorted
      },
      judge: Object.fromEntries([
        ...clauses.map((clause) => [
          clause,
          (lists: readonly Sorted[]) =>
            each(lists, (one) => (one.sort.clauses[one.direction] === clause ? isSorted(listed, one) : nothing)),
        ]),
        ...(joined === undefined
          ? []
          : [
              [
                joined,
                (lists: readonly Sorted[]) =>
                  all(...lists.map(({ walk: taken }) => (taken === undefined ? nothing : joins(listed, taken)))),
              ],
            ]),
      ]) as Readonly<Record<string, (lists: readonly Sorted[]) => Judgement>>,
    }),
  ]
}

function isWrong(listed: Listed, { walk: taken }: Sorted): boolean {
  return taken !== undefined && mismatchesOf(joins(listed, taken)).length > 0
}

function isSorted({ list }: Listed, { sort, direction, whole: page }: Sorted): Judgement {
  if (page.response.status >= 300) return hasStatus(page, 200)
  const values = itemsOf(page, list).map((item) => valueAt(item, sort.by) ?? null)
  const known = values.filter((value) => value !== null)
  const wrong = known.findIndex((value, index) => {
    const next = known[index + 1]
    if (next === undefined) return false
    return direction === 'ascending' ? compare(value, next) > 0 : compare(value, next) < 0
  })
  if (wrong !== -1)
    return departs({ at: list.items[0] ?? '', expected: `${direction} by ${sort.by}`, actual: values, in: page })
  // in what is all alike no order shows
  return new Set(known).size > 1 ? kept(known.length - 1) : nothing
}
