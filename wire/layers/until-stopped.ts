import { WireError } from '../errors.ts'
import type { Carry } from '../in-process.ts'
import { stoppedBy } from '../stopped-by.ts'

/** Sends nothing more once the run has been stopped; what is under way may still arrive and be noted. */
export function untilStopped(carry: Carry, signal: AbortSignal | undefined): Carry {
  return async (request, departure) => {
    const stopped = stoppedBy(signal)
    if (stopped !== undefined) throw new WireError(stopped)
    return carry(request, departure)
  }
}
