import type { ClauseRow, Finding, Report } from '../../model/report.ts'
import type { Arranged } from '../arrange.ts'
import { dependents, standingOf, withStanding } from '../arrange.ts'
import { pastText } from '../changes.ts'
import { count } from '../figures.ts'
import { cut, oneLine, place } from '../printable.ts'
import { proof, seen, shownIn } from '../proof.ts'
import { sourceText, standings, versionText } from '../wording.ts'
import { paint } from './paint.ts'
import type { Colors } from './paint.ts'
import type { Limits } from './limits.ts'

/** Every gap and every fault of ours, by provider and section, each with its proof. */
export function gapLines(
  report: Report,
  arranged: readonly Arranged[],
  colors: Colors,
  limits: Limits,
): readonly string[] {
  const standingOn = dependents(report)
  return withStanding(arranged, ['gap', 'broken', 'warns']).flatMap(({ provider, sections }, index) => [
    ...(index > 0 ? [''] : []),
    colors.bold(colors.underline(oneLine(provider.title))),
    ...sections.flatMap(({ title, rows }) => [
      `  ${colors.bold(oneLine(title))}`,
      ...rows.flatMap((row) => clauseLines(row, standingOn.get(row.id) ?? 0, colors, limits)),
    ]),
  ])
}

function clauseLines(row: ClauseRow, standingOn: number, colors: Colors, limits: Limits): readonly string[] {
  const { mark, name, severity } = standings[standingOf(row)]
  const hidden = row.findings.length - limits.findings
  return [
    `    ${paint(colors, severity, `${mark} ${name}`)}  ${oneLine(row.text)}`,
    `      ${colors.dim(oneLine(`${row.id} · ${row.level} · ${sourceText(row.source)}`))}`,
    ...(row.findings.every(({ known }) => known === undefined)
      ? []
      : [`      known: ${oneLine(row.findings.find(({ known }) => known !== undefined)?.known ?? '')}`]),
    ...(row.past === undefined ? [] : [`      ${pastText(row.past)}`]),
    ...(row.reason === undefined ? [] : [`      ${oneLine(row.reason)}`]),
    ...(standingOn > 0 ? [`      ${count(standingOn, 'clause')} blocked by it`] : []),
    ...(row.note === undefined ? [] : [`      ${colors.dim(`note: ${oneLine(row.note)}`)}`]),
    ...(row.versionChange === undefined ? [] : [`      ${colors.dim(oneLine(versionText(row.versionChange)))}`]),
    ...row.findings.slice(0, limits.findings).flatMap((finding) => findingLines(finding, colors, limits)),
    ...(hidden > 0 ? [`      ${colors.dim(`and ${count(hidden, 'more finding')} in the report`)}`] : []),
  ]
}

function findingLines(finding: Finding, colors: Colors, limits: Limits): readonly string[] {
  return [
    `      at ${colors.bold(place(finding.at))}${colors.dim(`${shownIn(finding)}, ${oneLine(seen(finding))}`)}`,
    ...proof(finding).map(({ part, text }) => {
      const painted = part === 'expected' ? colors.green : part === 'actual' ? colors.red : String
      return `        ${colors.dim(part.padEnd(8))}  ${painted(cut(oneLine(text), limits.text))}`
    }),
    ...(limits.all && finding.script !== undefined
      ? finding.script.split('\n').map((line) => `        ${colors.dim('script')}    ${oneLine(line)}`)
      : []),
  ]
}
