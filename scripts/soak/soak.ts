import { mkdtempSync, rmSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanUp } from '../../engine/clean-up.ts'
import { openLedger } from '../../engine/ledger.ts'
import type { Outcome } from '../../engine/outcome.ts'
import type { Plan } from '../../engine/plan.ts'
import { openRun } from '../../engine/provider-run.ts'
import { planFor } from '../../engine/run.ts'
import type { Emulator } from '../../emulator/http.ts'
import { loadModel } from '../../emulator/load.ts'
import { createEmulator } from '../../emulator/module.ts'
import type { Check } from '../../model/check.ts'
import type { Provider } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { headerOf } from '../../model/exchange.ts'
import { verdicts } from '../../model/finding.ts'
import type { Verdict } from '../../model/finding.ts'
import { createRecorder } from '../../wire/har/recorder.ts'
import { httpTarget } from '../../wire/http-target.ts'
import { defaultLimits } from '../../wire/limits.ts'
import { createRedactor } from '../../wire/redaction/create-redactor.ts'
import type { Target } from '../../wire/session.ts'
import { createFates, injectedHeader } from './fates.ts'
import type { Fate, Shares } from './fates.ts'
import { startFlakyServer } from './flaky-server.ts'
import { heapInUse } from './heap.ts'

export interface SoakSetting {
  readonly provider: Provider
  readonly exchanges: number
  readonly seed: number
  /** Generated inputs for each property, in each round. */
  readonly runs: number
  readonly shares?: Shares
  readonly signal?: AbortSignal
  /** Told of the memory at each tenth; none is sampled where nobody asks. */
  readonly onSample?: (sample: Sample) => void
}

/** Memory at a point of the soak. */
export interface Sample {
  /** Share of the exchanges that are done. */
  readonly done: number
  readonly exchanges: number
  readonly heap: number
}

export interface SoakResult {
  readonly exchanges: number
  readonly rounds: number
  readonly fates: ReadonlyMap<Fate, number>
  readonly outcomes: Readonly<Record<Verdict, number>>
  readonly samples: readonly Sample[]
  /** What should not have been: gaps that no injected answer explains, faults of ours, verdicts without a reason, clauses without a verdict. */
  readonly problems: readonly string[]
}

/** Runs a provider's checks round after round against its emulator with faults, in one long run of the engine's parts. */
export async function soak(setting: SoakSetting): Promise<SoakResult> {
  const plan = await planFor(setting.provider)
  const model = await loadModel(setting.provider.name)
  const emulate = (round: number): Emulator =>
    createEmulator(model, {
      seed: setting.seed + round,
      start: Date.now(),
      deliver: () => Promise.resolve(200),
    })
  const server = await startFlakyServer(createFates(setting.seed, setting.shares), emulate(0))
  const target = targetAt(plan, server.origin)
  const judging = createJudging(plan, target, setting)
  const samples: Sample[] = []
  let rounds = 0
  try {
    while (judging.exchanges() < setting.exchanges && !isOver(setting)) {
      server.serve(emulate((rounds += 1)))
      for (const check of plan.checks) {
        if (judging.exchanges() >= setting.exchanges || isOver(setting)) break
        await judging.run(check, rounds)
        sample(samples, judging.exchanges(), setting)
      }
      await judging.cleanUp()
    }
  } finally {
    judging.close()
    await target.close()
    await server.close()
  }
  return {
    exchanges: judging.exchanges(),
    rounds,
    fates: server.fates,
    samples,
    outcomes: judging.outcomes(),
    problems: judging.problems,
  }
}

const isOver = ({ signal }: SoakSetting): boolean => signal?.aborted === true

/** Once for each tenth; the others are spared the garbage collection. */
function sample(samples: Sample[], exchanges: number, { exchanges: all, onSample }: SoakSetting): void {
  const done = Math.min(10, Math.floor((exchanges * 10) / all)) / 10
  if (onSample === undefined || done === 0 || samples.some((earlier) => earlier.done >= done)) return
  const taken = { done, exchanges, heap: heapInUse() }
  samples.push(taken)
  onSample(taken)
}

function targetAt({ contract }: Plan, origin: URL): Target {
  return httpTarget(contract, {
    kind: 'url',
    origin,
    keys: { first: `${contract.provider.authentication.keyPrefix}soak000000000000000000000` },
    capabilities: new Set(['keyed']),
    limits: { ...defaultLimits, timeoutMs: 5_000 },
    budget: { requests: Infinity, creations: Infinity },
    pause: { wait: () => Promise.resolve(), random: Math.random, now: Date.now },
  })
}

/** All that judges and keeps in a run, for as long as the soak lasts. */
function createJudging(plan: Plan, target: Target, { seed, runs }: SoakSetting) {
  const { contract } = plan
  const redactor = createRedactor(contract, [])
  const recorder = createRecorder(devNull, 'soak', () => redactor)
  const folder = mkdtempSync(join(tmpdir(), 'assay-soak-'))
  const ledger = openLedger(folder, 'soak')
  const scenarios = createScenarios(target)
  const problems: string[] = []
  const run = openRun(plan, scenarios.target, {
    seed,
    runs,
    shrinks: 2,
    nonce: '',
    redactor,
    waivers: new Map(),
    onExchange: (exchange: Exchange) => {
      scenarios.see(exchange)
      ledger.see(contract, exchange)
      recorder.see(contract, exchange)
    },
  })
  return {
    problems,
    exchanges: () => run.exchanges(),
    async run(check: Check, round: number) {
      scenarios.forget()
      const outcomes = await run.judge(check, { seed: seed + round, nonce: round.toString(36) })
      problems.push(...problemsIn(check, outcomes, scenarios.explains, target))
    },
    cleanUp: () => cleanUp(contract, target, ledger),
    outcomes: () => countsOf([...run.tally.clauses.values()].map(({ counts }) => counts)),
    close() {
      recorder.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Knows of each exchange of a check which scenario it belongs to, and which scenarios met an injected answer. */
function createScenarios(target: Target) {
  let current = 0
  const scenarioOf = new Map<number, number>()
  const spoiled = new Set<number>()
  return {
    target: {
      ...target,
      open(label: string) {
        current += 1
        return target.open(label)
      },
    },
    see(exchange: Exchange) {
      scenarioOf.set(exchange.id, current)
      if (isInjected(exchange)) spoiled.add(current)
    },
    forget() {
      scenarioOf.clear()
      spoiled.clear()
    },
    explains: ({ evidence }: Outcome): boolean =>
      evidence.some((exchange) => isInjected(exchange) || spoiled.has(scenarioOf.get(exchange.id) ?? 0)),
  }
}

const isInjected = ({ response }: Exchange): boolean => headerOf(response, injectedHeader) !== undefined

function problemsIn(
  check: Check,
  outcomes: readonly Outcome[],
  explains: (outcome: Outcome) => boolean,
  { capabilities }: Target,
): readonly string[] {
  const told = new Set(outcomes.map(({ clause }) => clause))
  const silent = check.needs.every((need) => capabilities.has(need))
    ? Object.keys(check.judge).filter((clause) => !told.has(clause))
    : []
  return [
    ...silent.map((clause) => `${check.id} says nothing of ${clause}`),
    ...outcomes
      .filter((outcome) => outcome.verdict === 'gap' && !explains(outcome))
      .map((gap) => `unexplained gap: ${described(gap)}`),
    ...outcomes.filter(({ verdict }) => verdict === 'broken').map((broken) => `broken: ${described(broken)}`),
    ...outcomes
      .filter(({ verdict, reason }) => verdict !== 'gap' && verdict !== 'conforms' && reason === undefined)
      .map((open) => `no reason: ${described(open)}`),
  ]
}

function described({ during, clause, mismatches, reason, evidence }: Outcome): string {
  const trace = evidence.map(
    ({ operation, response, attempts }) =>
      `${operation ?? '-'} ${response.status}${attempts.length > 1 ? ` after ${attempts.length}` : ''}`,
  )
  const places = mismatches.map(({ at, expected, actual }) => ({ at, expected, actual }))
  return `${clause} during ${during}: ${reason ?? ''} ${JSON.stringify(places)} [${trace.join(', ')}]`
}

function countsOf(all: readonly Readonly<Record<Verdict, number>>[]): Readonly<Record<Verdict, number>> {
  return Object.fromEntries(
    verdicts.map((verdict) => [verdict, all.reduce((sum, counts) => sum + counts[verdict], 0)]),
  ) as Record<Verdict, number>
}
