import type { Log, Notification, ReportingDescriptor, Result, Run, ToolComponent } from 'sarif'
import type { Cause, ClauseRow, Report, Severity } from '../model/report.ts'
import { writeJson } from '../model/write-json.ts'
import { rowsByCause } from './arrange-by-cause.ts'
import type { CausedRow } from './arrange-by-cause.ts'
import { headline } from './headline.ts'
import { comparedWith } from './changes.ts'
import { baselineOf } from './sarif/baseline.ts'
import { resultOf } from './sarif/result.ts'
import { sourceText } from './wording.ts'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const address = 'https://github.com/assay-suite/assay'

const levels: Readonly<Partial<Record<Severity, 'error' | 'warning'>>> = {
  fail: 'error',
  warn: 'warning',
  waived: 'warning',
}

/**
 * Gaps as SARIF 2.1.0, for code scanning and whatever else reads it: a rule a clause, a result a gap, ordered by cause. The causes are
 * a taxonomy, a waiver is a suppression, and what is our own fault is a notification of the tool.
 */
export function sarif(report: Report): string {
  const gaps = rowsByCause(report).filter(({ row }) => row.verdict === 'gap')
  const log: Log = { $schema: schema, version: '2.1.0', runs: [runOf(report, gaps)] }
  return `${writeJson(log, 2)}\n`
}

function runOf(report: Report, gaps: readonly CausedRow[]): Run {
  const exchanges = new Map(report.exchanges.map((exchange) => [exchange.id, exchange]))
  const isCompared = comparedWith(report) !== undefined
  const results = gaps.map((caused, index): Result => ({
    ...resultOf(caused, index, levelOf(caused.row), exchanges),
    ...(isCompared ? { baselineState: baselineOf(caused.row.past) } : {}),
  }))
  return {
    tool: {
      driver: {
        name: 'Assay',
        semanticVersion: report.versions.assay,
        informationUri: address,
        rules: gaps.map(({ row }) => ruleOf(row)),
      },
    },
    taxonomies: [causesOf(report.causes)],
    automationDetails: { id: `assay/${report.providers.map(({ name }) => name).join('+')}/${report.target}` },
    invocations: [invocationOf(report)],
    columnKind: 'utf16CodeUnits',
    results,
  }
}

const levelOf = ({ severity }: ClauseRow): 'error' | 'warning' => levels[severity] ?? 'warning'

function ruleOf(row: ClauseRow): ReportingDescriptor {
  const { id, text, level, source, section, provider, note } = row
  const help = [`${text} It stands in ${sourceText(source)}.`, ...(note === undefined ? [] : [note])].join('\n\n')
  const helpUri =
    source.address !== undefined && /^https?:\/\//i.test(source.address) ? { helpUri: source.address } : {}
  return {
    id,
    shortDescription: { text },
    fullDescription: { text: `${section}: ${text}` },
    help: { text: help },
    ...helpUri,
    defaultConfiguration: { level: level === 'must' ? 'error' : 'warning' },
    properties: { tags: [provider, level, source.kind], section },
  }
}

/** What is to be mended, in its order: each result names the one that it comes from. */
function causesOf(causes: readonly Cause[]): ToolComponent {
  return {
    name: 'causes',
    shortDescription: { text: 'What has to be mended once, the gravest and most far-reaching first.' },
    taxa: causes.map(({ fingerprint, title, breaks, blocks, provider, severity }) => ({
      id: fingerprint,
      shortDescription: { text: title },
      properties: { provider, severity, breaks: [...breaks], blocks: [...blocks] },
    })),
  }
}

function invocationOf(report: Report): NonNullable<Run['invocations']>[number] {
  const faults = report.clauses.filter(({ verdict }) => verdict === 'broken')
  return {
    executionSuccessful: report.exitCode !== 2,
    exitCode: report.exitCode,
    exitCodeDescription: headline(report).sentence,
    startTimeUtc: report.startedAt,
    endTimeUtc: report.finishedAt,
    toolExecutionNotifications: faults.map((row) => notice(`${row.id}: ${row.reason ?? row.text}`)),
    toolConfigurationNotifications: report.waiverProblems.map(({ clause, text }) =>
      notice(`Waiver of ${clause}: ${text}`),
    ),
  }
}

const notice = (text: string): Notification => ({ level: 'error', message: { text } })
