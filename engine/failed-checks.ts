import type { Finding } from '../model/report.ts'
import { UsageError } from '../wire/errors.ts'
import { readReport } from './read-report.ts'

/** Ids of the checks during which an earlier report found gaps. */
export function failedChecks(path: string): readonly string[] {
  const report = readReport(path)
  const ids = report.clauses.flatMap(({ findings }) => findings.map(checkOf))
  const failed = [...new Set(ids.filter((id) => id !== undefined))]
  if (failed.length === 0) throw new UsageError(`The report ${path} has no gap to run again.`)
  return failed
}

/** Id of the check during which a finding was made; none where traffic showed it. */
export function checkOf({ replay }: Finding): string | undefined {
  return / --only (\S+)/.exec(replay)?.[1]
}
