import type { Capability } from './clause.ts'
import type { Json, JsonObject } from './json.ts'
import type { Trial } from './trial.ts'

/** A path whose parts come from the provider state, with an example for the pact file. */
interface StatePath {
  /** e.g. `/v1/charges/${charge}`. */
  readonly expression: string
  readonly example: string
}

/** A request that an integration team's code relies on, and what it relies on in the answer. */
export interface ConsumerExample {
  readonly clause: string
  readonly description: string
  readonly state?: string
  /** Capabilities without which the state cannot be brought about. */
  readonly needs?: readonly Capability[]
  readonly operation: string
  readonly request: {
    readonly method: string
    readonly path: string | StatePath
    readonly query?: Readonly<Record<string, string>>
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: JsonObject
  }
  /** `body` may hold matchers of `matching`; a plain value is matched exactly, properties beyond it are allowed. */
  readonly response: { readonly status: number; readonly body?: Json }
}

export interface ConsumerExamples {
  readonly consumer: string
  /** Brings a state about on a fresh account; answers with the values that paths take from it. */
  readonly states: Readonly<Record<string, (trial: Trial) => Promise<Readonly<Record<string, string>>>>>
  readonly examples: readonly ConsumerExample[]
}

/** Pact's matchers, as JSON. */
export const matching = {
  type: (value: Json): Json => ({ 'pact:matcher:type': 'type', value }),
  integer: (value: number): Json => ({ 'pact:matcher:type': 'integer', value }),
  regex: (regex: string, value: string): Json => ({ 'pact:matcher:type': 'regex', regex, value }),
  eachLike: (item: Json): Json => ({ 'pact:matcher:type': 'type', value: [item], min: 1 }),
} as const
