import type { Observation, Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { ClausesByRule, Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { sameValue } from '../../model/instant.ts'
import { departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { isObject, pointerStep } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { isWithin } from '../laws/lasting.ts'
import { accountOf, idAt, isAfter, isKnownSince } from './asked.ts'
import { isAnswerOfItsOwn } from './keyed.ts'
import { createMemory } from './memory.ts'
import { sightingsIn } from './sightings.ts'

/** What was shown of an object at one moment, by all answers of that moment together. */
interface Shown {
  readonly object: JsonObject
  readonly seen: Exchange
}

const most = 4000

/** While the target's clock stands still and nobody writes, an object is the same in every answer: read, listed, or told by the request that changed it. */
export const oneMomentHasOneState: Observer = {
  id: 'observer/one-moment-has-one-state',
  clauses: ({ declaration: { resources, lists } }) => [
    ...new Set(
      [
        ...Object.values(resources).flatMap((resource) => [
          resource.stays,
          ...[resource.update, ...resource.act].map((operation) => setsOf(resource, operation)),
        ]),
        ...Object.values(lists).map(({ clauses }) => aboutItems(clauses)),
      ].filter((clause) => clause !== undefined),
    ),
  ],
  watch(contract, traffic) {
    const known = createMemory<Shown>(most)
    const writes = createMemory<number>(most)
    return (exchange) => {
      const { credentials, method } = exchange.request
      const account = accountOf(contract, exchange)
      // others may write what passes by
      if (traffic === 'passing' || account === undefined || credentials.kind !== 'account') return []
      if (method !== 'GET') writes.note(credentials.account, exchange.id)
      if (exchange.response.status >= 300 || !isAnswerOfItsOwn(contract, exchange)) return []
      const written = writes.get(credentials.account) ?? 0
      return sightingsIn(contract, exchange).flatMap(({ name, resource, at, object }): readonly Observation[] => {
        const id = idAt(object, resource.id)
        if (id === undefined) return []
        const own = shownBy(contract, exchange, object)
        const key = JSON.stringify([account, name, id])
        const before = known.get(key)
        const isOneMoment =
          before !== undefined &&
          before.seen.startedAt === exchange.startedAt &&
          before.seen.id >= written &&
          isAfter(exchange, before.seen) &&
          isKnownSince(exchange, before.seen)
        known.note(key, { object: isOneMoment ? { ...own, ...before.object } : own, seen: exchange })
        const clause =
          setsOf(resource, before?.seen.operation) ??
          aboutItems(contract.declaration.lists[exchange.operation ?? '']?.clauses) ??
          resource.stays
        if (!isOneMoment || clause === undefined) return []
        return [{ clause, judgement: agrees(resource, before.object, own, at), with: [before.seen] }]
      })
    }
  },
}

/** The clause that says that an update or an action sets what it sends, where what it answered is not what is read afterwards. */
function setsOf({ update, act, writes }: Resource, operation: string | undefined): string | undefined {
  return operation !== undefined && (operation === update || act.includes(operation))
    ? writes[operation]?.[0]?.clause
    : undefined
}

/** An item that need not be shown as it is read may leave out what it has, as null too. */
function shownBy({ declaration: { lists } }: Contract, { operation = '' }: Exchange, object: JsonObject): JsonObject {
  if (lists[operation] === undefined || lists[operation].clauses['items'] !== undefined) return object
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))
}

/** The clause that says that an item is what is read of its object, or a part of it. */
function aboutItems(clauses: ClausesByRule = {}): string | undefined {
  return clauses['items'] ?? clauses['part']
}

/** What both show is the same; of what is masked, or others bring about, nothing is said. */
function agrees({ masks = [], driven = [] }: Resource, before: JsonObject, now: JsonObject, at: string): Judgement {
  const hidden = [...masks.map((mask) => mask.at), ...driven]
  const compare = (expected: Json, actual: Json, place: string): Judgement => {
    if (hidden.includes(place)) return nothing
    if (isObject(expected) && isObject(actual) && hidden.some((one) => isWithin(one, place)))
      return each(
        Object.keys(expected).filter((name) => Object.hasOwn(actual, name)),
        (name) => compare(expected[name] ?? null, actual[name] ?? null, `${place}${pointerStep(name)}`),
      )
    return isSame(expected, actual) ? kept() : departs({ at: `${at}${place}`, expected, actual })
  }
  return each(
    Object.keys(before).filter((name) => Object.hasOwn(now, name)),
    (name) => compare(before[name] ?? null, now[name] ?? null, pointerStep(name)),
  )
}

/** Lists are the same in whatever order, an object in the place of its id is the same as the id, and what is null may as well be left out. */
function isSame(expected: Json, actual: Json): boolean {
  if (expected === actual) return true
  if (isObject(expected) && typeof actual === 'string') return expected['id'] === actual
  if (isObject(actual) && typeof expected === 'string') return actual['id'] === expected
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const rest = [...(actual as readonly Json[])]
    return (
      expected.length === rest.length &&
      (expected as readonly Json[]).every((one) => {
        const index = rest.findIndex((other) => isSame(one, other))
        if (index !== -1) rest.splice(index, 1)
        return index !== -1
      })
    )
  }
  if (isObject(expected) && isObject(actual))
    return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].every((name) => {
      const [left, right] = [expected[name] ?? null, actual[name] ?? null]
      return left === null || right === null ? left === right : isSame(left, right)
    })
  return sameValue(expected, actual)
}
