import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { idAt, knownAccountOf, pathParameter } from './asked.ts'
import { createMemory } from './memory.ts'
import type { Memory } from './memory.ts'
import { sightingsIn } from './sightings.ts'

/** An object that an account is known to hold. */
export interface Held {
  readonly resource: string
  readonly id: string
  /** As it was shown last. */
  readonly object: JsonObject
  readonly seen: Exchange
  /** The request that made it, where that was seen. */
  readonly made?: Exchange
}

/** What each account holds, as far as it was seen: made or shown, and not deleted since. */
export interface Inventory {
  see(exchange: Exchange): void
  of(account: string, resource: string): Iterable<Held>
  find(account: string, resource: string, id: string): Held | undefined
  /** The accounts that hold an object. */
  holders(resource: string, id: string): readonly (readonly [account: string, held: Held])[]
  accounts(): Iterable<string>
}

const mostAccounts = 100
const mostObjects = 2000

export function createInventory(contract: Contract): Inventory {
  const accounts = createMemory<Map<string, Memory<Held>>>(mostAccounts)
  const names = new Set<string>()
  const { resources } = contract.declaration

  const shelf = (account: string, resource: string): Memory<Held> => {
    const shelves = accounts.get(account) ?? new Map<string, Memory<Held>>()
    accounts.note(account, shelves)
    names.add(account)
    const known = shelves.get(resource) ?? createMemory<Held>(mostObjects)
    shelves.set(resource, known)
    return known
  }

  const find: Inventory['find'] = (account, resource, id) => accounts.get(account)?.get(resource)?.get(id)

  /** Another account made it, so that this one saw what is not its own, or shares it. */
  const isOfAnother = (account: string, resource: string, id: string): boolean =>
    find(account, resource, id) === undefined &&
    [...names].some((other) => other !== account && find(other, resource, id)?.made !== undefined)

  return {
    find,
    accounts: () => names,
    *of(account, resource) {
      yield* accounts.get(account)?.get(resource)?.values() ?? []
    },
    holders: (resource, id) =>
      [...names].flatMap((account) => {
        const held = find(account, resource, id)
        return held === undefined ? [] : [[account, held] as const]
      }),
    see(exchange) {
      const account = knownAccountOf(contract, exchange)
      const { operation = '', request, response } = exchange
      if (account === undefined) return
      if (request.method === 'DELETE') {
        // whatever came of it, it is not known to be there any more
        for (const [name, { delete: removes, parameter }] of Object.entries(resources)) {
          const id =
            removes === operation && parameter !== undefined ? pathParameter(contract, exchange, parameter) : undefined
          if (id !== undefined) shelf(account, name).forget(id)
        }
        return
      }
      if (response.status >= 300) return
      for (const { name, resource, object } of sightingsIn(contract, exchange)) {
        const id = idAt(object, resource.id)
        if (id === undefined || isStub(object) || isOfAnother(account, name, id)) continue
        const objects = shelf(account, name)
        const before = objects.get(id)
        const isNew = resource.create.includes(operation) && before === undefined
        objects.note(id, {
          resource: name,
          id,
          object,
          seen: exchange,
          ...(before?.made === undefined ? (isNew ? { made: exchange } : {}) : { made: before.made }),
        })
      }
    },
  }
}

/** What stands for a deleted object. */
const isStub = (object: Readonly<Record<string, Json>>): boolean => object['deleted'] === true
