import { readFileSync } from 'node:fs'
import { validateOwn } from '../schemas/own.ts'
import type { Report } from '../model/report.ts'
import { UsageError } from '../wire/errors.ts'

/** Ids of the checks during which an earlier report found gaps. */
export function failedChecks(path: string): readonly string[] {
  const report = readReport(path)
  const ids = report.clauses.flatMap(({ findings }) => findings.map(({ replay }) => / --only (\S+)/.exec(replay)?.[1]))
  const failed = [...new Set(ids.filter((id) => id !== undefined))]
  if (failed.length === 0) throw new UsageError(`The report ${path} has no gap to run again.`)
  return failed
}

/** Reads a report; refuses what is not one. */
function readReport(path: string): Report {
  const report = parseFile(path)
  const problem = validateOwn('report', report)
  if (problem !== undefined) throw new UsageError(`The file ${path} is not a report of this version: ${problem}.`)
  return report as Report
}

function parseFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (thrown) {
    const missing = (thrown as NodeJS.ErrnoException).code === 'ENOENT'
    throw new UsageError(missing ? `There is no report ${path}.` : `The report ${path} is not readable JSON.`)
  }
}
