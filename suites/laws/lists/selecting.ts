import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import { all, each, isKept, mismatchesOf, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { sameJson, valueAt } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import { kebab } from '../kebab.ts'
import { checkId } from '../matrix.ts'
import { conditionsOf, joinedQuery } from './conditions.ts'
import type { Condition } from './conditions.ts'
import { itemsOf } from './items.ts'
import { populated, whole } from './population.ts'
import type { Listed } from './population.ts'
import { joins, tells, walk } from './walk.ts'
import type { Walk } from './walk.ts'

/** Conditions that were sent together, and the pages that came. */
interface Selection {
  readonly conditions: readonly Condition[]
  readonly walk: Walk
}

interface Selected {
  readonly all: number
  readonly selections: readonly Selection[]
}

/** What is not as expected is selected so many times anew, where what is expected is another by now: items change as time goes by. */
const mostAgain = 3

/** Every filter finds what it asks for and nothing else: alone, together with each other one, and on every page. */
export function selecting(listed: Listed): readonly Check[] {
  const { matrix, operation, list, paging, resource, filling } = listed
  if (list.filters.length === 0) return []
  const clauses = [...new Set(list.filters.map(({ clause }) => clause))]
  const counted = [paging.clauses['more'], paging.clauses['total']].filter((clause) => clause !== undefined)
  return [
    example<Selected>(checkId(matrix, 'lists', `${kebab(operation)}-selected`), {
      needs: filling.needs ?? [],
      arrange: async (trial) => {
        const made = await populated(trial, listed)
        let items = itemsOf(await made.ask(whole(listed)), list)
        const matchingIds = (conditions: readonly Condition[]): readonly Json[] =>
          matching(items, conditions).map((item) => valueAt(item, resource.id) ?? null)
        const selectOnce = async (conditions: readonly Condition[]): Promise<Selection> => {
          const expected = matchingIds(conditions)
          // on more than one page, where the list has pages
          const size = paging.style === 'none' ? expected.length + 1 : Math.max(1, expected.length - 1)
          return {
            conditions,
            walk: await walk(listed, made, { size, query: joinedQuery(conditions), expected, refusable: true }),
          }
        }
        const select = async (...conditions: readonly Condition[]): Promise<Selection> => {
          let selection = await selectOnce(conditions)
          for (let more = mostAgain; more > 0 && isWrong(listed, selection.walk); more -= 1) {
            items = itemsOf(await made.ask(whole(listed)), list)
            if (sameJson(matchingIds(conditions), selection.walk.expected)) break
            selection = await selectOnce(conditions)
          }
          return selection
        }
        const free = list.filters.filter(
          ({ parameter }) => trial.can('fresh-account') || !Object.hasOwn(made.within ?? {}, parameter),
        )
        // the more values, the more a request to a live service costs
        const most = trial.can('fresh-account') ? 8 : 2
        const choices = free.map((filter) => conditionsOf(filter, items, most))
        const selections: Selection[] = []
        for (const condition of choices.flat()) selections.push(await select(condition))
        for (const pair of pairsOf(choices, items)) selections.push(await select(...pair))
        return { all: items.length, selections }
      },
      judge: Object.fromEntries([
        ...clauses.map((clause) => [clause, (selected: Selected) => found(listed, clause, selected)] as const),
        ...counted.map((clause) => [clause, (selected: Selected) => countedRight(listed, clause, selected)] as const),
      ]),
    }),
  ]
}

function isWrong(listed: Listed, taken: Walk): boolean {
  const { more, total } = tells(listed, taken)
  return [joins(listed, taken), more, total].some((judgement) => mismatchesOf(judgement).length > 0)
}

function matching(items: readonly Json[], conditions: readonly Condition[]): readonly Json[] {
  return items.filter((item) => conditions.every(({ holds }) => holds(item)))
}

/** For every two filters conditions that leave something together, so that either one shows where it is not heeded. */
function pairsOf(
  choices: readonly (readonly Condition[])[],
  items: readonly Json[],
): readonly (readonly [Condition, Condition])[] {
  const count = (...conditions: readonly Condition[]): number => matching(items, conditions).length
  return choices.flatMap((lefts, index) =>
    choices.slice(index + 1).flatMap((rights) => {
      const pairs = lefts
        .flatMap((left) => rights.map((right): readonly [Condition, Condition] => [left, right]))
        .filter((pair) => count(...pair) > 0 && !sharesObject(pair))
      const showing =
        (...heeded: readonly number[]) =>
        (pair: readonly [Condition, Condition]) =>
          heeded.every((one) => count(pair[one] as Condition) > count(...pair))
      const both = pairs.find(showing(0, 1))
      if (both !== undefined) return [both]
      const one = [pairs.find(showing(0)), pairs.find(showing(1))].filter((pair) => pair !== undefined)
      return one.length > 0 ? one : pairs.slice(0, 1)
    }),
  )
}

/** Bounds of one parameter are an object, which two conditions cannot share. */
function sharesObject([left, right]: readonly [Condition, Condition]): boolean {
  return left.filter.parameter === right.filter.parameter && !left.filter.how.startsWith('odata')
}

function found(listed: Listed, clause: string, { selections, all: total }: Selected): Judgement {
  const wrong = wrongAlone(listed, selections)
  return each(selections, ({ conditions, walk: taken }) => {
    if (!conditions.some(({ filter }) => filter.clause === clause)) return nothing
    // a filter that is wrong alone is wrong together with others, which is not the fault of those
    if (conditions.some(({ filter }) => filter.clause !== clause && wrong.has(filter.parameter))) return nothing
    // what selects everything or nothing shows no filter at work, only one that fails
    const isTelling = conditions.length > 1 || (taken.expected.length > 0 && taken.expected.length < total)
    const judged = joins(listed, taken)
    return isTelling || !isKept(judged) ? judged : nothing
  })
}

/** Parameters that do not find what they ask for, even alone. */
function wrongAlone(listed: Listed, selections: readonly Selection[]): ReadonlySet<string> {
  return new Set(
    selections.flatMap(({ conditions: [only, ...more], walk: taken }) =>
      only !== undefined && more.length === 0 && !isKept(joins(listed, taken)) ? [only.filter.parameter] : [],
    ),
  )
}

/** What is counted is counted right, where the items are those that were asked for by filters that are heeded. */
function countedRight(listed: Listed, clause: string, { selections }: Selected): Judgement {
  const wrong = wrongAlone(listed, selections)
  return each(selections, ({ conditions, walk: taken }) => {
    if (!isKept(joins(listed, taken)) || conditions.some(({ filter }) => wrong.has(filter.parameter))) return nothing
    const { more, total } = tells(listed, taken)
    return all(
      listed.paging.clauses['more'] === clause ? more : nothing,
      listed.paging.clauses['total'] === clause ? total : nothing,
    )
  })
}
