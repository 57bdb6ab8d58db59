import type { Check } from '../suites/model/check.ts'
import type { Provider } from '../suites/model/contract.ts'
import type { Report, TargetKind } from '../suites/model/report.ts'
import { loadContract } from '../contracts/load.ts'
import { loadSuite } from '../suites/load.ts'
import type { Redactor } from '../wire/redaction/redactor.ts'
import type { Target } from '../wire/session.ts'
import type { Outcome } from './outcome.ts'
import { planRun } from './plan.ts'
import type { Plan } from './plan.ts'
import { assembleReport } from './report.ts'
import { runProvider } from './run-provider.ts'
import type { ProviderRun } from './run-provider.ts'
import type { Waiver } from './waivers.ts'
import { waiversInForce } from './waivers.ts'

export interface RunSetting {
  readonly providers: readonly Provider[]
  readonly kind: TargetKind
  readonly openTarget: (provider: Provider) => Promise<Target>
  readonly redactor: (provider: Provider) => Redactor
  readonly seed: number
  readonly runs: number
  readonly shrinks: number
  readonly only: readonly string[]
  readonly nonce: string
  readonly version: string
  readonly waivers: readonly Waiver[]
  readonly signal?: AbortSignal
  readonly progress?: Progress
}

/** Told how far a run has come. */
export interface Progress {
  begin(provider: Provider, checks: number): void
  check(check: Check, outcomes: readonly Outcome[]): void
  end(run: ProviderRun): void
}

/** Runs one provider after the other and says all that came of it in one report. */
export async function run(setting: RunSetting): Promise<Report> {
  const startedAt = Date.now()
  const runs: ProviderRun[] = []
  for (const provider of setting.providers) {
    if (setting.signal?.aborted === true) break
    runs.push(await runOne(provider, await planFor(provider, setting.only), setting))
  }
  return assembleReport(runs, { ...setting, target: setting.kind, partial: setting.signal?.aborted === true, startedAt })
}

/** Loads a provider and plans its run. */
export async function planFor(provider: Provider, only: readonly string[] = []): Promise<Plan> {
  const contract = loadContract(provider)
  return planRun(contract, await loadSuite(contract), only)
}

async function runOne(provider: Provider, plan: Plan, setting: RunSetting): Promise<ProviderRun> {
  const target = await setting.openTarget(provider)
  const { progress } = setting
  progress?.begin(provider, plan.checks.length)
  try {
    const today = new Date().toISOString().slice(0, 10)
    const done = await runProvider(plan, target, {
      ...setting,
      redactor: setting.redactor(provider),
      waivers: waiversInForce(setting.waivers, setting.kind, today),
      ...(progress === undefined ? {} : { onCheck: (check, outcomes) => progress.check(check, outcomes) }),
    })
    progress?.end(done)
    return done
  } finally {
    await target.close()
  }
}
