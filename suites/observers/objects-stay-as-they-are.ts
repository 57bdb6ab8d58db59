import type { Observation, Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Exchange } from '../../model/exchange.ts'
import { sameValue } from '../../model/instant.ts'
import type { Mismatch } from '../../model/finding.ts'
import { without } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { settledIn } from '../laws/lasting.ts'
import { accountOf, idAt, isAfter, isKnownSince } from './asked.ts'
import { createMemory, keyOf } from './memory.ts'
import { metadataClause } from './metadata-written.ts'
import { forgetWhatIsWritten } from './known-object.ts'
import type { Known } from './known-object.ts'
import { createSources } from './sources.ts'
import { sightingsIn } from './sightings.ts'
import { ofOneType } from './of-one-type.ts'
import { isTouched } from './touched.ts'

const most = 2000
/** So many requests after two that overlapped, lists are looked at again: others may be writing what they show. */
const calm = 50
/** So long after an object was seen among passing traffic, others may have written to it. */
const trusted = 10 * 60 * 1000

/** Wherever an object is seen again, what never changes of it is as it was. */
export const whatIsFixedStays: Observer = staying('observer/what-is-fixed-stays', {
  placesIn: ({ fixed }) => fixed,
  clauseOf: ({ stays }) => stays,
  changes: false,
})

/** Wherever an object is seen again, what no request has named since is as it was. Others may have written after a while. */
export const whatIsSettledStays: Observer = staying('observer/what-is-settled-stays', {
  placesIn: (resource, { declaration }) => settledIn(resource, declaration.metadata?.at),
  clauseOf: ({ stays, keeps }, update = '') => keeps[update]?.clause ?? stays,
  changes: true,
})

interface Staying {
  readonly placesIn: (resource: Resource, contract: Contract) => readonly string[]
  /** The clause that is broken, where this is what was last done to the object. */
  readonly clauseOf: (resource: Resource, update: string | undefined) => string | undefined
  /** Whether requests change it at all. */
  readonly changes: boolean
}

function staying(id: string, { placesIn, clauseOf, changes }: Staying): Observer {
  return {
    id,
    clauses: (contract) => [
      ...new Set(
        Object.values(contract.declaration.resources).flatMap((resource) =>
          resource.stays === undefined
            ? []
            : [
                ...Object.values(resource.refusals ?? {}),
                ...[contract.declaration.paging?.clauses['items'] ?? []].flat(),
                ...[undefined, ...Object.keys(resource.keeps)].map((update) => clauseOf(resource, update) ?? ''),
                ...[resource.update ?? '', ...resource.act].flatMap((write) => setsOf(resource, write) ?? []),
                ...(changes ? [metadataClause(contract, resource) ?? []].flat() : []),
              ],
        ),
      ),
    ],
    watch(contract, traffic) {
      const known = createMemory<Known>(most)
      const keys = createMemory<true>(most)
      const writes = createMemory<ReadonlyMap<string, Exchange>>(most)
      const places = new Map(
        Object.values(contract.declaration.resources).map((one) => [one, placesIn(one, contract)] as const),
      )
      const sources = createSources(contract, (exchange) => accountOf(contract, exchange))
      let overlapped = -calm
      return (exchange) => {
        const account = accountOf(contract, exchange)
        const { operation, response } = exchange
        if (account === undefined || operation === undefined) return []
        if (overlaps(exchange)) overlapped = exchange.id
        const repeats = response.status < 300 && isRepeat(contract, exchange, account, keys)
        sources.see(exchange)
        forgetWhatIsWritten(contract, exchange, repeats, (name, object) => {
          const key = keyOf(account, name, object)
          const written = keyOf(name, object)
          writes.note(written, new Map([...(writes.get(written) ?? []), [account, exchange]]))
          return { is: known.get(key), note: (one) => known.note(key, one), forget: () => known.forget(key) }
        })
        if (response.status >= 300 || repeats) return []
        const isList = Object.hasOwn(contract.declaration.lists, operation)
        if (isList && changes && exchange.id - overlapped < calm) return []
        const items = isList ? itemsOf(contract, operation) : undefined
        // an item that need not be shown as it is read may leave out what it has, as null too
        const isBrief = isList && items === undefined
        return sightingsIn(contract, exchange).flatMap(({ name, resource, at, object }): readonly Observation[] => {
          const { stays } = resource
          const own = idAt(object, resource.id)
          if (stays === undefined || own === undefined) return []
          const key = keyOf(account, name, own)
          const before = known.get(key)
          // it may tell of the time before
          if (before?.written !== undefined && before.written !== exchange && !isAfter(exchange, before.written))
            return []
          const values = new Map<string, Json>()
          for (const place of places.get(resource) ?? []) {
            const value = named(valueAt(object, place))
            if (value !== undefined && !(isBrief && value === null)) values.set(place, value)
          }
          known.note(key, {
            values: joined(before?.values, values),
            seen: exchange,
            ...(before?.written === undefined ? {} : { written: before.written }),
            touched: resource.touched === undefined ? undefined : valueAt(object, resource.touched),
          })
          if (before === undefined || !isAfter(exchange, before.seen)) return []
          if (changes && !isKnownSince(exchange, before.seen)) return []
          // an account can have several keys
          if (changes && isWrittenByOthers(writes.get(keyOf(name, own)), account, before.seen)) return []
          if (changes && traffic === 'passing' && exchange.startedAt - before.seen.startedAt > trusted) return []
          if (
            changes &&
            isTouched(before.touched, resource, object, () => traffic !== 'passing' || sources.areShown(account))
          )
            return []
          // what was seen last is what an update itself has answered
          const answered = changes && before.written === before.seen ? before.seen.operation : undefined
          const clause =
            setsOf(resource, answered) ??
            items ??
            resource.refusals?.[before.refused ?? ''] ??
            clauseOf(resource, before.update) ??
            stays
          const observe = (by: string, some: Known['values']): readonly Observation[] =>
            some.size === 0 ? [] : [{ clause: by, judgement: same(some, values, at), with: [before.seen] }]
          if (before.merged === undefined) return observe(clause, before.values)
          const isMetadata = ([place]: readonly [string, Json]): boolean => place === contract.declaration.metadata?.at
          return [
            ...observe(before.merged, new Map([...before.values].filter((one) => isMetadata(one)))),
            ...observe(clause, new Map([...before.values].filter((one) => !isMetadata(one)))),
          ]
        })
      }
    },
  }
}

/** The clause that says that a write sets what it sends. */
function setsOf({ writes }: Resource, operation = ''): string | undefined {
  return writes[operation]?.[0]?.clause
}

/** Others were under way with it, or it is not known that none were. */
function overlaps({ after, id }: Exchange): boolean {
  // the first one of a check follows on none
  return after === undefined || (after > 0 && after < id - 1)
}

/** Earlier values, with later ones in their place. */
function joined(before: Known['values'] | undefined, now: Known['values']): Known['values'] {
  if (before === undefined || before.size === 0) return now
  for (const place of before.keys()) if (!now.has(place)) return new Map([...before, ...now])
  return now
}

function isWrittenByOthers(
  writes: ReadonlyMap<string, Exchange> | undefined,
  account: string,
  since: Exchange,
): boolean {
  for (const [other, write] of writes ?? []) if (other !== account && write.id > since.id) return true
  return false
}

/** The clause that says that the items of a list are shown as they are read, where there is one. */
function itemsOf({ declaration: { lists, paging } }: Contract, operation: string): string | undefined {
  return lists[operation]?.clauses['items'] ?? paging?.clauses['items']
}

/** The answer to a repeat under a key tells of the time of the first request. */
function isRepeat(
  { provider }: Contract,
  { request }: Exchange,
  account: string,
  keys: ReturnType<typeof createMemory<true>>,
): boolean {
  const header = provider.idempotencyHeader?.toLowerCase()
  const key = header === undefined ? undefined : headerOf(request, header)
  if (key === undefined) return false
  const known = keys.get(keyOf(account, key))
  keys.note(keyOf(account, key), true)
  return known === true
}

/** An object in the place of its id is the same as the id. */
function named(value: Json | undefined): Json | undefined {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['object'] === 'string' ? value['id'] : value
}

/** Values of another type are left to the schema, except for what is gone. */
function same(before: Known['values'], now: Known['values'], at: string): Judgement {
  const mismatches: Mismatch[] = []
  let looked = 0
  for (const [place, expected] of before) {
    const actual = now.get(place)
    if (actual === undefined || expected === null || (actual !== null && typeof actual !== typeof expected)) continue
    looked += 1
    if (!sameValue(expected, ofOneType(expected, actual))) mismatches.push({ at: `${at}${place}`, expected, actual })
  }
  return without(mismatches, looked)
}
