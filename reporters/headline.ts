import type { Report, Severity } from '../model/report.ts'
import { severities } from '../model/report.ts'
import { count, duration, grouped, moment } from './figures.ts'
import { exits, interrupted, listed, partialSentence, severityNames, targetNames } from './wording.ts'

/** What a report says first. */
export interface Headline {
  readonly word: string
  readonly sentence: string
  readonly partial?: string
}

/** The verdict of the run, worded; the report has decided it. */
export function headline(report: Report): Headline {
  const undecided =
    report.partial && report.exitCode === 3 && report.providers.some(({ figures }) => figures.judged > 0)
  const { word, sentence } = undecided ? interrupted : exits[report.exitCode]
  const found = report.exitCode === 1 ? whatFails(report) : report.exitCode === 0 ? exceptions(report) : ''
  return {
    word,
    sentence: `${report.exitCode === 1 && found !== '' ? found : sentence + found}.`,
    ...(report.partial && !undecided ? { partial: partialSentence } : {}),
  }
}

/** Clauses of the whole run by severity. */
function tally(report: Report): Readonly<Record<Severity, number>> {
  const total = (severity: Severity): number =>
    report.providers.reduce((sum, { figures }) => sum + figures.severities[severity], 0)
  return {
    fail: total('fail'),
    fault: total('fault'),
    warn: total('warn'),
    waived: total('waived'),
    open: total('open'),
    ok: total('ok'),
    none: total('none'),
  }
}

/** The tally as words, with severities that no clause has left out. */
export function tallyWords(report: Report): readonly string[] {
  const counts = tally(report)
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${grouped(counts[severity])} ${severityNames[severity]}`)
}

/** What was judged, with what, when and for how long. */
export function circumstances(report: Report): readonly string[] {
  return [
    targetNames[report.target],
    `seed ${report.seed}`,
    count(report.runs, 'run'),
    ...(report.only.length > 0 ? [`only ${listed(report.only)}`] : []),
    moment(report.startedAt),
    duration(report.durationMs),
    `assay ${report.versions.assay}`,
    `node ${report.versions.node.replace(/^v/, '')}`,
  ]
}

function whatFails(report: Report): string {
  const gaps = tally(report).fail
  const failing = report.providers.filter(({ figures }) => figures.severities.fail > 0)
  const [only, another] = report.providers
  const where =
    only !== undefined && another === undefined
      ? only.title
      : `${failing.length} of ${count(report.providers.length, 'provider')}`
  const problems = report.waiverProblems.length
  return [gaps > 0 ? `${count(gaps, 'gap')} in ${where}` : '', problems > 0 ? count(problems, 'waiver problem') : '']
    .filter((part) => part !== '')
    .join(' and ')
}

/** What a conforming run still has against it. */
function exceptions(report: Report): string {
  const { waived, warn } = tally(report)
  return `${waived > 0 ? `, but for ${count(waived, 'waived gap')}` : ''}${warn > 0 ? `; ${count(warn, 'gap')} ${warn === 1 ? 'warns' : 'warn'}` : ''}`
}
