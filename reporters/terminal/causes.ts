import type { Report } from '../../model/report.ts'
import { shownCauses } from '../causes.ts'
import { grouped } from '../figures.ts'
import { oneLine } from '../printable.ts'
import { severityMarks } from '../wording.ts'
import { paint } from './paint.ts'
import type { Colors } from './paint.ts'

const shownLines = 20

/** What is to be mended, one entry for each origin, with the clause that proves it best. */
export function causeLines(report: Report, colors: Colors): readonly string[] {
  const causes = shownCauses(report)
  if (causes.length === 0) return []
  const several = report.providers.length > 1
  const hidden = causes.length - shownLines
  return [
    colors.bold('What to mend'),
    ...causes
      .slice(0, shownLines)
      .flatMap(({ cause, row, reach }, index) => [
        `${String(index + 1).padStart(3)}. ${paint(colors, cause.severity, severityMarks[cause.severity])} ${colors.bold(oneLine(cause.title))}  ${reach}`,
        `       ${colors.dim(oneLine(`${several ? `${cause.provider}: ` : ''}${row?.id ?? cause.proof}`))}`,
      ]),
    ...(hidden > 0 ? [`     ${colors.dim(`and ${grouped(hidden)} more in the report`)}`] : []),
  ]
}
