import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../model/report.ts'
import { reportFiles } from '../reporters/report-files.ts'
import { UsageError } from '../wire/errors.ts'

/** Makes the folder of a report and sees that it can be written, before a run costs anything. */
export function prepareFolder(folder: string): void {
  sayingWhere(folder, () => {
    const probe = join(folder, `.assay.${process.pid}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
  })
}

/** Writes a report in every format into a folder; each file is there whole or not at all. */
export function writeReport(report: Report, folder: string): void {
  sayingWhere(folder, () => {
    mkdirSync(folder, { recursive: true })
    for (const [name, reporter] of Object.entries(reportFiles)) {
      const unfinished = join(folder, `.${name}.${process.pid}`)
      writeFileSync(unfinished, reporter(report))
      renameSync(unfinished, join(folder, name))
    }
  })
}

function sayingWhere(folder: string, write: () => void): void {
  try {
    write()
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code
    if (code === undefined) throw thrown
    throw new UsageError(`The report cannot be written to ${folder} (${code}); name another folder with --report.`)
  }
}
