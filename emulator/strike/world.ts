import type { Clock } from '../clock.ts'
import type { Deliver } from '../http.ts'
import type { Ids } from '../ids.ts'
import type { Collection } from '../collection.ts'
import type { Account } from './account.ts'
import type { Refusal } from './codes.ts'
import type { Invoice, Quote } from './records.ts'
import type { Rules } from './rules.ts'

/** All that the accounts of one emulator share. */
export interface World {
  readonly rules: Rules
  readonly clock: Clock
  readonly ids: Ids
  readonly deliver: Deliver
  /** Signs Lightning invoices. */
  readonly nodeKey: string
  readonly accounts: Collection<Account>
  readonly invoices: Collection<Invoice>
  readonly quotes: Collection<Quote>
  /** Microseconds since the epoch, never the same twice. */
  stamp(): number
  /** Microseconds since the epoch. */
  now(): number
  /** Keeps an eye on work that outlives the request that began it. */
  track(work: Promise<void>): void
}

/** What one request is handled with. */
export interface Context {
  readonly world: World
  readonly rules: Rules
  readonly account: Account
  readonly params: Readonly<Record<string, string>>
  readonly query: string
  /** Body as sent. */
  readonly body: string
}

/** A success. */
export interface Served {
  readonly status: number
  /** JSON of the answer; nothing for an empty one. */
  readonly body?: unknown
}

/** Serves one operation. */
export type Handler = (context: Context) => Served | Refusal | Promise<Served | Refusal>

/** Tells a refusal from what was served or found. */
export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome
}

/** The account of a handle. */
export function accountByHandle({ accounts }: World, handle: string): Account | undefined {
  return accounts.oldestFirst().find((account) => account.handle === handle)
}
