import { isFresh } from '../history/with-history.ts'
import type { ClauseRow, Past, ProviderPast, Report, StuckClause } from '../model/report.ts'
import { groupInOrder } from './arrange.ts'
import { count, moment } from './figures.ts'
import { listed, unjudgedReason } from './wording.ts'

/** Clauses that are no longer judged for one reason. */
interface Unjudged {
  readonly reason: string
  readonly rows: readonly ClauseRow[]
}

/** What changed against earlier runs. */
export interface Changes {
  /** Gaps that earlier runs did not have. */
  readonly news: readonly ClauseRow[]
  readonly mended: readonly ClauseRow[]
  readonly unjudged: readonly Unjudged[]
  /** Gaps that earlier runs had. */
  readonly standing: readonly ClauseRow[]
  readonly stuck: readonly StuckClause[]
  /** What else a reader of the comparison has to know, in sentences. */
  readonly notes: readonly string[]
}

/** What changed against earlier runs; nothing where the run was not compared. */
export function changesOf(report: Report): Changes | undefined {
  const { history, clauses, providers } = report
  if (history === undefined) return undefined
  const changed = (...wanted: readonly Past['change'][]): readonly ClauseRow[] =>
    clauses.filter(({ past }) => past !== undefined && wanted.includes(past.change))
  const titles = new Map(providers.map(({ name, title }) => [name, title]))
  const gaps = clauses.filter(({ verdict, past }) => verdict === 'gap' && past !== undefined)
  return {
    news: gaps.filter(isFresh),
    mended: changed('mended'),
    unjudged: [...groupInOrder(changed('unjudged'), unjudgedReason)].map(([reason, rows]) => ({ reason, rows })),
    standing: gaps.filter((row) => !isFresh(row)),
    stuck: history.stuck,
    notes: [
      ...history.providers.flatMap((past) => notesOn(past, titles.get(past.name) ?? past.name)),
      ...history.notes,
    ],
  }
}

/** Whether a gap fails the run: with `--fail-on new`, those that earlier runs had do not. */
export function failsRun({ history }: Report, row: ClauseRow): boolean {
  return row.severity === 'fail' && (history?.failOn !== 'new' || isFresh(row))
}

/** The start of the latest run that this one is compared with. */
export function comparedWith({ history }: Report): string | undefined {
  return history?.providers
    .filter(({ runs }) => runs > 0)
    .flatMap(({ points }) => points.at(-2)?.startedAt ?? [])
    .toSorted()
    .at(-1)
}

/** What changed, as the second sentence of the headline. */
export function changeSentence(report: Report): string {
  const changes = changesOf(report)
  const before = comparedWith(report)
  if (changes === undefined || before === undefined) return ''
  const { news, mended, unjudged } = changes
  const lost = unjudged.reduce((sum, { rows }) => sum + rows.length, 0)
  const parts = [
    ...(news.length > 0 ? [count(news.length, 'new gap')] : []),
    ...(mended.length > 0 ? [`${mended.length} mended`] : []),
    ...(lost > 0 ? [`${lost} no longer judged`] : []),
  ]
  const since = report.history?.against === 'baseline' ? 'against the baseline' : `since the run of ${moment(before)}`
  if (parts.length === 0 && saysLittle(report)) return ''
  return parts.length === 0 ? ` Nothing changed ${since}.` : ` ${sentenceCase(parts.join(', '))} ${since}.`
}

/** Of what was not judged, nobody knows whether it changed. */
function saysLittle({ partial, providers }: Report): boolean {
  return partial || providers.every(({ figures }) => figures.judged === 0)
}

/** What earlier runs say of a clause, in one line. */
export function pastText({ change, since, seen, of, lastConforming, last }: Past): string {
  const runs = `seen in ${seen} of ${count(of, 'run')}`
  const conformed = lastConforming === undefined ? undefined : `last conformed ${moment(lastConforming)}`
  switch (change) {
    case 'new':
      return conformed === undefined ? 'new; no earlier run judged it' : `new; ${conformed}`
    case 'back':
      return `back again; ${[conformed, runs].filter((part) => part !== undefined).join(', ')}`
    case 'worse':
      return `worse; a warning since ${moment(since)}, ${runs}`
    case 'standing':
      return `since ${moment(since)}, ${[runs, conformed].filter((part) => part !== undefined).join(', ')}`
    case 'mended':
      return `mended; the gap was last seen ${moment(last ?? since)}`
    case 'unjudged':
      return `no longer judged since ${moment(since)}; last judged ${moment(last ?? since)}`
  }
}

/** How long a clause could not be judged. */
export const stuckText = ({ runs, since }: StuckClause): string =>
  `inconclusive in ${runs} runs in a row, since ${moment(since)}`

function notesOn({ runs, contractChanged, gone }: ProviderPast, title: string): readonly string[] {
  return [
    ...(runs === 0 ? [`This is the first run of ${title} that is kept: there is nothing to compare it with.`] : []),
    ...(contractChanged === true ? [`The contract of ${title} is another than in the run before.`] : []),
    ...(gone.length > 0
      ? [`The contract of ${title} does not have ${count(gone.length, 'clause')} any more: ${listed(gone)}.`]
      : []),
  ]
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
