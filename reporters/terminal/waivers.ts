import type { Report } from '../../model/report.ts'
import type { Arranged } from '../arrange.ts'
import { withStanding } from '../arrange.ts'
import { oneLine } from '../printable.ts'
import { standings, waiverProblemNames } from '../wording.ts'
import { paint } from './paint.ts'
import type { Colors } from './paint.ts'

/** Waivers that fail the run, then the gaps that a waiver covers. */
export function waiverLines(report: Report, arranged: readonly Arranged[], colors: Colors): readonly string[] {
  const problems = report.waiverProblems.map(
    ({ clause, problem, text }) =>
      `  ${paint(colors, 'fail', `${standings.gap.mark} ${waiverProblemNames[problem]}`)}  ${oneLine(`${clause}  ${text}`)}`,
  )
  const covered = withStanding(arranged, ['waived']).flatMap(({ sections }) =>
    sections.flatMap(({ rows }) =>
      rows.map(({ id, waiver }) => {
        const terms = waiver === undefined ? '' : `  ${waiver.reason} (${waiver.owner}, until ${waiver.expires})`
        return `  ${paint(colors, 'waived', standings.waived.mark)} ${oneLine(id + terms)}`
      }),
    ),
  )
  return [
    ...(problems.length > 0 ? [colors.bold('Waiver problems'), ...problems] : []),
    ...(covered.length > 0 ? [colors.bold('Waived gaps'), ...covered] : []),
  ]
}
