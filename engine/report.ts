import type { Report, TargetKind } from '../suites/model/report.ts'
import { exitCodeOf } from './exit-code.ts'
import type { ProviderRun } from './run-provider.ts'
import type { Waiver } from './waivers.ts'
import { waiverProblems } from './waivers.ts'

export interface ReportSetting {
  readonly target: TargetKind
  readonly seed: number
  readonly runs: number
  readonly only: readonly string[]
  readonly partial: boolean
  readonly startedAt: number
  readonly version: string
  readonly waivers: readonly Waiver[]
}

/** Puts the providers' runs together. Evidence ids are made unique over all of them. */
export function assembleReport(runs: readonly ProviderRun[], setting: ReportSetting): Report {
  const finishedAt = Date.now()
  const numbered = renumber(runs)
  const clauses = numbered.flatMap((run) => run.clauses)
  const today = new Date(finishedAt).toISOString().slice(0, 10)
  const problems = setting.only.length > 0 ? [] : waiverProblems(setting.waivers, setting.target, today, clauses)
  const providers = numbered.map(({ row }) => row)
  return {
    format: 'assay-report',
    version: 1,
    target: setting.target,
    seed: setting.seed,
    runs: setting.runs,
    only: setting.only,
    partial: setting.partial,
    startedAt: new Date(setting.startedAt).toISOString(),
    finishedAt: new Date(finishedAt).toISOString(),
    durationMs: finishedAt - setting.startedAt,
    versions: { assay: setting.version, node: process.versions.node },
    exitCode: exitCodeOf(providers, problems),
    providers,
    clauses,
    exchanges: numbered.flatMap((run) => run.exchanges),
    waiverProblems: problems,
  }
}

function renumber(runs: readonly ProviderRun[]): readonly ProviderRun[] {
  let offset = 0
  return runs.map((run) => {
    const start = offset
    offset += Math.max(0, ...run.exchanges.map(({ id }) => id))
    return {
      row: run.row,
      exchanges: run.exchanges.map((exchange) => ({ ...exchange, id: exchange.id + start })),
      clauses: run.clauses.map((clause) => ({
        ...clause,
        findings: clause.findings.map((finding) => ({ ...finding, evidence: finding.evidence.map((id) => id + start) })),
      })),
    }
  })
}
