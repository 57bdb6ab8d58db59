import { createColors } from 'picocolors'
import type { Report } from '../model/report.ts'
import { arrange } from './arrange.ts'
import { causeLines } from './terminal/causes.ts'
import { gapLines } from './terminal/gaps.ts'
import { closingLine, headingLines } from './terminal/heading.ts'
import { noteLines } from './terminal/notes.ts'
import { waiverLines } from './terminal/waivers.ts'

export interface TerminalOptions {
  readonly color: boolean
}

/** A report for people at a terminal: verdict first, then each gap with its proof, then what else there is to know. */
export function terminal(report: Report, options: TerminalOptions): string {
  const colors = createColors(options.color)
  const arranged = arrange(report)
  const parts = [
    headingLines(report, colors),
    causeLines(report, colors),
    gapLines(report, arranged, colors),
    waiverLines(report, arranged, colors),
    ...noteLines(arranged, colors),
    [closingLine(report, colors)],
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}
