import type { Contract } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { byOperation } from './by-operation.ts'

/** An object of a declared resource in an answer, and where it stands there. */
export interface Sighting {
  readonly name: string
  readonly resource: Resource
  readonly at: string
  readonly object: JsonObject
}

/** Several observers look at one exchange. */
const known = new WeakMap<Exchange, readonly Sighting[]>()

/** Every object that an answer shows as itself: what it is about, the items of a list, and what stands in the place of its id. */
export function sightingsIn(contract: Contract, exchange: Exchange): readonly Sighting[] {
  const before = known.get(exchange)
  if (before !== undefined) return before
  const found = findSightings(contract, exchange)
  known.set(exchange, found)
  return found
}

function findSightings(contract: Contract, exchange: Exchange): readonly Sighting[] {
  const { declaration } = contract
  const body = exchange.response.json
  const found: Sighting[] = []
  const show = (name: string, at: string, object: Json | undefined): void => {
    const resource = declaration.resources[name]
    if (resource === undefined || !isObject(object)) return
    found.push({ name, resource, at, object })
    for (const relation of resource.relations)
      show(relation.resource, `${at}${relation.at}`, valueAt(object, relation.at))
  }
  const list = declaration.lists[exchange.operation ?? '']
  if (list === undefined) {
    for (const [name, { at, viewedAt }] of shownBy(contract, exchange.operation)) {
      const place = viewedAt?.[exchange.operation ?? ''] ?? at
      show(name, place, valueAt(body, place))
    }
    return found
  }
  const { tells, of } = list
  const place = list.items.find((at) => Array.isArray(valueAt(body, at)))
  if (place === undefined) return found
  for (const [index, item] of (valueAt(body, place) as readonly Json[]).entries()) {
    const name = of.length === 1 ? of[0] : of.find((one) => tells !== undefined && valueAt(item, tells) === one)
    if (name !== undefined) show(name, `${place}/${index}`, item)
  }
  return found
}

/** The resources that an operation answers with. */
const shownBy = byOperation(({ create, retrieve, views, update, act }) => [
  ...create,
  retrieve,
  ...views,
  update,
  ...act,
])
