import { afterAll, describe, expect, it } from 'vitest'
import { createAdditions } from '../engine/additions.ts'
import type { Outcome } from '../engine/outcome.ts'
import type { Plan } from '../engine/plan.ts'
import { planFor } from '../engine/run.ts'
import { runCheck } from '../engine/run-check.ts'
import { concludeRun } from '../engine/run-provider.ts'
import type { ProviderRun, RunOptions } from '../engine/run-provider.ts'
import { createTally } from '../engine/tally.ts'
import { createWatch } from '../engine/watch.ts'
import type { Check } from '../suites/model/check.ts'
import type { Exchange } from '../suites/model/exchange.ts'
import type { Provider } from '../suites/model/contract.ts'
import type { TargetKind } from '../suites/model/report.ts'
import { defaultLimits } from '../wire/limits.ts'
import { readEnvironment } from './environment.ts'
import { openTarget } from './open-target.ts'
import { redactorsFor } from './redactors.ts'
import { parseTarget, usualRuns, usualShrinks } from './target.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** What one check came to, redacted, for the reporter that puts the report together. */
    assay?: { readonly run: ProviderRun; readonly target: TargetKind; readonly seed: number; readonly runs: number }
  }
}

/**
 * A provider's checks as vitest tests. `ASSAY_TARGET`, `ASSAY_SEED` and `ASSAY_RUNS` say what the flags of `assay run` of
 * those names say.
 */
export async function conformance(provider: Provider): Promise<void> {
  const environment = readEnvironment()
  const choice = parseTarget(environment['ASSAY_TARGET'] ?? 'emulator')
  if (choice.kind === 'recording') throw new Error('ASSAY_TARGET is emulator, live or a URL; a recording is judged by assay run')
  const plan = await planFor(provider)
  const seed = Number(environment['ASSAY_SEED'] ?? 1)
  const options: RunOptions = {
    seed,
    runs: Number(environment['ASSAY_RUNS'] ?? usualRuns[choice.kind]),
    shrinks: usualShrinks[choice.kind],
    nonce: choice.kind === 'emulator' ? '' : Date.now().toString(36),
    redactor: redactorsFor(environment)(plan.contract),
    waivers: new Map(),
  }
  const permissions = { allowProduction: false, allowHost: [] }
  const budget = { requests: 20_000, creations: 5_000 }
  const target = await openTarget(choice, plan.contract, { environment, seed, permissions, limits: defaultLimits, budget })

  describe(provider.title, () => {
    if ('unreachable' in target) {
      it(`cannot be judged: ${target.unreachable}`, ({ skip }) => skip())
      return
    }
    const watch = createWatch(plan.contract, plan.suite.observers)
    let exchanges = 0
    for (const check of plan.checks) {
      it(titleOf(plan, check), async ({ task, skip }) => {
        const tally = createTally(plan.contract.clauses)
        const additions = createAdditions(plan.contract)
        const before = exchanges
        const startedAt = Date.now()
        const see = (exchange: Exchange, during: string): readonly Outcome[] => {
          additions.see(exchange)
          return watch(exchange, during)
        }
        const outcomes = await runCheck({ ...options, contract: plan.contract, target, nextId: () => (exchanges += 1), watch: see }, check)
        for (const outcome of outcomes) tally.add(outcome)
        const run = concludeRun(plan, target, options, { tally, additions, exchanges: exchanges - before, startedAt })
        task.meta.assay = { run, target: choice.kind, seed, runs: options.runs }
        if (outcomes.length === 0) skip('this target cannot show it')
        const open = outcomes.find(({ verdict }) => verdict === 'inconclusive' || verdict === 'blocked')
        const bad = run.clauses.filter(({ severity }) => severity === 'fail' || severity === 'fault')
        if (bad.length === 0 && open !== undefined) skip(options.redactor.text(open.reason ?? open.verdict))
        expect(bad.map(({ id, reason, findings }) => ({ clause: id, reason, findings: findings.map(({ at, expected, actual, replay }) => ({ at, expected, actual, replay })) }))).toEqual([])
      })
    }
    afterAll(() => target.close())
  })
}

/** A check is called what it proves: the sentences of its clauses. */
function titleOf({ contract }: Plan, check: Check): string {
  const sentences = Object.keys(check.judge).map((id) => contract.clauses.get(id)?.text ?? id)
  return `${check.id}: ${sentences.join(' ')}`
}
