import type { Report } from '../model/report.ts'
import { annotations } from '../reporters/annotations.ts'
import { terminal } from '../reporters/terminal.ts'
import type { EventLog } from './event-log.ts'
import { isColored } from './io.ts'
import type { Io } from './io.ts'
import { detailOf } from './output-flags.ts'
import type { OutputFlags } from './output-flags.ts'
import { writeReport } from './write-report.ts'

/** Shows a report on the terminal, which nothing can keep from it, writes its files and returns the exit code. */
export function present(
  { environment, stdout }: Io,
  report: Report,
  flags: OutputFlags,
  events?: Pick<EventLog, 'report'>,
): number {
  stdout.write(
    terminal(report, {
      color: isColored(stdout, environment),
      detail: detailOf(flags),
      ...(stdout.isTTY === true && stdout.columns !== undefined ? { columns: stdout.columns } : {}),
    }),
  )
  if (environment['GITHUB_ACTIONS'] === 'true') stdout.write(annotations(report))
  writeReport(report, flags.report, flags.format)
  events?.report(report)
  if (flags.quiet !== true) stdout.write(`The report is in ${flags.report}.\n`)
  return report.exitCode
}
