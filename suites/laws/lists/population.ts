import type { List, Paging, Resource } from '../../../model/declaration.ts'
import type { Exchange } from '../../../model/exchange.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import type { Call, Trial } from '../../../model/trial.ts'
import type { Matrix } from '../matrix.ts'
import type { Filling, Population } from './filling.ts'

/** A list under law. */
export interface Listed {
  readonly matrix: Matrix
  readonly operation: string
  readonly list: List
  readonly paging: Paging
  /** The first resource that it holds. */
  readonly resource: Resource
  readonly filling: Filling
}

/** A population, and how its list is asked for. */
export interface Populated extends Population {
  readonly ask: (query: JsonObject) => Promise<Exchange>
  /** The same, whatever the answer is. */
  readonly attempt: (query: JsonObject) => Promise<Exchange>
}

const second = 1
const pauses = 3 * second

/** Fills a list; strangers' items are left out where the account may hold some. */
export async function populated(
  trial: Trial,
  { operation, filling }: Listed,
  populate: (pause: () => Promise<void>) => Promise<Population> = (pause) => filling.populate(trial, pause),
): Promise<Populated> {
  const pause = async (): Promise<void> => {
    if (trial.can('clock')) await trial.advance(pauses)
  }
  const population = await populate(pause)
  const within = trial.can('fresh-account') ? {} : population.within
  const call = (query: JsonObject): Call => ({ path: population.path ?? {}, query: { ...within, ...query } })
  return {
    ...population,
    ask: (query) => trial.given(operation, call(query)),
    attempt: (query) => trial.call(operation, call(query)),
  }
}

/** The ids in the order that the list promises. */
export function inOrder({ list }: Listed, ids: readonly Json[]): readonly Json[] {
  return list.order?.direction === 'descending' ? ids.toReversed() : ids
}

/** Whether the size of a page can be asked for. */
export function isPaged({ matrix, operation, paging }: Listed): boolean {
  const described = matrix.contract.operations.get(operation)
  return described?.queryParameters.some(({ name }) => name === paging.size) ?? false
}

/** The whole list on one page. */
export function whole(listed: Listed): JsonObject {
  const { paging } = listed
  if (!isPaged(listed)) return {}
  return { [paging.size]: Math.min(100, paging.most ?? 100) }
}
