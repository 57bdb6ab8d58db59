import { afterAll, describe, expect, it } from 'vitest'
import { createAdditions } from '../engine/additions.ts'
import { cleanUp } from '../engine/clean-up.ts'
import type { Outcome } from '../engine/outcome.ts'
import type { Plan } from '../engine/plan.ts'
import { planFor } from '../engine/run.ts'
import { runCheck } from '../engine/run-check.ts'
import { concludeRun } from '../engine/run-provider.ts'
import type { RunOptions } from '../engine/run-provider.ts'
import { createTally } from '../engine/tally.ts'
import { createWatch } from '../engine/watch.ts'
import type { ConformanceMeta } from '../reporters/vitest.ts'
import type { Check } from '../suites/model/check.ts'
import type { Exchange } from '../suites/model/exchange.ts'
import type { Provider } from '../suites/model/contract.ts'
import { defaultLimits } from '../wire/limits.ts'
import { readEnvironment } from './environment.ts'
import { ledgerFor } from './ledger-for.ts'
import { openTarget } from './open-target.ts'
import { redactorsFor } from './redactors.ts'
import { parseTarget, usualRuns, usualShrinks } from './target.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** What a provider's checks came to, redacted, for the reporter that puts the report together. */
    assay?: ConformanceMeta
  }
}

const budget = { requests: 20_000, creations: 5_000 }
const permissions = { allowProduction: false, allowHost: [] }

/**
 * A provider's checks as vitest tests. `ASSAY_TARGET`, `ASSAY_SEED` and `ASSAY_RUNS` say what the flags of `assay run` of
 * those names say. What is made on a target that keeps it is removed after the last test.
 */
export async function conformance(provider: Provider): Promise<void> {
  const environment = readEnvironment()
  const choice = parseTarget(environment['ASSAY_TARGET'] ?? 'emulator')
  if (choice.kind === 'recording')
    throw new Error('ASSAY_TARGET is emulator, live or a URL; a recording is judged by assay run')
  const plan = await planFor(provider)
  const { contract } = plan
  const options = optionsOf(plan, choice.kind, environment)
  const { seed, runs } = options
  const opened = await openTarget(choice, contract, { environment, seed, permissions, limits: defaultLimits, budget })
  const target = 'unreachable' in opened ? undefined : opened
  const ledger = ledgerFor(choice, [provider], { ledger: '.assay' }, environment)
  const gathered = { tally: createTally(contract.clauses), additions: createAdditions(contract), startedAt: Date.now() }
  const watch = createWatch(contract, plan.suite.observers, gathered.tally.conforms)
  let exchanges = 0
  const see = (exchange: Exchange, during: string): readonly Outcome[] => {
    gathered.additions.see(exchange)
    ledger?.see(contract, exchange)
    return watch(exchange, during)
  }

  describe(provider.title, () => {
    // oxlint-disable-next-line vitest/expect-expect -- there is nothing to judge; the report says why
    if (target === undefined) it(`cannot be judged: ${reasonOf(opened)}`, ({ skip }) => skip())
    else {
      for (const check of plan.checks) {
        it(titleOf(plan, check), async ({ skip }) => {
          const outcomes = await runCheck(
            { ...options, contract, target, nextId: () => (exchanges += 1), watch: see },
            check,
          )
          for (const outcome of outcomes) gathered.tally.add(outcome)
          expect(failuresOf(plan, options, target, outcomes)).toEqual([])
          const open = outcomes.find(({ verdict }) => verdict === 'inconclusive' || verdict === 'blocked')
          if (open !== undefined) skip(options.redactor.text(open.reason ?? open.verdict))
          if (outcomes.length === 0) skip('this target cannot show it')
        })
      }
    }
    // oxlint-disable-next-line no-empty-pattern -- vitest wants a pattern for its fixtures, of which none is used
    afterAll(async ({}, { meta }) => {
      const leftovers = target === undefined || ledger === undefined ? [] : await cleanUp(contract, target, ledger)
      const reason = reasonOf(opened)
      const shown = target ?? { kind: choice.kind, capabilities: new Set<never>() }
      const run = concludeRun(plan, shown, options, {
        ...gathered,
        exchanges,
        leftovers,
        ...(reason === undefined ? {} : { reason }),
      })
      meta.assay = { run, target: choice.kind, seed, runs, startedAt: gathered.startedAt }
      await target?.close()
    })
  })
}

function optionsOf(
  { contract }: Plan,
  kind: 'emulator' | 'live' | 'url',
  environment: ReturnType<typeof readEnvironment>,
): RunOptions {
  return {
    seed: Number(environment['ASSAY_SEED'] ?? 1),
    runs: Number(environment['ASSAY_RUNS'] ?? usualRuns[kind]),
    shrinks: usualShrinks[kind],
    nonce: kind === 'emulator' ? '' : Date.now().toString(36),
    redactor: redactorsFor(environment)(contract),
    waivers: new Map(),
  }
}

function reasonOf(opened: Awaited<ReturnType<typeof openTarget>>): string | undefined {
  return 'unreachable' in opened ? opened.unreachable : undefined
}

/** What fails a test: gaps of what binds and faults of ours, redacted. */
function failuresOf(
  plan: Plan,
  options: RunOptions,
  target: Parameters<typeof concludeRun>[1],
  outcomes: readonly Outcome[],
): readonly unknown[] {
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
