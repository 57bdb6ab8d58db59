import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../model/report.ts'
import { eventFile, formats, reportFiles } from '../reporters/report-files.ts'
import type { Format } from '../reporters/report-files.ts'
import { UsageError } from '../wire/errors.ts'
import { makeFolder } from '../wire/make-folder.ts'

/** Makes the folder of a report and sees that every file of it can be written, before a run costs anything. */
export function prepareFolder(folder: string, wanted: readonly Format[] = formats): void {
  sayingWhere(folder, () => {
    const probe = join(folder, `.assay.${process.pid}`)
    makeFolder(folder)
    writeFileSync(probe, '')
    rmSync(probe)
  })
  const inTheWay = [...Object.keys(reportFiles(wanted)), eventFile].find((name) => isFolder(join(folder, name)))
  if (inTheWay !== undefined)
    throw new UsageError(
      `The report cannot be written to ${folder}, where ${inTheWay} is a folder; name another folder with --report.`,
    )
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Writes a report in the wanted formats into a folder; each file is there whole or not at all, and one that cannot be written costs no other. */
export function writeReport(report: Report, folder: string, wanted: readonly Format[] = formats): void {
  const failures: unknown[] = []
  for (const [name, reporter] of Object.entries(reportFiles(wanted))) {
    try {
      writeWhole(folder, name, reporter(report))
    } catch (thrown) {
      failures.push(thrown)
    }
  }
  if (failures.length > 0) throw failures[0]
}

function writeWhole(folder: string, name: string, text: string): void {
  const unfinished = join(folder, `.${name}.${process.pid}`)
  sayingWhere(folder, () => {
    makeFolder(folder)
    try {
      writeFileSync(unfinished, text)
      renameSync(unfinished, join(folder, name))
    } finally {
      rmSync(unfinished, { force: true })
    }
  })
}

/** What is written, and what its user can do where there is no place for it. */
interface Written {
  readonly what: string
  readonly instead: string
}

const theReport: Written = { what: 'The report', instead: 'name another folder with --report' }

/** Does what may fail for want of a place, and says where it did. */
export function sayingWhere<Done>(folder: string, write: () => Done, { what, instead } = theReport): Done {
  try {
    return write()
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code
    if (code === undefined) throw thrown
    throw new UsageError(`${what} cannot be written to ${folder} (${code}); ${instead}.`)
  }
}
