import { holds } from '../vocabulary/judge.ts'
import { all, departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { compareInstants } from '../../model/instant.ts'
import { isObject, ownValue } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'

/** Where a payment goes from each status; from one that is not here it goes nowhere. */
const transitions: Readonly<Record<string, readonly string[]>> = {
  created: ['validating', 'scheduled', 'on_hold', 'cancelled', 'failed'],
  validating: ['created', 'scheduled', 'on_hold', 'cancelled', 'failed'],
  scheduled: ['pending', 'on_hold', 'cancelled', 'failed'],
  on_hold: ['created', 'cancelled'],
  pending: ['paid', 'failed'],
  paid: ['reversed'],
}
const mirrored = ['message', 'reason', 'source', 'changed_at'] as const

/** Entries of a payment's status history, or undefined where it shows none. */
export function historyOf(payment: Json | undefined): readonly JsonObject[] | undefined {
  const history = isObject(payment) ? payment['status_history'] : undefined
  return Array.isArray(history) && history.length > 0 && history.every(isObject) ? history : undefined
}

/** Oldest first: no entry is older than the one before it. */
export function ordered(history: readonly JsonObject[]): Judgement {
  return each(history.slice(1), (entry, index) => {
    const [before, actual] = [history[index]?.['changed_at'], entry['changed_at']]
    const order = compareInstants(actual, before)
    if (order === undefined) return nothing
    if (order >= 0) return kept()
    return departs({
      at: `/data/status_history/${index + 1}/changed_at`,
      expected: `not before ${before as string}`,
      actual: actual ?? null,
    })
  })
}

/** The last entry is the status, with its details. */
export function mirrors(payment: JsonObject, history: readonly JsonObject[]): Judgement {
  const last = history.at(-1) as JsonObject
  const details = isObject(payment['status_details']) ? payment['status_details'] : {}
  return all(
    holds(last['status'] === payment['status'], '/data/status', last['status'] ?? null, payment['status']),
    each(mirrored, (name) =>
      holds(last[name] === details[name], `/data/status_details/${name}`, last[name] ?? null, details[name]),
    ),
    // absent and null say the same: that there was no return
    holds(
      (last['code'] ?? null) === (details['code'] ?? null),
      '/data/status_details/code',
      last['code'] ?? null,
      details['code'],
    ),
  )
}

/** Each status follows from the one before as documented; several entries of one status in a row are steps within it. */
export function followsTransitions(history: readonly JsonObject[]): Judgement {
  return each(history, (entry, index) => {
    const [from, to] = [history[index - 1]?.['status'], entry['status']]
    if (typeof from !== 'string') return nothing
    const ways = ownValue(transitions, from) ?? []
    if (from === to || ways.includes(String(to))) return kept()
    return departs({
      at: `/data/status_history/${index}/status`,
      expected: { 'one of': ways },
      actual: to ?? null,
    })
  })
}

/** What was history stays history: which statuses there were, when, and why. What is malformed is for its schema to tell. */
export function grows(before: readonly JsonObject[], after: readonly JsonObject[]): Judgement {
  // the first entry that is gone stands for those after it
  return each(before.slice(0, after.length + 1), (entry, index) => {
    const [at, later] = [`/data/status_history/${index}`, after[index]]
    if (later === undefined) return departs({ at, expected: `the entry ${String(entry['status'])}`, actual: 'absent' })
    const name = ['status', 'reason', 'changed_at'].find((one) => isRewritten(entry[one], later[one]))
    if (name === undefined) return kept()
    return departs({ at: `${at}/${name}`, expected: entry[name] ?? null, actual: later[name] ?? null })
  })
}

const isRewritten = (before: Json | undefined, after: Json | undefined): boolean =>
  typeof before === 'string' && typeof after === 'string' && before !== after && compareInstants(before, after) !== 0
