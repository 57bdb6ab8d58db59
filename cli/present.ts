import type { Report } from '../model/report.ts'
import { annotations } from '../reporters/annotations.ts'
import { terminal } from '../reporters/terminal.ts'
import type { Io } from './io.ts'
import { writeReport } from './write-report.ts'

/** Shows a report on the terminal, which nothing can keep from it, writes its files and returns the exit code. */
export function present({ environment, stdout }: Io, report: Report, folder: string): number {
  stdout.write(terminal(report, { color: stdout.isTTY === true && environment['NO_COLOR'] === undefined }))
  if (environment['GITHUB_ACTIONS'] === 'true') stdout.write(annotations(report))
  writeReport(report, folder)
  stdout.write(`The report is in ${folder}.\n`)
  return report.exitCode
}
