import type { Filter, Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import { read } from '../vocabulary/read.ts'
import { requiredQuery } from './arrange.ts'
import type { Listing } from './pages.ts'

/** What a filter was asked for, and the page that came. */
export interface Selection {
  readonly filter: Filter
  readonly value: Json
  readonly page: Exchange
}

/** Asks each filter for what objects have, and for what they have not: an enumeration's other values, or a text of nobody. */
export async function selections(
  { trial, operation, path, list }: Listing,
  { at }: Resource,
  made: readonly Exchange[],
): Promise<readonly Selection[]> {
  const query = requiredQuery(trial.contract, operation)
  const tried: Selection[] = []
  for (const filter of list.filters) {
    const schema = operation.queryParameters.find(({ name }) => name === filter.parameter)?.schema ?? {}
    const shown = made.map((one) => read(one, `${at}${filter.properties[0] ?? ''}`))
    const given = [...new Set(shown.filter((value) => value !== undefined && value !== null))]
    const others = Array.isArray(schema['enum'])
      ? (schema['enum'] as readonly Json[]).filter((value) => value !== null)
      : schema['type'] === 'boolean'
        ? [true, false]
        : schema['type'] === 'string' && schema['format'] === undefined && schema['pattern'] === undefined
          ? [trial.unique('nobody')]
          : []
    for (const value of new Set([...given, ...others]))
      tried.push({
        filter,
        value,
        page: await trial.call(operation.id, { path, query: { ...query, [filter.parameter]: value } }),
      })
  }
  return tried
}
