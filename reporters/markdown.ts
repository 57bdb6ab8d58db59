import type { ClauseRow, ProviderRow, Report } from '../model/report.ts'
import { standingOf } from './arrange.ts'
import { changesOf, comparedWith, pastText, stuckText } from './changes.ts'
import { count, figuresOf, grouped, moment } from './figures.ts'
import { circumstances, headline, tallyWords } from './headline.ts'
import { shownCauses } from './causes.ts'
import { code, plain, table } from './markdown-text.ts'
import { place } from './printable.ts'
import { shownIn } from './proof.ts'
import { figureNames, madeUpKeyText, outcomeNames, severityMarks, standings, waiverProblemNames } from './wording.ts'
import type { Standing } from './wording.ts'

// CI systems cut a job summary at one megabyte, and nobody reads a long one.
const shownRows = 25
const listed: readonly Standing[] = ['gap', 'broken', 'warns']

/** A short summary of a run for a CI job page. */
export function markdown(report: Report): string {
  const { word, sentence, partial } = headline(report)
  const parts = [
    `## Assay: ${word}`,
    `**${plain(sentence)}**${partial === undefined ? '' : ` ${plain(partial)}`}`,
    plain(circumstances(report).join(' · ')),
    providerTable(report.providers),
    report.providers.some(({ madeUpKey }) => madeUpKey === true) ? plain(madeUpKeyText) : '',
    changeList(report),
    causeTable(report),
    gapTable(report.clauses),
    waiverList(report),
    tallyWords(report).join(' · '),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function providerTable(providers: readonly ProviderRow[]): string {
  if (providers.length === 0) return ''
  const head = ['Provider', 'Outcome', figureNames.conforming, figureNames.judged]
  return table(head, providers.map(providerCells))
}

function providerCells({ title, outcome, reason, figures }: ProviderRow): readonly string[] {
  const said = reason === undefined ? '' : `: ${plain(reason)}`
  return [
    plain(title),
    `${outcomeNames[outcome]}${said}`,
    ...figuresOf(figures).map(({ part, whole, percent }) => `${grouped(part)}/${grouped(whole)} (${percent})`),
  ]
}

function causeTable(report: Report): string {
  const causes = shownCauses(report)
  if (causes.length === 0) return ''
  const rows = causes
    .slice(0, shownRows)
    .map(({ cause, row, reach }) => [
      `${severityMarks[cause.severity]} ${plain(cause.title)}`,
      reach,
      code(row?.id ?? cause.proof),
    ])
  const hidden = causes.length - shownRows
  const shown = `### What to mend\n\n${table(['Cause', 'Reach', 'Proof'], rows)}`
  return hidden > 0 ? `${shown}\n\nand ${count(hidden, 'more cause')} in the full report` : shown
}

/** What changed against earlier runs: what a reader who knows the last summary has to read. */
function changeList(report: Report): string {
  const changes = changesOf(report)
  if (changes === undefined) return ''
  const { news, mended, unjudged, stuck, notes } = changes
  const before = comparedWith(report)
  const lines = [
    ...shortly(news.map((row) => changeItem(row, `${standings.gap.mark} **new**`))),
    ...shortly(mended.map((row) => changeItem(row, `${standings.conforms.mark} **mended**`))),
    ...unjudged.map(
      ({ reason, rows }) =>
        `- ${standings.inconclusive.mark} **no longer judged** ${count(rows.length, 'clause')}, ${plain(reason)}: ${rows
          .slice(0, 3)
          .map(({ id }) => code(id))
          .join(', ')}${rows.length > 3 ? ` and ${rows.length - 3} more` : ''}`,
    ),
    ...shortly(stuck.map((one) => `- ! **not judged** ${code(one.clause)} ${stuckText(one)}`)),
    ...notes.map((note) => `- ${plain(note)}`),
  ]
  if (lines.length === 0) return ''
  return `### ${before === undefined ? 'Earlier runs' : `Changes since ${moment(before)}`}\n\n${lines.join('\n')}`
}

function changeItem({ text, id, past }: ClauseRow, word: string): string {
  return `- ${word} ${plain(text)} ${code(id)}${past === undefined ? '' : ` (${plain(pastText(past))})`}`
}

function shortly(lines: readonly string[]): readonly string[] {
  const hidden = lines.length - shownRows
  return [
    ...lines.slice(0, shownRows),
    ...(hidden > 0 ? [`- and ${count(hidden, 'more change')} in the full report`] : []),
  ]
}

function gapTable(rows: readonly ClauseRow[]): string {
  const gaps = listed.flatMap((standing) => rows.filter((row) => standingOf(row) === standing))
  if (gaps.length === 0) return ''
  const hidden = gaps.length - shownRows
  const shown = table(['', 'Clause', 'Where', 'Expected', 'Actual', 'Replay'], gaps.slice(0, shownRows).map(gapCells))
  return hidden > 0 ? `${shown}\n\nand ${count(hidden, 'more clause')} in the full report` : shown
}

function gapCells(row: ClauseRow): readonly string[] {
  const { mark, name } = standings[standingOf(row)]
  const past = row.past === undefined ? '' : `<br>${plain(pastText(row.past))}`
  const clause = `${plain(row.text)}<br>${code(row.id)} ${row.level}${past}`
  const [first] = row.findings
  const proof =
    first === undefined
      ? [plain(row.reason ?? ''), '', '', '']
      : [
          `${code(place(first.at))}${shownIn(first)}`,
          code(JSON.stringify(first.expected)),
          code(JSON.stringify(first.actual)),
          first.replay === '' ? '' : code(first.replay, 400),
        ]
  return [`${mark} ${name}`, clause, ...proof]
}

function waiverList({ waiverProblems }: Report): string {
  const hidden = waiverProblems.length - shownRows
  return [
    ...waiverProblems
      .slice(0, shownRows)
      .map(
        ({ clause, problem, text }) => `- The waiver of ${code(clause)} ${waiverProblemNames[problem]}. ${plain(text)}`,
      ),
    ...(hidden > 0 ? [`- and ${count(hidden, 'more waiver')} in the full report`] : []),
  ].join('\n')
}
