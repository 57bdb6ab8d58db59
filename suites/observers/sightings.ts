import type { Contract } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'

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
  const shown = (name: string, at: string): readonly Sighting[] => {
    const resource = declaration.resources[name]
    const object = valueAt(body, at)
    if (resource === undefined || !isObject(object)) return []
    const related = resource.relations.flatMap((relation) => shown(relation.resource, `${at}${relation.at}`))
    return [{ name, resource, at, object }, ...related]
  }
  const list = declaration.lists[exchange.operation ?? '']
  if (list !== undefined) {
    const [name, ...others] = list.of
    const place = list.items.find((at) => Array.isArray(valueAt(body, at)))
    const items = place === undefined ? [] : (valueAt(body, place) as readonly unknown[])
    return name === undefined || others.length > 0
      ? []
      : items.flatMap((_, index) => shown(name, `${place ?? ''}/${index}`))
  }
  return Object.entries(declaration.resources).flatMap(([name, resource]) => {
    const { create, retrieve, views, update, act } = resource
    const shows = [...create, retrieve, ...views, update, ...act].includes(exchange.operation)
    return shows ? shown(name, resource.at) : []
  })
}
