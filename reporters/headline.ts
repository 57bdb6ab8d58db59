import type { ProviderRow, Report, Severity } from '../model/report.ts'
import { severities } from '../model/report.ts'
import { changeSentence } from './changes.ts'
import { count, duration, grouped, moment } from './figures.ts'
import {
  exits,
  interrupted,
  listed,
  nothingNew,
  partialSentence,
  severityNames,
  targetNames,
  tooLittle,
} from './wording.ts'

/** What a report says first. */
export interface Headline {
  readonly word: string
  readonly sentence: string
  readonly partial?: string
}

/** The verdict of the run, worded; the report has decided it. */
export function headline(report: Report): Headline {
  const { word, sentence } = verdictOf(report)
  return {
    word,
    sentence: `${spokenSentence(report)}${sentence}.${undecidable(report)}${changeSentence(report)}${stuckSentence(report)}`,
    ...(report.partial && word !== interrupted.word ? { partial: partialSentence } : {}),
  }
}

/** Which version speaks comes first: whoever reads of gaps has to know that they are those of another version. */
function spokenSentence({ providers, clauses }: Report): string {
  return providers
    .map(({ name, title, speaks }) => {
      if (speaks === undefined) return ''
      const gaps = clauses.filter(({ provider, verdict }) => provider === name && verdict === 'gap')
      const changed = gaps.filter(({ versionChange }) => versionChange !== undefined).length
      const whose = providers.length > 1 ? `The server of ${title}` : 'This server'
      const as = `${whose} answers as version ${speaks.name}${speaks.by === 'properties' ? ' or later' : ''}, not as ${speaks.asked}`
      return `${as}: ${grouped(changed)} of its ${count(gaps.length, 'gap')} ${changed === 1 ? 'is a difference' : 'are differences'} of that version. `
    })
    .join('')
}

/** One word for the exit code, and what it stands for. */
function verdictOf(report: Report): Pick<Headline, 'word' | 'sentence'> {
  const { exitCode, partial, history, shortfalls } = report
  const { word, sentence } = exits[exitCode]
  if (exitCode === 1) return { word, sentence: whatFails(report) || sentence }
  if (exitCode === 0 && history?.failOn === 'new' && tally(report).fail > 0)
    return { word: nothingNew.word, sentence: `${nothingNew.sentence}: ${whatFails(report)}` }
  if (exitCode === 0) return { word, sentence: sentence + exceptions(report) }
  if (exitCode !== 3) return { word, sentence }
  if (partial && total(report, ({ figures }) => figures.judged) > 0) return interrupted
  if (shortfalls === undefined) return { word, sentence }
  return { word: tooLittle.word, sentence: `${tooLittle.sentence}: ${shortfallWords(report)}` }
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
function undecidable({ clauses }: Report): string {
  // what was not tried before the run ended says nothing of the target
  const open = clauses.filter(({ verdict, outage }) => verdict === 'inconclusive' && outage !== 'interrupted').length
  return open === 0 ? '' : ` ${count(open, 'clause')} could not be judged because of outages.`
}

/** What stays undecided from run to run is a warning of its own: nobody waits for the next run to judge it. */
function stuckSentence({ history }: Report): string {
  const stuck = history?.stuck.length ?? 0
  return stuck === 0
    ? ''
    : ` Warning: ${count(stuck, 'clause')} could not be judged in ${Math.min(...(history?.stuck ?? []).map(({ runs }) => runs))} runs in a row or more.`
}

function shortfallWords({ shortfalls = [], providers }: Report): string {
  const titles = new Map(providers.map(({ name, title }) => [name, title]))
  return shortfalls
    .map(
      ({ provider, judged, least }) =>
        `${judged} % of the clauses of ${titles.get(provider) ?? provider}, where ${least} % are asked for`,
    )
    .join('; ')
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
