import type { Check } from '../model/check.ts'
import type { Contract, Provider } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { ProviderRow, Report, TargetKind } from '../model/report.ts'
import { loadContract } from '../contracts/load.ts'
import { loadSuite } from '../suites/load.ts'
import type { Redactor } from '../wire/redaction/redactor.ts'
import { UsageError } from '../wire/errors.ts'
import type { Target } from '../wire/session.ts'
import type { Outcome } from './outcome.ts'
import { planRun, selectsAny } from './plan.ts'
import type { Plan } from './plan.ts'
import type { Breadth } from './breadth.ts'
import { assembleReport } from './report.ts'
import type { ProviderRun } from './conclude.ts'
import { openRun, runProvider } from './provider-run.ts'
import { sideBySide } from './side-by-side.ts'
import type { Waiver } from './waivers.ts'
import { waiversInForce } from './waivers.ts'

export interface RunSetting {
  readonly providers: readonly Provider[]
  readonly kind: TargetKind
  readonly openTarget: (contract: Contract) => Promise<Target | Unreachable>
  readonly redactor: (contract: Contract) => Redactor
  readonly onExchange?: (contract: Contract, exchange: Exchange) => void
  readonly cleanUp?: (contract: Contract, target: Target) => Promise<ProviderRow['leftovers']>
  readonly seed: number
  readonly runs: number
  readonly shrinks: number
  readonly only: readonly string[]
  /** How much of the matrix of laws by resources is judged; all of it where absent. */
  readonly breadth?: Breadth
  readonly nonce: string
  readonly version: string
  readonly waivers: readonly Waiver[]
  readonly signal?: AbortSignal
  readonly progress?: Progress
}

/** A provider that this target cannot show at all, in one sentence. */
export interface Unreachable {
  readonly unreachable: string
}

/** Told how far a run has come. */
export interface Progress {
  begin(provider: Provider, checks: number): void
  check(check: Check, outcomes: readonly Outcome[], provider: Provider): void
  end(run: ProviderRun): void
}

/** Runs providers side by side, those of the embedded emulator one after the other, and says all that came of it in one report. */
export async function run(setting: RunSetting): Promise<Report> {
  const startedAt = Date.now()
  const plans = await plansFor(setting.providers, setting.only, setting.breadth)
  // all are opened before the first is asked anything, so that a mistake in one spoils no other's result
  const opened: { readonly plan: Plan; readonly target: Target | Unreachable }[] = []
  for (const plan of plans) opened.push({ plan, target: await setting.openTarget(plan.contract) })
  const runs = new Map<Plan, ProviderRun>()
  await sideBySide(opened, setting.kind === 'emulator' ? 1 : Math.max(1, opened.length), async ({ plan, target }) => {
    runs.set(plan, await runOne(plan, target, setting))
  })
  const inOrder = plans.flatMap((plan) => runs.get(plan) ?? [])
  return assembleReport(inOrder, {
    ...setting,
    target: setting.kind,
    partial: inOrder.some(({ partial }) => partial),
    startedAt,
  })
}

/** Loads a provider and plans its run. */
export async function planFor(
  provider: Provider,
  only: readonly string[] = [],
  breadth: Breadth = 'all',
): Promise<Plan> {
  const contract = loadContract(provider)
  return planRun(contract, await loadSuite(contract), only, breadth)
}

/** Plans a run of several providers; where something is selected, of those only that it selects checks of. */
export async function plansFor(
  providers: readonly Provider[],
  only: readonly string[],
  breadth: Breadth = 'all',
): Promise<readonly Plan[]> {
  const plans = await Promise.all(providers.map((provider) => planFor(provider, only, breadth)))
  const idle = only.find((word) => !plans.some((plan) => selectsAny(plan, word)))
  if (idle !== undefined) {
    throw new UsageError(
      `Nothing is selected by "${idle}": no provider of this run has a check, a clause with a check, or a section of that name.`,
    )
  }
  return only.length === 0 ? plans : plans.filter(({ checks }) => checks.length > 0)
}

async function runOne(plan: Plan, target: Target | Unreachable, setting: RunSetting): Promise<ProviderRun> {
  const today = new Date().toISOString().slice(0, 10)
  const options = {
    ...setting,
    redactor: setting.redactor(plan.contract),
    waivers: waiversInForce(setting.waivers, setting.kind, today),
    onExchange: (exchange: Exchange) => setting.onExchange?.(plan.contract, exchange),
  }
  if ('unreachable' in target) {
    const shown = { kind: setting.kind, capabilities: new Set<never>(), outages: true }
    return openRun(plan, shown, options).conclude({ reason: target.unreachable })
  }
  setting.progress?.begin(plan.contract.provider, plan.checks.length)
  try {
    const done = await runProvider(plan, target, {
      ...options,
      onCheck: (check, outcomes) => setting.progress?.check(check, outcomes, plan.contract.provider),
      cleanUp: async (opened) => (await setting.cleanUp?.(plan.contract, opened)) ?? [],
    })
    setting.progress?.end(done)
    return done
  } finally {
    await target.close()
  }
}
