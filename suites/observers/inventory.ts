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

const mostAccounts = 30
const mostObjects = 300
const mostOwners = 10_000

export function createInventory(contract: Contract): Inventory {
  const accounts = createMemory<Map<string, Memory<Held>>>(mostAccounts)
  /** The accounts that were seen to hold an object, the one that made it first. */
  const owners = createMemory<readonly string[]>(mostOwners)
  const { resources } = contract.declaration
  const keyOf = (resource: string, id: string): string => `${resource} ${id}`

  const shelf = (account: string, resource: string): Memory<Held> => {
    const shelves = accounts.get(account) ?? new Map<string, Memory<Held>>()
    accounts.note(account, shelves)
    const objects = shelves.get(resource) ?? createMemory<Held>(mostObjects)
    shelves.set(resource, objects)
    return objects
  }

  const find: Inventory['find'] = (account, resource, id) => accounts.get(account)?.get(resource)?.get(id)
  const holders: Inventory['holders'] = (resource, id) =>
    (owners.get(keyOf(resource, id)) ?? []).flatMap((account) => {
      const held = find(account, resource, id)
      return held === undefined ? [] : [[account, held] as const]
    })

  /** A deletion, whatever came of it: what it names is not known to be there any more, whichever key of its account was used. */
  function forgetDeleted(exchange: Exchange): void {
    for (const [name, { delete: removes, parameter }] of Object.entries(resources)) {
      const id =
        removes === exchange.operation && parameter !== undefined
          ? pathParameter(contract, exchange, parameter)
          : undefined
      if (id === undefined) continue
      for (const [account] of holders(name, id)) shelf(account, name).forget(id)
    }
  }

  return {
    find,
    holders,
    accounts: () => accounts.keys(),
    *of(account, resource) {
      yield* accounts.get(account)?.get(resource)?.values() ?? []
    },
    see(exchange) {
      const account = knownAccountOf(contract, exchange)
      const { operation = '', request, response } = exchange
      if (request.method === 'DELETE') return forgetDeleted(exchange)
      if (account === undefined) return
      if (response.status >= 300) return
      for (const { name, resource, object } of sightingsIn(contract, exchange)) {
        const id = idAt(object, resource.id)
        if (id === undefined || isStub(object)) continue
        const objects = shelf(account, name)
        const before = objects.get(id)
        // what another account made is not this one's, or shared
        if (before === undefined && holders(name, id).some(([, { made }]) => made !== undefined)) continue
        const made =
          before?.made ?? (resource.create.includes(operation) && before === undefined ? exchange : undefined)
        objects.note(id, { resource: name, id, object, seen: exchange, ...(made === undefined ? {} : { made }) })
        if (before === undefined) owners.note(keyOf(name, id), [...(owners.get(keyOf(name, id)) ?? []), account])
      }
    },
  }
}

/** What stands for a deleted object. */
const isStub = (object: Readonly<Record<string, Json>>): boolean => object['deleted'] === true
