import type { Report } from '../suites/model/report.ts'
import { terminal } from '../reporters/terminal.ts'
import { writeReport } from './write-report.ts'

/** Writes a report's files, shows it on the terminal and sets the exit code. */
export function present(report: Report, folder: string): void {
  writeReport(report, folder)
  process.stdout.write(terminal(report, { color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined }))
  process.stdout.write(`The report is in ${folder}.\n`)
  process.exitCode = report.exitCode
}
