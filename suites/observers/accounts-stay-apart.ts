import type { Observation, Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, kept } from '../../model/judgement.ts'
import { valueAt } from '../../model/json.ts'
import { idAt, isAfter, isKnownSince, knownAccountOf, pathParameter } from './asked.ts'
import { createInventory } from './inventory.ts'
import type { Held, Inventory } from './inventory.ts'
import { listingOf, startOf, tellsEnd, turningOf } from './listing.ts'

/** Whoever asks: what one account holds, another neither reads nor lists nor changes. That two keys are of two accounts is proven, not presumed. */
export const accountsStayApart: Observer = {
  id: 'observer/accounts-stay-apart',
  clauses: ({ declaration: { isolation } }) => [
    ...new Set(
      ['read', 'list', 'write'].flatMap((rule) =>
        [isolation?.clauses[rule] ?? [], isolation?.embedded?.clauses[rule] ?? []].flat(),
      ),
    ),
  ],
  watch: (contract) => {
    const inventory = createInventory(contract)
    const apart = new Map<string, Exchange>()
    const pair = (one: string, other: string): string => JSON.stringify([one, other].toSorted())
    return (exchange) => {
      const account = knownAccountOf(contract, exchange)
      if (account === undefined) return []
      const observations: Observation[] = []
      const foreign = shownOf(contract, exchange).flatMap(({ resource, id, at, rule }) => {
        if (inventory.find(account, resource, id) !== undefined) return []
        return inventory
          .holders(resource, id)
          .filter(([, held]) => !isShared(contract, held))
          .map(([owner, held]) => ({ owner, held, at, id, rule }))
      })
      for (const { owner, held, at, id, rule } of foreign) {
        const proof = apart.get(pair(account, owner))
        const clause = clauseFor(contract, account, owner, rule)
        if (clause === undefined || !isAfter(exchange, held.seen)) continue
        if (exchange.response.status === 404) {
          if (isKnownSince(exchange, held.seen)) {
            if (rule === 'read') apart.set(pair(account, owner), proof ?? exchange)
            observations.push({ clause, judgement: kept(), with: [held.seen] })
          }
        } else if (proof !== undefined && exchange.response.status < 300) {
          const mismatch =
            rule === 'write'
              ? { at: 'status', expected: 'refused', actual: exchange.response.status }
              : { at, expected: 'nothing of another account', actual: id }
          observations.push({ clause, judgement: departs(mismatch), with: [held.seen, proof] })
        }
      }
      for (const owner of ownersOfWhatIsNotListed(contract, inventory, account, exchange))
        apart.set(pair(account, owner), apart.get(pair(account, owner)) ?? exchange)
      // what was shown to a stranger is not the stranger's
      if (!observations.some(({ judgement }) => judgement.says === 'departs')) inventory.see(exchange)
      return observations
    }
  },
}

/** Accounts that hold something which the whole list of this one does not show. */
function ownersOfWhatIsNotListed(
  contract: Contract,
  inventory: Inventory,
  account: string,
  exchange: Exchange,
): readonly string[] {
  const listing = listingOf(contract, exchange)
  const [name = '', ...others] = listing?.list.of ?? []
  const resource = contract.declaration.resources[name]
  if (listing === undefined || others.length > 0 || resource === undefined || resource.within !== undefined) return []
  const narrowed = [...listing.query.keys()].some((key) => !turningOf(listing.paging).includes(key))
  // a full page that denies more may be wrong: only one with room for more proves what is absent
  const hasRoom = listing.size === undefined || listing.items.length < listing.size
  if (narrowed || startOf(listing) !== 0 || !hasRoom || !tellsEnd(listing, exchange)) return []
  const ids = new Set(listing.items.map((item) => idAt(item, resource.id)))
  if (ids.has(undefined)) return []
  return [...inventory.accounts()].filter(
    (owner) =>
      owner !== account &&
      [...inventory.of(owner, name)].some(
        (held) =>
          held.made !== undefined &&
          !ids.has(held.id) &&
          !isShared(contract, held) &&
          isAfter(exchange, held.seen) &&
          isKnownSince(exchange, held.seen),
      ),
  )
}

interface Shown {
  readonly resource: string
  readonly id: string
  readonly at: string
  readonly rule: Rule
}

type Rule = 'read' | 'list' | 'write'

/** More than one account holds it. */
function isShared({ declaration: { resources } }: Contract, { resource, object }: Held): boolean {
  const parties = (resources[resource]?.parties ?? []).map((at) => valueAt(object, at) ?? null)
  return new Set(parties).size > 1
}

/** The objects that a request asks for or changes by their id, or that a list shows. */
function shownOf(contract: Contract, exchange: Exchange): readonly Shown[] {
  const listing = listingOf(contract, exchange)
  return Object.entries(contract.declaration.resources).flatMap(([name, resource]): readonly Shown[] => {
    const rule = ruleFor(exchange, resource)
    if (rule !== undefined && resource.parameter !== undefined) {
      const id = pathParameter(contract, exchange, resource.parameter)
      return id === undefined ? [] : [{ resource: name, id, at: `${resource.at}${resource.id}`, rule }]
    }
    if (listing === undefined || listing.list.of.length > 1 || listing.list.of[0] !== name) return []
    return listing.items.flatMap((item, index) => {
      const id = idAt(item, resource.id)
      return id === undefined
        ? []
        : [{ resource: name, id, at: `${listing.at}/${index}${resource.id}`, rule: 'list' as const }]
    })
  })
}

function ruleFor({ operation = '' }: Exchange, { retrieve, update, delete: removes, act }: Resource): Rule | undefined {
  if (operation === retrieve) return 'read'
  return [update, removes, ...act].includes(operation) ? 'write' : undefined
}

function clauseFor(
  { declaration: { isolation } }: Contract,
  account: string,
  owner: string,
  rule: Rule,
): string | undefined {
  // an account that is acted for is written as a pair
  const isEmbedded = account.startsWith('[') || owner.startsWith('[')
  return isEmbedded ? isolation?.embedded?.clauses[rule] : isolation?.clauses[rule]
}
