import type { Pair } from './pair.ts'

/** How a request sets out, for whoever sends it. */
export interface Departure {
  /** Told when the request leaves, once for each attempt. */
  readonly left?: () => void
  /** The places of two requests that have to be under way at the same time. */
  readonly pair?: Pair
}
