import type { CTRFReport, Summary, Test, TestStatus } from 'ctrf'
import type { ClauseRow, Finding, Report, Severity } from '../model/report.ts'
import { writeJson } from '../model/write-json.ts'
import { rowsByCause } from './arrange-by-cause.ts'
import type { CausedRow } from './arrange-by-cause.ts'
import { shownCauses } from './causes.ts'
import { failsRun, pastText } from './changes.ts'
import { headline } from './headline.ts'
import { cut, place } from './printable.ts'
import { proof } from './proof.ts'
import { sourceText, unjudgedReason, waiverProblemNames } from './wording.ts'

const shownText = 4000

const statuses: Readonly<Record<Severity, TestStatus>> = {
  fail: 'failed',
  fault: 'failed',
  warn: 'other',
  waived: 'other',
  open: 'other',
  ok: 'passed',
  none: 'skipped',
}

/** The Common Test Report Format: a test a clause, those of the first cause first, and one for each thing besides that fails the run. */
export function ctrf(report: Report): string {
  const titles = new Map(report.providers.map(({ name, title }) => [name, title]))
  const tests = [
    ...runTests(report),
    ...rowsByCause(report).map((caused) =>
      testOf(caused, titles.get(caused.row.provider) ?? caused.row.provider, report),
    ),
  ]
  const document: CTRFReport = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: report.finishedAt,
    generatedBy: `assay ${report.versions.assay}`,
    extra: {
      sentence: headline(report).sentence,
      exitCode: report.exitCode,
      causes: shownCauses(report).map(({ cause, reach }) => ({ ...cause, reach })),
    },
    results: {
      tool: { name: 'assay', version: report.versions.assay },
      summary: summaryOf(report, tests),
      tests,
      environment: { testEnvironment: report.target, extra: { seed: report.seed, runs: report.runs } },
    },
  }
  return `${writeJson(document, 2)}\n`
}

function summaryOf({ startedAt, finishedAt, durationMs }: Report, tests: readonly Test[]): Summary {
  const number = (status: TestStatus): number => tests.filter((test) => test.status === status).length
  return {
    tests: tests.length,
    passed: number('passed'),
    failed: number('failed'),
    skipped: number('skipped'),
    pending: 0,
    other: number('other'),
    start: Date.parse(startedAt),
    stop: Date.parse(finishedAt),
    duration: durationMs,
  }
}

function testOf({ row, cause }: CausedRow, title: string, report: Report): Test {
  const [finding] = row.findings
  const message = messageOf(row, finding)
  return {
    name: row.text,
    status: row.severity === 'fail' && !failsRun(report, row) ? 'other' : statuses[row.severity],
    duration: 0,
    rawStatus: row.verdict,
    type: 'contract',
    suite: [title, row.section],
    tags: [row.provider, row.level, row.source.kind],
    ...(message === undefined ? {} : { message: cut(message, shownText) }),
    ...(finding === undefined ? {} : { trace: traceOf(finding) }),
    extra: {
      id: row.id,
      severity: row.severity,
      judged: row.judged,
      source: sourceText(row.source),
      ...(cause === undefined ? {} : { cause: cause.fingerprint, causeTitle: cause.title }),
      ...(row.waiver === undefined ? {} : { waiver: row.waiver }),
      ...(row.past === undefined ? {} : { past: row.past, pastText: pastText(row.past) }),
    },
  }
}

function messageOf(row: ClauseRow, finding: Finding | undefined): string | undefined {
  if (row.verdict === 'conforms') return undefined
  if (finding === undefined) return unjudgedReason(row)
  return `${place(finding.at)}: expected ${JSON.stringify(finding.expected)}, actual ${JSON.stringify(finding.actual)}`
}

function traceOf(finding: Finding): string {
  return proof(finding)
    .map(({ part, text }) => `${part.padEnd(8)}  ${cut(text, shownText)}`)
    .join('\n')
}

/** What fails the run besides its clauses, so that a run that is not green has no green file. */
function runTests(report: Report): readonly Test[] {
  const { word, sentence } = headline(report)
  const failed = (name: string, message: string): Test => ({
    name,
    status: 'failed',
    duration: 0,
    suite: ['run'],
    message,
  })
  return [
    ...(report.exitCode === 2 || report.exitCode === 3
      ? [failed('The run came to a verdict', `${word}: ${sentence}`)]
      : []),
    ...report.waiverProblems.map(({ clause, problem, text }) =>
      failed(`The waiver of ${clause} ${waiverProblemNames[problem]}`, text),
    ),
  ]
}
