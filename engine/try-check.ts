import type { Check } from '../model/check.ts'
import { outages } from '../model/finding.ts'
import type { Outage } from '../model/finding.ts'
import { Mishap } from '../wire/errors.ts'
import { stoppedBy } from '../wire/stopped-by.ts'
import type { Outcome } from './outcome.ts'
import { runCheck } from './run-check.ts'
import type { CheckSetting } from './run-check.ts'

/** How long a check may go on after the run was stopped: a request that is under way may still be answered. */
const graceMs = 45_000

/** After a mishap nothing is worth waiting for. */
const graceAfterMishapMs = 1_000

/** Runs a check to its end, or not much longer than the run: a check that waits for what never comes is given up. */
export async function tryCheck(
  setting: CheckSetting,
  check: Check,
  signal: AbortSignal | undefined,
): Promise<readonly Outcome[]> {
  const run = runCheck(setting, check)
  const outcomes = signal === undefined ? await run : await orSoonAfter(run, signal)
  if (signal?.reason instanceof Mishap) return outcomesOf(check, { verdict: 'broken', reason: signal.reason.message })
  return outcomes ?? interrupted(check, stoppedBy(signal) ?? 'interrupted')
}

/** The outcomes of a check that was not tried any more, or not to its end. */
export function interrupted(check: Check, outage: Outage): readonly Outcome[] {
  return outcomesOf(check, { verdict: 'inconclusive', reason: outages[outage], outage })
}

function outcomesOf(check: Check, parts: Pick<Outcome, 'verdict' | 'reason' | 'outage'>): readonly Outcome[] {
  return Object.keys(check.judge).map((clause) => ({
    clause,
    by: check.id,
    during: check.id,
    instances: 0,
    mismatches: [],
    evidence: [],
    afterRetry: false,
    ...parts,
  }))
}

/** What work comes to; undefined where it has not ended some time after the signal was raised. */
async function orSoonAfter<Done>(work: Promise<Done>, signal: AbortSignal): Promise<Done | undefined> {
  let timer: NodeJS.Timeout | undefined
  let wait = (): void => undefined
  const late = new Promise<undefined>((resolve) => {
    wait = () => {
      timer = setTimeout(resolve, signal.reason instanceof Mishap ? graceAfterMishapMs : graceMs, undefined)
    }
  })
  if (signal.aborted) wait()
  else signal.addEventListener('abort', wait, { once: true })
  try {
    return await Promise.race([work, late])
  } finally {
    signal.removeEventListener('abort', wait)
    clearTimeout(timer)
  }
}
