import type { ClauseRow, Report } from '../model/report.ts'
import { standingOf } from './arrange.ts'
import { count } from './figures.ts'
import { cut, oneLine, place } from './printable.ts'
import type { Standing } from './wording.ts'

/** GitHub shows ten annotations of each level for a step, and drops the rest without a word. */
const shown = 10

const levels: Readonly<Partial<Record<Standing, 'error' | 'warning'>>> = {
  gap: 'error',
  broken: 'error',
  warns: 'warning',
}

/** What fails or warns as annotations of a GitHub Actions run: one workflow command a line. */
export function annotations(report: Report): string {
  const titles = new Map(report.providers.map(({ name, title }) => [name, title]))
  const at = (level: 'error' | 'warning') => report.clauses.filter((row) => levels[standingOf(row)] === level)
  const commands = (level: 'error' | 'warning'): readonly string[] => {
    const rows = at(level)
    const first = rows.slice(0, rows.length > shown ? shown - 1 : shown)
    const more = rows.length - first.length
    return [
      ...first.map((row) => command(level, titles.get(row.provider) ?? row.provider, textOf(row))),
      ...(more === 0 ? [] : [command(level, 'Assay', `${count(more, 'more clause')} in the report.`)]),
    ]
  }
  const waivers = report.waiverProblems.map(({ clause, text }) => command('error', `Waiver of ${clause}`, text))
  return [...commands('error'), ...waivers, ...commands('warning')].map((line) => `${line}\n`).join('')
}

function textOf({ id, level, text, reason, findings: [finding] }: ClauseRow): string {
  const clause = `${text} (${id}, ${level})`
  if (finding === undefined) return reason === undefined ? clause : `${clause}: ${reason}`
  const { at, expected, actual, replay } = finding
  const proof = `At ${place(at)}: expected ${shortly(expected)}, actual ${shortly(actual)}.`
  return [clause, proof, ...(replay === '' ? [] : [`Replay: ${replay}`])].join('\n')
}

const shortly = (value: unknown): string => cut(oneLine(JSON.stringify(value)), 200)

/** Values are escaped as the runner reads them, so that no text of a target ends the command or begins another. */
function command(level: 'error' | 'warning', title: string, text: string): string {
  const property = escaped(oneLine(title)).replaceAll(':', '%3A').replaceAll(',', '%2C')
  return `::${level} title=${property}::${escaped(text.split('\n').map(oneLine).join('\n'))}`
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
