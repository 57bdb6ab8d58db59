import type { Report } from '../../model/report.ts'
import { leadingCauses, shownCauses } from '../causes.ts'
import type { ShownCause } from '../causes.ts'
import { grouped } from '../figures.ts'
import { oneLine } from '../printable.ts'
import { severityMarks } from '../wording.ts'
import type { Limits } from './limits.ts'
import { paint } from './paint.ts'
import type { Colors } from './paint.ts'

/** What is to be mended, one entry for each origin, with the clause that proves it best. */
export function causeLines(report: Report, colors: Colors, limits: Limits): readonly string[] {
  const causes = shownCauses(report)
  if (causes.length === 0) return []
  const several = report.providers.length > 1
  const first = limits.all ? causes : leadingCauses(causes)
  const hidden = causes.length - first.length
  return [
    colors.bold('What to mend'),
    ...first.flatMap((shown, index) => entry(shown, index + 1, several, colors, limits)),
    ...(hidden > 0 ? [`     ${colors.dim(`and ${grouped(hidden)} more, which --verbose and the report list`)}`] : []),
  ]
}

function entry(
  { cause, row, reach }: ShownCause,
  number: number,
  several: boolean,
  colors: Colors,
  { all }: Limits,
): readonly string[] {
  const { severity, title, provider, proof, breaks, blocks } = cause
  const where = oneLine(`${several ? `${provider}: ` : ''}${row?.id ?? proof}`)
  const listed = (name: string, ids: readonly string[]): readonly string[] =>
    ids.map((id) => `       ${colors.dim(`${name} ${oneLine(id)}`)}`)
  return [
    `${String(number).padStart(3)}. ${paint(colors, severity, severityMarks[severity])} ${colors.bold(oneLine(title))}  ${reach}`,
    ...(all ? [...listed('breaks', breaks), ...listed('blocks', blocks)] : [`       ${colors.dim(where)}`]),
  ]
}
