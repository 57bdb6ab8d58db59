import type { ProviderRow, Report, TargetKind } from '../model/report.ts'
import { causesOf } from './causes.ts'
import { exitCodeOf } from './exit-code.ts'
import { numbered } from './merge.ts'
import type { ProviderRun } from './conclude.ts'
import type { Waiver } from './waivers.ts'
import { waiverProblems } from './waivers.ts'
import { providers as known } from '../contracts/index.ts'

export interface ReportSetting extends Pick<Report, 'target' | 'seed' | 'runs' | 'only' | 'partial'> {
  readonly startedAt: number
  readonly version: string
  readonly waivers: readonly Waiver[]
}

/** Puts the providers' runs together. Evidence ids are made unique over all of them. */
export function assembleReport(runs: readonly ProviderRun[], setting: ReportSetting): Report {
  const finishedAt = Date.now()
  const parts = numbered(runs)
  const clauses = parts.flatMap((run) => run.clauses)
  const today = new Date(finishedAt).toISOString().slice(0, 10)
  const providers = parts.map(({ row }) => row)
  const waivers = waiversOf(setting.waivers, providers)
  const problems = setting.only.length > 0 ? [] : waiverProblems(waivers, kindOf(setting.target), today, clauses)
  // what conforms so far may not have met the check that found the gap
  const certain = setting.partial ? problems.filter(({ problem }) => problem !== 'conforms') : problems
  return {
    format: 'assay-report',
    version: 2,
    target: setting.target,
    seed: setting.seed,
    runs: setting.runs,
    only: setting.only,
    partial: setting.partial,
    startedAt: new Date(setting.startedAt).toISOString(),
    finishedAt: new Date(finishedAt).toISOString(),
    durationMs: finishedAt - setting.startedAt,
    versions: { assay: setting.version, node: process.versions.node },
    exitCode: exitCodeOf(providers, certain, setting.partial),
    providers,
    causes: causesOf(
      clauses,
      parts.flatMap((run) => run.exchanges),
    ),
    clauses,
    exchanges: parts.flatMap((run) => run.exchanges),
    waiverProblems: certain,
  }
}

/** What waivers and judging know a target as: traffic of the proxy is a recording that is made while it is judged. */
export function kindOf(target: Report['target']): TargetKind {
  return target === 'proxy' ? 'recording' : target
}

/** One file of waivers serves all providers: those of one that this run left out are not its business. */
function waiversOf(waivers: readonly Waiver[], judged: readonly ProviderRow[]): readonly Waiver[] {
  const others = known.filter(({ name }) => !judged.some((row) => row.name === name))
  return waivers.filter(({ clause }) => !others.some(({ name }) => clause.startsWith(`${name}.`)))
}
