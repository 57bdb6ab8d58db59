import { checkOf } from '../engine/failed-checks.ts'
import { noOperation } from '../engine/provider-run.ts'
import type { Verdict } from '../model/finding.ts'
import type { KeptGap, ProviderRecord, RunRecord } from '../model/record.ts'
import type { ClauseRow, ProviderRow, Report, StoredExchange } from '../model/report.ts'

/** What is kept of a report. */
export function recordOf(report: Report): RunRecord {
  const { target, targetName, seed, runs, only, partial, startedAt, finishedAt, durationMs, versions, exitCode } =
    report
  const exchanges = new Map(report.exchanges.map((exchange) => [exchange.id, exchange]))
  return {
    format: 'assay-record',
    version: 1,
    target,
    ...(targetName === undefined ? {} : { targetName }),
    seed,
    runs,
    only,
    partial,
    startedAt,
    finishedAt,
    durationMs,
    versions,
    exitCode,
    providers: report.providers.map((row) => providerRecord(row, report, exchanges)),
  }
}

function providerRecord(
  { name, title, outcome, contract, exchanges, scope, figures }: ProviderRow,
  report: Report,
  stored: ReadonlyMap<number, StoredExchange>,
): ProviderRecord {
  const rows = report.clauses.filter(({ provider }) => provider === name)
  const { clauses, documented, judged, conforming, failing, severities } = figures
  return {
    name,
    title,
    outcome,
    contract,
    exchanges,
    ...(scope === undefined ? {} : { scope }),
    figures: { clauses, documented, judged, conforming, failing, severities },
    clauses: byPrefix(rows),
    gaps: Object.fromEntries(
      rows.filter(({ verdict }) => verdict === 'gap').map((row) => [row.id, keptGap(row, stored)]),
    ),
    causes: report.causes
      .filter(({ provider }) => provider === name)
      .map(({ fingerprint, title: what, severity, breaks, blocks }) => ({
        fingerprint,
        title: what,
        severity,
        breaks,
        blocks: blocks.length,
      })),
  }
}

/** An id takes most of the place where it is written whole for each of two thousand clauses. */
function byPrefix(rows: readonly ClauseRow[]): ProviderRecord['clauses'] {
  const prefixes: Record<string, Partial<Record<Verdict, string[]>>> = {}
  for (const { id, verdict } of rows) {
    const [prefix, last] = splitId(id)
    const verdicts = (prefixes[prefix] ??= {})
    const names = (verdicts[verdict] ??= [])
    names.push(last)
  }
  return prefixes
}

function splitId(id: string): readonly [prefix: string, last: string] {
  const dot = id.lastIndexOf('.')
  return [id.slice(0, dot), id.slice(dot + 1)]
}

function keptGap({ severity, findings }: ClauseRow, stored: ReadonlyMap<number, StoredExchange>): KeptGap {
  const shownBy = findings.flatMap((finding) => {
    const check = checkOf(finding)
    if (check !== undefined) return [check]
    const exchange = stored.get(finding.exchange ?? finding.evidence.at(-1) ?? -1)
    return exchange === undefined ? [] : [exchange.operation ?? noOperation]
  })
  return {
    severity,
    during: [...new Set(shownBy)].toSorted(),
    findings: [...new Set(findings.map(({ fingerprint }) => fingerprint))],
  }
}
