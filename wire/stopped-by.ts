import type { Outage } from '../model/finding.ts'

/** Why a run has been stopped: time is a part of the budget, any other end is an interruption. */
export function stoppedBy(signal: AbortSignal | undefined): Outage | undefined {
  if (signal?.aborted !== true) return undefined
  return signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError' ? 'budget' : 'interrupted'
}
