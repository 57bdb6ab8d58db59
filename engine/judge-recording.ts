import type { Provider } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Report } from '../model/report.ts'
import { createFilled } from '../suites/observers/filled.ts'
import { ignoringMasks } from '../suites/observers/ignoring-masks.ts'
import { ignoringWhatIsNotRecorded } from '../suites/observers/ignoring-what-is-not-recorded.ts'
import type { Redactor } from '../wire/redaction/redactor.ts'
import type { Plan } from './plan.ts'
import { assembleReport } from './report.ts'
import { planFor } from './run.ts'
import type { ProviderRun } from './conclude.ts'
import { openRun, passing } from './provider-run.ts'
import type { Waiver } from './waivers.ts'
import { waiversInForce } from './waivers.ts'

export interface RecordingSetting {
  readonly providers: readonly Provider[]
  /** Leaves out providers of which nothing was recorded, unless that is all of them. */
  readonly onlyShown: boolean
  /** What was recorded of a provider, in order; a sentence where that is nothing. */
  readonly exchangesOf: (plan: Plan) => Iterable<Exchange> | string
  readonly redactor: (plan: Plan) => Redactor
  readonly waivers: readonly Waiver[]
  readonly version: string
  /** Judges exchanges of other versions of the API, too. */
  readonly anyVersion?: boolean
  readonly signal?: AbortSignal
}

/** A recording is judged once, with nothing generated: seed and runs are only what the report has a place for. */
export const passive = { seed: 1, runs: 1, shrinks: 0, nonce: '', only: [] } as const

/** Judges recorded traffic, provider by provider, and says all that came of it in one report. */
export async function judgeRecording(setting: RecordingSetting): Promise<Report> {
  const startedAt = Date.now()
  const runs: ProviderRun[] = []
  for (const provider of setting.providers) {
    if (setting.signal?.aborted === true) break
    runs.push(judgeOne(await planFor(provider), setting))
  }
  const shown = runs.filter(({ row }) => row.exchanges > 0)
  return assembleReport(setting.onlyShown && shown.length > 0 ? shown : runs, {
    ...passive,
    ...setting,
    target: 'recording',
    partial: setting.signal?.aborted === true,
    startedAt,
  })
}

function judgeOne(plan: Plan, setting: RecordingSetting): ProviderRun {
  const today = new Date().toISOString().slice(0, 10)
  const filled = createFilled()
  const suite = {
    ...plan.suite,
    observers: plan.suite.observers.map((one) => ignoringWhatIsNotRecorded(ignoringMasks(one, filled))),
  }
  const run = openRun({ ...plan, suite }, passing, {
    ...passive,
    redactor: setting.redactor(plan),
    waivers: waiversInForce(setting.waivers, 'recording', today),
    ...(setting.anyVersion === undefined ? {} : { anyVersion: setting.anyVersion }),
  })
  const exchanges = setting.exchangesOf(plan)
  if (typeof exchanges === 'string') return run.conclude({ reason: exchanges })
  for (const exchange of exchanges) {
    filled.see(exchange)
    run.see(exchange)
  }
  return run.conclude()
}
