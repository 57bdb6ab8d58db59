import { sameJson, valueAt } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import type { Call, Trial } from '../../../model/trial.ts'
import { read } from '../../vocabulary/read.ts'
import { bodyOf } from '../written-values.ts'
import type { Keyed } from './keyed.ts'
import { markOf } from './keyed.ts'

/** What shows whether a request had an effect: the object that it is about, or how many there are that look like the one it made. */
export async function effects(
  trial: Trial,
  { matrix, resource, operation }: Keyed,
  call: Call,
): Promise<Json | undefined> {
  const { declaration } = matrix.contract
  const { retrieve, parameter } = resource
  const path = call.path ?? {}
  if (retrieve !== undefined && parameter !== undefined && Object.hasOwn(path, parameter)) {
    const { status, json } = (await trial.call(retrieve, { path })).response
    return { status, resource: valueAt(json, resource.at) ?? null }
  }
  const [list] =
    Object.entries(declaration.lists).find(([, { of }]) => of.some((one) => declaration.resources[one] === resource)) ??
    []
  const mark = markOf(resource, operation)
  if (list === undefined || mark === undefined || declaration.paging === undefined) return undefined
  const { size, most } = declaration.paging
  const parameters = matrix.contract.operations.get(list)?.pathParameters.map(({ name }) => name) ?? []
  const page = await trial.call(list, {
    path: Object.fromEntries(Object.entries(path).filter(([name]) => parameters.includes(name))),
    query: most === undefined ? {} : { [size]: most },
  })
  const items = declaration.lists[list]?.items.map((at) => read(page, at)).find(Array.isArray) as
    | readonly Json[]
    | undefined
  return items?.filter((item) => sameJson(valueAt(item, mark.at), valueAt(bodyOf(call), mark.pointer))).length
}
