import type { Capability } from './clause.ts'
import type { Contract } from './contract.ts'
import type { Credentials, Exchange, Headers } from './exchange.ts'
import type { Json, JsonObject } from './json.ts'

/** What a call of an operation carries. */
export interface Call {
  /** Values of the path template's parameters, by name. */
  readonly path?: Readonly<Record<string, string>>
  readonly query?: JsonObject
  /** Properties of the body, encoded as the provider's contract says; a string is sent as it stands. */
  readonly body?: JsonObject | string
  readonly headers?: Readonly<Record<string, string>>
  readonly idempotencyKey?: string
  readonly credentials?: Credentials
  /** Sends the body in another of the operation's documented media types. */
  readonly mediaType?: string
  /** Writes the encoded body in another way that says the same. */
  readonly spelling?: (encoded: string) => string
}

/** A request that no operation describes: an unknown path, a raw body. */
export interface RawCall {
  readonly method: string
  readonly path: string
  readonly headers?: Headers
  readonly body?: string
  readonly credentials?: Credentials
  /** The operation that it is a request for after all, so that it is judged as one. */
  readonly operation?: string
}

/** A place where the target delivers its webhooks during a check. */
export interface Receiver {
  readonly url: string
  /** Answers the next deliveries with these statuses, in turn, then with 200. */
  answer(...statuses: readonly number[]): void
  /** Deliveries so far, after waiting (bounded) until at least `count` of them count: all, or those that `counts` picks. */
  deliveries(count: number, counts?: (delivery: Exchange) => boolean): Promise<readonly Exchange[]>
}

/** One of two requests that are sent together. */
export type Step = (hands: Trial) => Promise<Exchange>

/** The hands of a check: everything it may do to a target. Each check, and each run of a property, has an account of its own. */
export interface Trial {
  readonly contract: Contract
  /** Calls an operation; any answer will do. */
  call(operation: string, call?: Call): Promise<Exchange>
  /** Calls an operation that the check stands on: throws `Blocked` unless it succeeds as documented. */
  given(operation: string, call?: Call): Promise<Exchange>
  send(call: RawCall): Promise<Exchange>
  /** Sends two requests that have to be under way at the same time, also where a pace spaces requests out. */
  together(left: Step, right: Step): Promise<readonly [Exchange, Exchange]>
  /** The same hands on another account; needs `second-account`. */
  as(account: string): Trial
  /** Whether the target can do this: a check that can do without judges less where it cannot. */
  can(capability: Capability): boolean
  /** Advances the target's clock by whole seconds; needs `clock`. */
  advance(seconds: number): Promise<void>
  /** The target's own time, in milliseconds since the epoch. */
  now(): number
  /** Brings a state about that no operation can; needs `levers`. */
  lever(name: string, details: JsonObject): Promise<Json>
  /** Opens a place for webhooks; needs `webhooks`. */
  receiver(): Promise<Receiver>
  /** What scenes of this run have found out about the target, by a name of their own. */
  readonly memory: Map<string, unknown>
  /** A string of letters and digits that is new on this target and the same for the same seed on a fresh emulator. */
  unique(prefix: string): string
}

/** A check cannot be judged because a call it stands on did not succeed. */
export class Blocked extends Error {
  override readonly name = 'Blocked'
  readonly exchange: Exchange
  /** JSON Pointer of what is missing in the answer, where the answer is there but lacks it. */
  readonly at: string | undefined
  /** What should stand at that place, where it is certain that what stands there is wrong. */
  readonly expected: string | undefined

  constructor(exchange: Exchange, why: string, at?: string, expected?: string) {
    super(why)
    this.exchange = exchange
    this.at = at
    this.expected = expected
  }
}

/** The target failed while it answered, in whatever way that is told. */
export function isServerError(thrown: unknown): boolean {
  return thrown instanceof Error && 'outage' in thrown && thrown.outage === 'server-error'
}

/** A check cannot be judged because a call that it stands on was refused, which can have reasons that nobody told. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly exchange: Exchange

  constructor(exchange: Exchange) {
    super('refused')
    this.exchange = exchange
  }
}
