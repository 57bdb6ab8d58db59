import { afterAll, describe, expect, it } from 'vitest'
import { createAdditions } from '../engine/additions.ts'
import type { Outcome } from '../engine/outcome.ts'
import type { Plan } from '../engine/plan.ts'
import { concludeRun } from '../engine/run-provider.ts'
import { createTally } from '../engine/tally.ts'
import type { ConformanceMeta } from '../reporters/vitest.ts'
import type { Check } from '../model/check.ts'
import type { Provider } from '../model/contract.ts'
import { openVitestRun } from './vitest-run.ts'
import type { VitestRun } from './vitest-run.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** What a provider's checks came to, redacted, for the reporter that puts the report together. */
    assay?: ConformanceMeta
  }
}

/**
 * A provider's checks as vitest tests. Variables say what the flags of `assay run` say. What is made on a target that keeps
 * it is removed after the last test.
 */
export async function conformance(provider: Provider): Promise<void> {
  const run = await openVitestRun(provider)
  const { plan, options, reason } = run
  describe(provider.title, () => {
    // oxlint-disable-next-line vitest/expect-expect -- there is nothing to judge; the report says why
    if (reason !== undefined) it(`cannot be judged: ${reason}`, ({ skip }) => skip())
    else {
      for (const check of plan.checks) {
        it(titleOf(plan, check), async ({ skip }) => {
          const outcomes = await run.judge(check)
          expect(failuresOf(run, outcomes)).toEqual([])
          const open = outcomes.find(({ verdict }) => verdict === 'inconclusive' || verdict === 'blocked')
          if (open !== undefined) skip(options.redactor.text(open.reason ?? open.verdict))
          if (outcomes.length === 0) skip('this target cannot show it')
        })
      }
    }
    // oxlint-disable-next-line no-empty-pattern -- vitest wants a pattern for its fixtures, of which none is used
    afterAll(async ({}, { meta }) => {
      meta.assay = await run.finish()
    })
  })
}

/** What fails a test: gaps of what binds and faults of ours, redacted. */
function failuresOf({ plan, target, options }: VitestRun, outcomes: readonly Outcome[]): readonly unknown[] {
  if (!outcomes.some(({ verdict }) => verdict === 'gap' || verdict === 'broken')) return []
  const tally = createTally(plan.contract.clauses)
  for (const outcome of outcomes) tally.add(outcome)
  const { clauses } = concludeRun(plan, target, options, {
    tally,
    additions: createAdditions(plan.contract),
    exchanges: 0,
    startedAt: Date.now(),
  })
  return clauses
    .filter(({ severity }) => severity === 'fail' || severity === 'fault')
    .map(({ id, reason, findings }) => ({
      clause: id,
      reason,
      findings: findings.map(({ at, expected, actual, replay }) => ({ at, expected, actual, replay })),
    }))
}

/** A check is called what it proves: the sentences of its clauses. */
function titleOf({ contract }: Plan, check: Check): string {
  const sentences = Object.keys(check.judge).map((id) => contract.clauses.get(id)?.text ?? id)
  return `${check.id}: ${sentences.join(' ')}`
}
