import type { ClauseRow, Report } from '../../model/report.ts'
import { changesOf, comparedWith, pastText, stuckText } from '../changes.ts'
import { count, grouped, moment } from '../figures.ts'
import { oneLine } from '../printable.ts'
import { listed } from '../wording.ts'
import type { Limits } from './limits.ts'
import { paint } from './paint.ts'
import type { Colors } from './paint.ts'

/** What changed against earlier runs. */
export function changeLines(report: Report, colors: Colors, limits: Limits): readonly string[] {
  const changes = changesOf(report)
  if (changes === undefined) return []
  const { news, mended, unjudged, stuck, notes } = changes
  const lines = [
    ...shortly(
      news.map((row) => changeLine(row, paint(colors, 'fail', '✗ new'), colors)),
      colors,
      limits,
    ),
    ...shortly(
      mended.map((row) => changeLine(row, paint(colors, 'ok', '✓ mended'), colors)),
      colors,
      limits,
    ),
    ...unjudged.map(
      ({ reason, rows }) =>
        `  ${paint(colors, 'open', '? no longer judged')}  ${oneLine(`${count(rows.length, 'clause')}, ${reason}: ${listed(rows.map(({ id }) => id))}`)}`,
    ),
    ...shortly(
      stuck.map((one) => [
        `  ${paint(colors, 'warn', '! not judged')}  ${oneLine(`${one.clause}  ${stuckText(one)}`)}`,
      ]),
      colors,
      limits,
    ),
    ...notes.map((note) => `  ${colors.dim(oneLine(note))}`),
  ]
  return lines.length === 0 ? [] : [colors.bold(titleOf(report)), ...lines]
}

/** What a comparison is with. */
function titleOf(report: Report): string {
  const before = comparedWith(report)
  if (before === undefined) return 'Earlier runs'
  return report.history?.against === 'baseline'
    ? `Changes against the baseline of ${moment(before)}`
    : `Changes since the run of ${moment(before)}`
}

function changeLine({ id, text, past }: ClauseRow, word: string, colors: Colors): readonly string[] {
  const said = past === undefined ? '' : ` · ${pastText(past)}`
  return [`  ${word}  ${oneLine(text)}`, `      ${colors.dim(oneLine(id + said))}`]
}

function shortly(lines: readonly (readonly string[])[], colors: Colors, limits: Limits): readonly string[] {
  const hidden = lines.length - limits.lines
  return [
    ...lines.slice(0, limits.lines).flat(),
    ...(hidden > 0 ? [`  ${colors.dim(`and ${grouped(hidden)} more in the report`)}`] : []),
  ]
}
