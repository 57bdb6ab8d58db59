import type { Capability } from '../model/clause.ts'
import type { TargetKind } from '../model/report.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { WireRequest, WireResponse } from '../model/exchange.ts'
import type { Carry } from './in-process.ts'

/** Takes a webhook delivery in and says how it is answered. */
export type TakeDelivery = (request: WireRequest) => WireResponse

/** What is judged, opened for one provider. */
export interface Target {
  readonly kind: TargetKind
  readonly capabilities: ReadonlySet<Capability>
  /** Whether 429 and 5xx are outages here; on the embedded emulator they are answers like any other. */
  readonly outages: boolean
  /** Whether it was sent a key of our making, although it may want one of the user's. */
  readonly madeUpKey?: boolean
  /** How many checks it takes side by side; one where absent. */
  readonly atOnce?: number
  /** The share of the run's budget that is left, from 0 to 1, where the target has one. */
  readonly budgetLeft?: () => number
  /** A session for one scenario. The embedded emulator starts afresh for each; others share one. */
  open(label: string): Session
  close(): Promise<void>
}

/** The way to a target during one scenario. */
export interface Session {
  readonly carry: Carry
  /** Whether the keys of its accounts are of production, where their form tells. */
  readonly production?: boolean
  now(): number
  advance(seconds: number): Promise<void>
  lever(name: string, account: string, details: JsonObject): Promise<Json>
  /** Opens an address for webhooks and hands every delivery to `take`. */
  receive(take: TakeDelivery): Promise<string>
  /** Resolves when deliveries that are under way have arrived, waiting at most a bounded time for `enough` to hold. */
  settled(enough: () => boolean): Promise<void>
}
