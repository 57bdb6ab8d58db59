import { createColors } from 'picocolors'
import type { Report } from '../model/report.ts'
import { arrange } from './arrange.ts'
import { causeLines } from './terminal/causes.ts'
import { changeLines } from './terminal/changes.ts'
import { folded } from './terminal/fold.ts'
import { gapLines } from './terminal/gaps.ts'
import { closingLine, headingLines } from './terminal/heading.ts'
import { limitsOf } from './terminal/limits.ts'
import type { Detail } from './terminal/limits.ts'
import { noteLines } from './terminal/notes.ts'
import { waiverLines } from './terminal/waivers.ts'

export type { Detail }

export interface TerminalOptions {
  readonly color: boolean
  /** How much is told; the usual where absent. */
  readonly detail?: Detail
  /** Width at which lines are folded; they are not where absent. */
  readonly columns?: number
}

/** A report for people at a terminal: verdict first, then what to mend, each gap with its proof, and what else there is to know. */
export function terminal(report: Report, { color, detail = 'usual', columns = Infinity }: TerminalOptions): string {
  const colors = createColors(color)
  const limits = limitsOf(detail)
  const arranged = arrange(report)
  const rest = [
    gapLines(report, arranged, colors, limits),
    waiverLines(report, arranged, colors),
    ...noteLines(arranged, colors, limits),
  ]
  const parts = [
    headingLines(report, colors),
    causeLines(report, colors, limits),
    changeLines(report, colors, limits),
    ...(detail === 'quiet' ? [] : rest),
    [closingLine(report, colors)],
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.flatMap((line) => folded(line, columns)).join('\n'))
    .join('\n\n')}\n`
}
