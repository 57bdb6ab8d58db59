import type { Json } from './json.ts'

/** How binding a promise is. */
export type Level = 'must' | 'should' | 'may'

/**
 * Where a clause comes from: `document` stands in the provider's source document, `derived` follows from its text,
 * `elsewhere` was found in another public source, `ours` fills a blank and is never counted as documented.
 */
export interface Source {
  readonly kind: 'document' | 'derived' | 'elsewhere' | 'ours'
  readonly document: string
  readonly section: string
  readonly address?: string
}

/** One of several readings of a contradictory promise; a target that follows any of them conforms. */
export interface Reading {
  readonly name: string
  readonly text: string
}

/**
 * A departure that was seen of the provider's own service, of an official client or in a later page. A gap that shows nothing
 * else is a warning, and names it.
 */
export interface KnownDeparture {
  /** What was seen, where and when, as one sentence. */
  readonly text: string
  readonly address?: string
  /** Place of the finding: a JSON Pointer in which `*` stands for any step, `status`, or a header name; any place where absent. */
  readonly at?: string
  /** The values that the clause expects there; any value where absent. */
  readonly expected?: readonly Json[]
  /** The values that were seen there; any value where absent. */
  readonly actual?: readonly Json[]
  /** Statuses of the answers in which it was seen; any status where absent. */
  readonly status?: readonly number[]
}

/** One promise of a provider's documentation. */
export interface Clause {
  readonly id: string
  readonly level: Level
  readonly text: string
  readonly source: Source
  /** Title of the section it is listed under. */
  readonly section: string
  readonly needs: readonly Capability[]
  readonly standsOn: readonly string[]
  readonly readings: readonly Reading[]
  readonly departures: readonly KnownDeparture[]
  readonly excluded?: string
  readonly note?: string
}

/** What a target can or cannot do; each value says what is missing where it is absent. */
export const capabilities = {
  clock: 'the clock of this target cannot be advanced',
  levers: 'this target has no control interface to bring the state about',
  'second-account': 'only one account is at hand on this target',
  'fresh-account': 'the account of this target already holds data',
  webhooks: 'this target has no public address of ours to deliver webhooks to',
  keyed: 'this target shares one key, so a wrong key cannot be told from a right one',
} as const

export type Capability = keyof typeof capabilities
