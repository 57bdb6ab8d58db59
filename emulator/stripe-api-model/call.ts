import type { Clock } from '../clock.ts'
import type { Ids } from '../ids.ts'
import type { Account } from './account.ts'
import type { Refusal } from './refusal.ts'
import type { Rules } from './rules.ts'

export type Shown = null | boolean | number | string | readonly Shown[] | { readonly [name: string]: Shown }

/** A success; without a body where there is nothing to say. */
interface Success {
  readonly status: number
  readonly body?: Shown
}

export type Answer = Success | Refusal

/** One authenticated request of an operation, and the world it acts on. */
export interface Call {
  readonly rules: Rules
  readonly clock: Clock
  readonly ids: Ids
  readonly account: Account
  readonly params: Readonly<Record<string, string>>
  readonly query: ReadonlyMap<string, string>
  /** Fields of the form; empty where the request has no body. */
  readonly form: ReadonlyMap<string, string>
}

/** Serves one operation. */
export type Handler = (call: Call) => Answer
