import { createAdditions } from './additions.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Outcome } from './outcome.ts'
import { coverage } from './plan.ts'
import type { Plan } from './plan.ts'
import { concludeRun } from './run-provider.ts'
import type { ProviderRun, RunOptions } from './run-provider.ts'
import { createTally } from './tally.ts'
import type { Tally } from './tally.ts'
import { createWatch } from './watch.ts'

/** Judges exchanges that somebody else caused, one by one, by the observers alone. */
export interface ExchangeJudge {
  see(exchange: Exchange): readonly Outcome[]
  /** What was seen so far, ready for the report; `reason` says why nothing was, if so. */
  conclude(reason?: string): ProviderRun
}

const needsCheck = 'only a check that sends its own requests can show it, not recorded traffic'
const notShown = 'no exchange of the recording shows it'

export function judgeExchanges(plan: Plan, options: RunOptions): ExchangeJudge {
  const startedAt = Date.now()
  const tally = createTally(plan.contract.clauses)
  const additions = createAdditions(plan.contract)
  const watch = createWatch(plan.contract, plan.suite.observers)
  let exchanges = 0
  return {
    see(exchange) {
      exchanges += 1
      additions.see(exchange)
      const outcomes = watch(exchange, 'recording')
      for (const outcome of outcomes) tally.add(outcome)
      return outcomes
    },
    conclude(reason) {
      if (reason === undefined) explainSilence(plan, tally)
      const gathered = { tally, additions, exchanges, startedAt, ...(reason === undefined ? {} : { reason }) }
      return concludeRun(plan, { kind: 'recording', capabilities: new Set() }, options, gathered)
    },
  }
}

/** Says of each clause that nothing was said of why that is so. */
function explainSilence({ contract, suite }: Plan, tally: Tally): void {
  const observed = coverage({ contract, suite: { ...suite, checks: [] } })
  for (const { clause, counts } of tally.clauses.values()) {
    if (Object.values(counts).some((count) => count > 0) || clause.excluded !== undefined) continue
    const reason = observed.get(clause.id)?.length === 0 ? needsCheck : notShown
    tally.add({
      clause: clause.id,
      verdict: 'unobservable',
      by: 'recording',
      during: 'recording',
      instances: 0,
      mismatches: [],
      evidence: [],
      reason,
      afterRetry: false,
    })
  }
}
