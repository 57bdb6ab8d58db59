import { setImmediate } from 'node:timers/promises'
import type { Context } from './context.ts'
import type { ParamHash } from './form.ts'
import { refuse } from './refusal.ts'
import type { Kept } from './rules/idempotency.ts'

/** What an account remembers of a key: its first request, and the answer once there is one. */
export interface KeptAnswer {
  readonly endpoint: string
  readonly parameters: string
  readonly madeAt: number
  readonly answer?: Kept
}

/** The outcome of a request; `wasValid` when its parameters were fit for work to begin. */
export interface Outcome extends Kept {
  readonly wasValid: boolean
}

export interface Keyed {
  readonly key: string
  /** Method and path. */
  readonly endpoint: string
  readonly params: ParamHash
}

function inNameOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function keysOf({ account, everyone, rules }: Context): Map<string, KeptAnswer> {
  return rules.keysOf(account.keys, everyone[0]?.keys ?? account.keys)
}

async function firstTime(context: Context, name: string, entry: KeptAnswer, work: () => Outcome): Promise<Outcome> {
  const { rules } = context
  const keys = keysOf(context)
  keys.set(name, entry)
  // gives way once, so that a request under the same key can meet this one while it runs
  await setImmediate()
  const outcome = work()
  if (rules.keepsAnswer(outcome.status, outcome.wasValid, entry.endpoint)) keys.set(name, { ...entry, answer: outcome })
  else keys.delete(name)
  return outcome
}

/** Does the work of a request once per key, and answers repeats with the first answer. */
export async function underKey(context: Context, { key, endpoint, params }: Keyed, work: () => Outcome): Promise<Kept> {
  const { clock, rules } = context
  if (!rules.isKey(key)) return refuse(rules.keyTooLong())
  const name = rules.keyName(key)
  const entry: KeptAnswer = { endpoint, parameters: JSON.stringify(params, inNameOrder), madeAt: clock.now() }
  const known = keysOf(context).get(name)
  if (known === undefined || rules.keyExpired(clock.now() - known.madeAt, rules.keyLifetimeSeconds)) {
    return firstTime(context, name, entry, work)
  }
  if (!rules.sameEndpoint(known.endpoint, endpoint) || !rules.sameParameters(known.parameters, entry.parameters)) {
    if (rules.worksBeforeComparing) work()
    return refuse(rules.keyReused())
  }
  if (known.answer === undefined) {
    return rules.refusesWhileRunning ? refuse(rules.keyInUse()) : firstTime(context, name, entry, work)
  }
  if (rules.worksAgain(known.answer)) work()
  return rules.replayed(known.answer)
}
