import type { Report } from '../../model/report.ts'
import { causesOf } from '../../engine/causes.ts'
import { gap, sampleClauses, sampleExchanges } from './sample-clauses.ts'
import { providersOf } from './sample-providers.ts'
import { sampleExchange, sampleFinding } from './sample-rows.ts'

/** A report with every verdict, severity, reading, waiver and note. */
export function sampleReport(overrides: Partial<Report> = {}): Report {
  return {
    format: 'assay-report',
    version: 2,
    target: 'url',
    seed: 42,
    runs: 100,
    only: [],
    partial: false,
    startedAt: '2026-11-21T08:00:00.000Z',
    finishedAt: '2026-11-21T08:00:12.345Z',
    durationMs: 12_345,
    versions: { assay: '0.1.0', node: 'v20.20.2' },
    exitCode: 1,
    providers: providersOf(sampleClauses),
    causes: causesOf(sampleClauses, sampleExchanges),
    clauses: sampleClauses,
    exchanges: sampleExchanges,
    waiverProblems: [
      { clause: 'acme.refunds.create.partial', problem: 'expired', text: 'The waiver expired on 2026-10-31.' },
      { clause: 'acme.charges.list.order', problem: 'conforms', text: 'The clause conforms; remove the waiver.' },
      { clause: 'acme.charges.list.gone', problem: 'matches-nothing', text: 'No clause has this id.' },
    ],
    ...overrides,
  }
}

/** A run that found nothing to judge. */
export function emptyReport(): Report {
  return sampleReport({ exitCode: 3, providers: [], causes: [], clauses: [], exchanges: [], waiverProblems: [] })
}

/** A run in which everything is kept. */
export function conformingReport(): Report {
  const clauses = sampleReport().clauses.filter(({ severity }) => severity === 'ok')
  return sampleReport({
    exitCode: 0,
    providers: providersOf(clauses),
    causes: [],
    clauses,
    exchanges: [],
    waiverProblems: [],
  })
}

/** A run that was stopped before it was through, and had found nothing until then. */
export function interruptedReport(): Report {
  const report = conformingReport()
  const providers = report.providers.map((row) => ({ ...row, outcome: 'interrupted' as const }))
  return { ...report, exitCode: 3, partial: true, providers }
}

/** A report as large as a hostile target can make it: every clause a gap with findings of its own. */
export function hugeReport(size: number): Report {
  const clauses = Array.from({ length: size }, (_, index) =>
    gap({
      id: `acme.charges.create.rule-${index}`,
      section: `Section ${index % 20}`,
      findings: Array.from({ length: 5 }, (_unused, nth) =>
        sampleFinding({ fingerprint: `f${index}-${nth}`, evidence: [index % 200], actual: 'x'.repeat(2000) }),
      ),
    }),
  )
  const exchanges = Array.from({ length: 200 }, (_, id) =>
    sampleExchange({ id, response: { status: 200, headers: [], body: `{"text":"${'y'.repeat(16_000)}"}` } }),
  )
  return sampleReport({
    providers: providersOf(clauses),
    causes: causesOf(clauses, exchanges),
    clauses,
    exchanges,
    waiverProblems: [],
  })
}
