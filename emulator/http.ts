/** A request as the emulator sees it; header names in lower case. */
export interface EmulatorRequest {
  readonly method: string
  /** Path and query as sent. */
  readonly url: string
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

export interface EmulatorResponse {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

/** Delivers a webhook; resolves with the receiver's status, rejects when it cannot be reached. */
export type Deliver = (
  url: string,
  headers: readonly (readonly [name: string, value: string])[],
  body: string,
) => Promise<number>

/** One provider's stateful model: a function from request to response. */
export interface Emulator {
  handle(request: EmulatorRequest): Promise<EmulatorResponse>
  /** Emulated time, in milliseconds since the epoch. */
  now(): number
  /** Whether emulated time runs with real time. */
  readonly ticking?: boolean
  /** Advances the emulated clock; resolves when everything that fell due (expiries, webhook retries) has happened. */
  advance(seconds: number): Promise<void>
  /** Brings a state about that the API has no call for; throws `UnknownLever` for a name it does not have. Every emulator has `reset`. */
  lever(name: string, account: string, details: Readonly<Record<string, unknown>>): Promise<unknown>
  /** Forgets all that an account holds: it is as if its key had never been used. */
  reset(account: string): Promise<void>
  /** Resolves when no webhook delivery is under way. */
  settled(): Promise<void>
}

export class UnknownLever extends Error {
  override readonly name = 'UnknownLever'
}
