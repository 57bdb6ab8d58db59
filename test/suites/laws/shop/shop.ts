import type { Exchange } from '../../../../model/exchange.ts'
import { isObject, sameJson } from '../../../../model/json.ts'
import type { Json, JsonObject } from '../../../../model/json.ts'
import { Blocked } from '../../../../model/trial.ts'
import type { Call, Trial } from '../../../../model/trial.ts'
import { answered } from '../../../answered.ts'
import { shopContract } from './contract.ts'

/** A decision of the shop that a lie replaces. */
export interface Rules {
  readonly keyName: (key: string, account: string) => string
  readonly takesKey: (operation: string) => boolean
  readonly sameRequest: (first: JsonObject, second: JsonObject) => boolean
  readonly expires: (age: number, sinceLastUse: number) => boolean
  readonly whileRunning: 'refuses' | 'executes'
  readonly refusedHasEffect: boolean
  readonly keepsFailures: boolean
  /** The metadata of an object once this was sent, or undefined where it is refused. */
  readonly merged: (before: JsonObject, sent: Json) => JsonObject | undefined
  /** An object once an update or an action has changed it. */
  readonly changed: (value: JsonObject, before: JsonObject, operation: string) => JsonObject
  /** Whether a deleted object is still there for an operation. */
  readonly remembers: (operation: string, query: JsonObject) => boolean
  /** What a refused request leaves of the object that it is about, or makes where it is about none. */
  readonly trace: (before: JsonObject | undefined) => JsonObject | undefined
  /** What becomes of an object that another one names. */
  readonly named: (value: JsonObject) => JsonObject
  /** What becomes of an object when the one that it names is deleted. */
  readonly bereft: (value: JsonObject) => JsonObject
  /** The id that is meant by one that is asked for. */
  readonly idOf: (asked: string) => string
  /** When an object says that it was made. */
  readonly madeAt: (now: number) => number
  /** What is kept of what is sent, or undefined where it is refused. */
  readonly stores: (sent: JsonObject, operation: string) => JsonObject | undefined
  /** The order of a list, given oldest first. */
  readonly inOrder: (oldestFirst: readonly Kept[], sort: Json | undefined) => readonly Kept[]
  readonly matches: (value: JsonObject, query: JsonObject) => boolean
  /** Whether what is asked of a list is understood. */
  readonly understands: (query: JsonObject) => boolean
  readonly sizeOf: (asked: number) => number
  readonly after: (items: readonly JsonObject[], id: Json) => number
  readonly tellsMore: (left: number) => boolean
  readonly shows: (value: JsonObject) => JsonObject
  /** What a body says that was written so, or undefined where it is not understood. */
  readonly reads: (encoded: string, mediaType: string) => JsonObject | undefined
  /** The things that an action on one of them changes. */
  readonly concerns: (id: string, all: readonly string[]) => readonly string[]
  /** Whether an operation finds what an account has. */
  readonly finds: (operation: string, owner: string, account: string) => boolean
}

export const honest: Rules = {
  keyName: (key, account) => `${account} ${key}`,
  takesKey: () => true,
  sameRequest: (first, second) => sameJson(first, second),
  expires: (age) => age >= 100_000,
  whileRunning: 'refuses',
  refusedHasEffect: false,
  keepsFailures: true,
  merged: mergeMetadata,
  changed: (value) => value,
  remembers: () => false,
  trace: (before) => before,
  named: (value) => value,
  bereft: (value) => value,
  idOf: (asked) => asked,
  madeAt: (now) => now,
  stores: (sent) => sent,
  inOrder: (oldestFirst, sort) =>
    sort === undefined
      ? oldestFirst.toReversed()
      : oldestFirst.toSorted((a, b) => Number(a.value[String(sort)]) - Number(b.value[String(sort)])),
  matches: ({ color = null, height = null }, { color: wanted = color, least = height }) =>
    sameJson(color, wanted) && Number(height) >= Number(least),
  understands: () => true,
  sizeOf: (asked) => asked,
  after: (items, id) => items.findIndex((item) => item['id'] === id) + 1,
  tellsMore: (left) => left > 0,
  shows: (value) => value,
  reads: (encoded) => JSON.parse(encoded) as JsonObject,
  concerns: (id) => [id],
  finds: (_, owner, account) => owner === account,
}

/** As documented: keys that are named are set, or removed where their value is empty, at most 20 of them. */
export function mergeMetadata(
  before: JsonObject,
  sent: Json,
  counts: (text: string) => number = length,
): JsonObject | undefined {
  const merged = { ...before, ...(isObject(sent) ? sent : {}) }
  const after = Object.entries(sent === '' ? {} : merged).filter(([, value]) => value !== '')
  const fits = after.every(([name, value]) => counts(name) <= 40 && counts(String(value)) <= 50)
  return fits && after.length <= 20 ? Object.fromEntries(after) : undefined
}

const length = (text: string): number => [...text].length

interface Kept {
  readonly owner: string
  readonly value: JsonObject
  readonly deleted?: boolean
  /** When it was changed last. */
  readonly changed: number
}

interface Answer {
  readonly status: number
  readonly body: Json
}

interface Used {
  readonly request: JsonObject
  readonly at: number
  lastAt: number
  answer?: Answer
}

/** Hands on a small shop in memory, which keeps all laws but for the lies that are told. */
export function openShop(lies: Partial<Rules> = {}): Trial {
  const rules = { ...honest, ...lies }
  const things = new Map<string, Kept>()
  const used = new Map<string, Used>()
  let [now, count] = [0, 0]

  function serve(
    account: string,
    operation: string,
    { path = {}, body, query = {}, spelling = String, headers = {} }: Call,
  ): Answer {
    const written = spelling(JSON.stringify(isObject(body) ? body : {}))
    const read = rules.reads(written, headers['content-type'] ?? 'application/json')
    const sent = read === undefined ? undefined : rules.stores(read, operation)
    if (sent === undefined) {
      const about = things.get(path['thing'] ?? '')
      const left = rules.trace(about?.value)
      if (left !== undefined) things.set(String(left['id']), { owner: account, changed: 0, ...about, value: left })
      return { status: 400, body: {} }
    }
    if (operation === 'listThings')
      return rules.understands(query) ? { status: 200, body: list(account, query) } : { status: 400, body: {} }
    if (operation === 'createThing') {
      const part = typeof sent['part'] === 'string' ? things.get(sent['part']) : undefined
      if (
        sent['part'] !== undefined &&
        (part === undefined ||
          (part.deleted === true && !rules.remembers('refer', {})) ||
          !rules.finds('refer', part.owner, account))
      )
        return { status: 400, body: {} }
      if (part !== undefined) things.set(String(sent['part']), { ...part, value: rules.named(part.value) })
      if (sent['name'] === 'cursed') return { status: 402, body: { error: (count += 1) } }
      const id = `t${(count += 1)}`
      const metadata = sent['metadata'] === undefined ? undefined : rules.merged({}, sent['metadata'])
      if (sent['metadata'] !== undefined && metadata === undefined) return { status: 400, body: {} }
      const value = { id, created: rules.madeAt(now), ...sent, ...(metadata === undefined ? {} : { metadata }) }
      things.set(id, { owner: account, value, changed: 0 })
      return { status: 200, body: value }
    }
    const id = rules.idOf(path['thing'] ?? '')
    const found = things.get(id)
    if (
      found === undefined ||
      (found.deleted === true && !rules.remembers(operation, {})) ||
      !rules.finds(operation, found.owner, account)
    )
      return { status: 404, body: {} }
    if (operation === 'deleteThing') {
      things.set(id, { ...found, deleted: true })
      for (const [other, one] of things)
        if (one.value['part'] === id) things.set(other, { ...one, value: rules.bereft(one.value) })
      return { status: 200, body: { id, deleted: true } }
    }
    if (operation === 'updateThing') {
      const before = isObject(found.value['metadata']) ? found.value['metadata'] : {}
      const metadata = sent['metadata'] === undefined ? before : rules.merged(before, sent['metadata'])
      if (metadata === undefined) return { status: 400, body: {} }
      const kept = sent['metadata'] === undefined && found.value['metadata'] === undefined ? {} : { metadata }
      things.set(id, {
        ...found,
        value: rules.changed({ ...found.value, ...sent, ...kept }, found.value, operation),
        changed: (count += 1),
      })
    }
    if (operation === 'closeThing') {
      for (const one of rules.concerns(id, [...things.keys()])) {
        const open = things.get(one) ?? found
        const closed = { ...open.value, closed: (count += 1) }
        things.set(one, { ...open, value: rules.changed(closed, open.value, operation) })
      }
    }
    return { status: 200, body: things.get(id)?.value ?? {} }
  }

  function list(account: string, query: JsonObject): Json {
    const there = [...things.values()].filter(({ deleted }) => deleted !== true || rules.remembers('listThings', query))
    const own = there.filter(({ owner }) => rules.finds('listThings', owner, account))
    const items = rules
      .inOrder(own, query['sort'])
      .map(({ value }) => value)
      .filter((value) => rules.matches(value, query))
    const limit = rules.sizeOf(Number(query['limit'] ?? 3))
    const from = query['after'] === undefined ? 0 : rules.after(items, query['after'])
    const before = items.findIndex(({ id }) => id === query['before'])
    const page = before === -1 ? items.slice(from, from + limit) : items.slice(Math.max(0, before - limit), before)
    return { data: page.map(rules.shows), more: rules.tellsMore(items.length - from - limit) }
  }

  async function underKey(account: string, operation: string, call: Call): Promise<Answer> {
    const key = call.idempotencyKey
    if (key === undefined || operation.startsWith('read') || !rules.takesKey(operation))
      return serve(account, operation, call)
    const name = rules.keyName(key, account)
    const request: JsonObject = { operation, path: call.path ?? {}, body: call.body ?? null }
    const known = used.get(name)
    if (known !== undefined && !rules.expires(now - known.at, now - known.lastAt)) {
      known.lastAt = now
      if (!rules.sameRequest(known.request, request)) {
        if (rules.refusedHasEffect) serve(account, operation, call)
        return { status: 409, body: { error: 'used' } }
      }
      if (known.answer !== undefined) return known.answer
      if (rules.whileRunning === 'refuses') return { status: 409, body: { error: 'running' } }
    }
    const use: Used = { request, at: now, lastAt: now }
    used.set(name, use)
    await Promise.resolve()
    const answer = serve(account, operation, call)
    if (answer.status < 300 || rules.keepsFailures) use.answer = answer
    else used.delete(name)
    return answer
  }

  function handsOf(account: string): Trial {
    async function call(operation: string, details: Call = {}): Promise<Exchange> {
      const after = count
      const { status, body } = await underKey(account, operation, details)
      return answered(body, status, { operation, id: (count += 1), after })
    }
    const hands: Trial = {
      contract: shopContract(),
      memory: new Map(),
      call,
      async given(operation, details) {
        const exchange = await call(operation, details)
        if (exchange.response.status >= 300) throw new Blocked(exchange, `${operation} was refused`)
        return exchange
      },
      send: () => Promise.reject(new Error('the shop takes no raw requests')),
      async together(left, right) {
        const both = [left(hands), right(hands)] as const
        return [await both[0], await both[1]]
      },
      as: (other) => handsOf(`${account}-${other}`),
      can: () => true,
      advance: async (seconds) => void (now += seconds),
      now: () => now * 1000,
      lever: () => Promise.reject(new Error('the shop has no levers')),
      receiver: () => Promise.reject(new Error('the shop delivers nothing')),
      unique: (prefix) => `${prefix}${(count += 1)}`,
    }
    return hands
  }
  return handsOf('shop')
}
