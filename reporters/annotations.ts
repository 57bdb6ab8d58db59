import type { Cause, Report } from '../model/report.ts'
import { stuckText } from './changes.ts'
import { shownCauses } from './causes.ts'
import type { ShownCause } from './causes.ts'
import { count } from './figures.ts'
import { cut, oneLine, place } from './printable.ts'

/** GitHub shows ten annotations of each level for a step, and drops the rest without a word. */
const shown = 10

type Level = 'error' | 'warning'

const levels: Readonly<Partial<Record<Cause['severity'], Level>>> = { fail: 'error', fault: 'error', warn: 'warning' }

/** What is to be mended as annotations of a GitHub Actions run: one workflow command a line, one for each cause. */
export function annotations(report: Report): string {
  const titles = new Map(report.providers.map(({ name, title }) => [name, title]))
  const causes = shownCauses(report)
  const commands = (level: Level): readonly string[] => {
    const all = causes.filter(({ cause }) => levelOf(cause, report) === level)
    const first = all.slice(0, all.length > shown ? shown - 1 : shown)
    const more = all.length - first.length
    return [
      ...first.map(({ cause, ...rest }) =>
        command(level, titles.get(cause.provider) ?? cause.provider, textOf({ cause, ...rest })),
      ),
      ...(more === 0 ? [] : [command(level, 'Assay', `${count(more, 'more cause')} in the report.`)]),
    ]
  }
  const waivers = report.waiverProblems.map(({ clause, text }) => command('error', `Waiver of ${clause}`, text))
  const stuck = (report.history?.stuck ?? []).slice(0, shown)
  const undecided = stuck.map((one) =>
    command('warning', titles.get(one.provider) ?? one.provider, `${one.clause}: ${stuckText(one)}`),
  )
  return [...commands('error'), ...waivers, ...undecided, ...commands('warning')].map((line) => `${line}\n`).join('')
}

/** A gap that does not fail the run, since earlier runs had it, is no error of the step. */
function levelOf({ severity, past }: Cause, { history }: Report): Level | undefined {
  return severity === 'fail' && history?.failOn === 'new' && past?.change === 'standing' ? 'warning' : levels[severity]
}

function textOf({ cause, row, reach }: ShownCause): string {
  const title = `${cause.title} (${reach})`
  if (row === undefined) return title
  const clause = cause.title === row.text ? `${row.id}, ${row.level}` : `${row.text} (${row.id}, ${row.level})`
  const [finding] = row.findings
  if (finding === undefined) return [title, row.reason === undefined ? clause : `${clause}: ${row.reason}`].join('\n')
  const { at, expected, actual, replay } = finding
  const proof = `At ${place(at)}: expected ${shortly(expected)}, actual ${shortly(actual)}.`
  return [title, clause, proof, ...(replay === '' ? [] : [`Replay: ${replay}`])].join('\n')
}

const shortly = (value: unknown): string => cut(oneLine(JSON.stringify(value)), 200)

/** Values are escaped as the runner reads them, so that no text of a target ends the command or begins another. */
function command(level: Level, title: string, text: string): string {
  const property = escaped(oneLine(title)).replaceAll(':', '%3A').replaceAll(',', '%2C')
  return `::${level} title=${property}::${escaped(text.split('\n').map(oneLine).join('\n'))}`
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
