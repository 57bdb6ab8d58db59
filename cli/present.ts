import type { Report } from '../model/report.ts'
import { terminal } from '../reporters/terminal.ts'
import { writeReport } from './write-report.ts'

/** Shows a report on the terminal, which nothing can keep from it, writes its files and sets the exit code. */
export function present(report: Report, folder: string): void {
  process.stdout.write(terminal(report, { color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined }))
  writeReport(report, folder)
  process.stdout.write(`The report is in ${folder}.\n`)
  process.exitCode = report.exitCode
}
