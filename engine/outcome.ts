import type { Exchange } from '../model/exchange.ts'
import type { Mismatch, Outage, Verdict } from '../model/finding.ts'
import type { Json } from '../model/json.ts'

/** What one judgement by one check or observer came to. */
export interface Outcome {
  readonly clause: string
  readonly verdict: Verdict
  /** Id of the check or observer. */
  readonly by: string
  /** Id of the check during which it was found, for the replay command. */
  readonly during: string
  /** How many instances of what the clause speaks of were looked at; 0 where it could not be judged. */
  readonly instances: number
  readonly mismatches: readonly Mismatch[]
  readonly evidence: readonly Exchange[]
  readonly counterexample?: Json
  readonly reading?: string
  /** Why it could not be judged. */
  readonly reason?: string
  /** The exchange that the check could not go on from. */
  readonly stoppedAt?: Exchange
  readonly outage?: Outage
  /** The clauses that the exchange in `stoppedAt` breaks. */
  readonly blockedBy?: readonly string[]
  /** The retry policy had repeated a request before it was judged. */
  readonly afterRetry: boolean
}
