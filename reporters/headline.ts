import type { ProviderRow, Report, Severity } from '../model/report.ts'
import { severities } from '../model/report.ts'
import { changeSentence } from './changes.ts'
import { count, duration, grouped, moment } from './figures.ts'
import { exits, interrupted, listed, nothingNew, partialSentence, severityNames, targetNames } from './wording.ts'

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
  const isKnown =
    report.history?.failOn === 'new' &&
    report.exitCode === 0 &&
    total(report, ({ figures }) => figures.severities.fail) > 0
  const { word, sentence } = undecided ? interrupted : isKnown ? nothingNew : exits[report.exitCode]
  const found = report.exitCode === 1 || isKnown ? whatFails(report) : report.exitCode === 0 ? exceptions(report) : ''
  const first = isKnown ? `${sentence}: ${found}` : report.exitCode === 1 && found !== '' ? found : sentence + found
  return {
    word,
    sentence: `${first}.${undecidable(report)}${changeSentence(report)}${stuckSentence(report)}`,
    ...(report.partial && !undecided ? { partial: partialSentence } : {}),
  }
}

/** Clauses of the whole run by severity. */
function tally(report: Report): Readonly<Record<Severity, number>> {
  const of = (severity: Severity): number => total(report, ({ figures }) => figures.severities[severity])
  return {
    fail: of('fail'),
    fault: of('fault'),
    warn: of('warn'),
    waived: of('waived'),
    open: of('open'),
    ok: of('ok'),
    none: of('none'),
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

/** What could not be judged belongs in the first line: nobody knows what it would have shown. */
function undecidable(report: Report): string {
  const open = total(report, ({ figures }) => figures.verdicts.inconclusive)
  return open === 0 ? '' : ` ${count(open, 'clause')} could not be judged because of outages.`
}

/** What stays undecided from run to run is a warning of its own: nobody waits for the next run to judge it. */
function stuckSentence({ history }: Report): string {
  const stuck = history?.stuck.length ?? 0
  return stuck === 0
    ? ''
    : ` Warning: ${count(stuck, 'clause')} could not be judged in ${Math.min(...(history?.stuck ?? []).map(({ runs }) => runs))} runs in a row or more.`
}

/** The sum of a figure over the providers. */
function total(report: Report, figure: (row: ProviderRow) => number): number {
  return report.providers.reduce((sum, row) => sum + figure(row), 0)
}

function whatFails(report: Report): string {
  const document = total(report, ({ figures }) => figures.failing.document)
  const elsewhere = total(report, ({ figures }) => figures.failing.elsewhere)
  const failing = report.providers.filter(({ figures }) => figures.severities.fail > 0)
  const [only, another] = report.providers
  const where =
    only !== undefined && another === undefined
      ? only.title
      : `${failing.length} of ${count(report.providers.length, 'provider')}`
  const problems = report.waiverProblems.length
  const gaps =
    elsewhere === 0
      ? `${count(document, 'gap')} in ${where}`
      : document === 0
        ? `${count(elsewhere, 'gap')} in ${where}, ${elsewhere === 1 ? 'a clause' : 'all clauses'} documented elsewhere`
        : `${count(document, 'gap')} in the document and ${grouped(elsewhere)} in what is documented elsewhere, in ${where}`
  return [document + elsewhere > 0 ? gaps : '', problems > 0 ? count(problems, 'waiver problem') : '']
    .filter((part) => part !== '')
    .join(' and ')
}

/** What a conforming run still has against it. */
function exceptions(report: Report): string {
  const { waived, warn } = tally(report)
  return `${waived > 0 ? `, but for ${count(waived, 'waived gap')}` : ''}${warn > 0 ? `; ${count(warn, 'gap')} ${warn === 1 ? 'warns' : 'warn'}` : ''}`
}
