import { outages } from '../model/finding.ts'
import type { Outage } from '../model/finding.ts'

/**
 * A run is: read the command line and configuration (`UsageError`) → load contracts (`ContractError`) → open targets
 * (`UsageError` for a target that cannot be what was meant) → send requests (`WireError`, the target could not be judged)
 * → judge (a throw is a fault of ours, `broken`) → write the report (`UsageError` where a file cannot be written).
 * A `Mishap` may end it anywhere: what was judged until then is reported and what was made is removed.
 */

/** No response came that could be judged: an outage, never a gap. */
export class WireError extends Error {
  override readonly name = 'WireError'
  readonly outage: Outage

  constructor(outage: Outage, detail?: string) {
    super(detail === undefined ? outages[outage] : `${outages[outage]} (${detail})`)
    this.outage = outage
  }
}

/** The user asked for something that cannot be done; `message` says what to do instead. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The run cannot go on: the user can mend the cause, which is a `UsageError` then, or it is a fault of ours. Exit code 2. */
export class Mishap extends Error {
  override readonly name = 'Mishap'

  constructor(cause: unknown) {
    const message = cause instanceof Error ? cause.message : String(cause)
    super(cause instanceof UsageError ? message : `a fault of ours: ${message}`, { cause })
  }
}
