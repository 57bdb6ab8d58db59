import type { Operation } from '../../model/contract.ts'
import type { List, Paging } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { read } from '../vocabulary/read.ts'
import { requiredQuery } from './arrange.ts'

/** A list as it is asked for. */
export interface Listing {
  readonly trial: Trial
  readonly operation: Operation
  readonly path: NonNullable<Call['path']>
  readonly list: List
  /** JSON Pointer of an item's id. */
  readonly id: string
  readonly paging: Paging | undefined
}

/** A page of so many. */
export interface Asked {
  readonly count: number
  readonly page: Exchange
}

/** What a walk over the pages came to. */
export interface Pages {
  readonly items: readonly Json[]
  readonly pages: readonly Exchange[]
  /** Nothing is left. */
  readonly ended: boolean
  /** What every request for the list has to have. */
  readonly query: JsonObject
}

/** An account that others use holds more than can be asked for. */
const longest = 25

/** Walks over the pages of a list until what is wanted has come, or nothing comes any more. */
export async function walked(listing: Listing, isEnough: (items: readonly Json[]) => boolean): Promise<Pages> {
  const { trial, operation, path, list, id, paging } = listing
  const query = requiredQuery(trial.contract, operation)
  const takes = (name: string | undefined): name is string =>
    operation.queryParameters.some((parameter) => parameter.name === name)
  const size = takes(paging?.size) ? Math.min(100, paging?.most ?? 100) : undefined
  const sized = size === undefined || paging === undefined ? query : { ...query, [paging.size]: size }
  const items: Json[] = []
  const pages: Exchange[] = []
  const outcome = (ended: boolean): Pages => ({ items, pages, ended, query })
  for (let next: JsonObject | undefined = {}; next !== undefined && pages.length < longest;) {
    const page = await trial.call(operation.id, { path, query: { ...sized, ...next } })
    const found = list.items.map((at) => read(page, at)).find(Array.isArray) as readonly Json[] | undefined
    if (page.response.status >= 300 || found === undefined) return outcome(false)
    pages.push(page)
    items.push(...found)
    if (isEnough(items) || found.length === 0) return outcome(true)
    next = nextPage(found)
  }
  return outcome(!isPaged())

  /** A list that says nothing of pages is whole; another one can go on by means that nobody told. */
  function isPaged(): boolean {
    return operation.queryParameters.some(({ name }) =>
      /page|limit|cursor|offset|skip|after|size|count|token/i.test(name),
    )
  }

  function nextPage(found: readonly Json[]): JsonObject | undefined {
    if (paging === undefined || size === undefined) return undefined
    const { number, skip, after } = paging
    const last = valueAt(found.at(-1), id)
    if (number !== undefined && takes(number.parameter)) return { [number.parameter]: number.first + pages.length }
    if (takes(skip)) return { [skip]: items.length }
    return takes(after) && last !== undefined ? { [after]: last } : undefined
  }
}
