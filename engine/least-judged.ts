import type { Report, Shortfall } from '../model/report.ts'

/**
 * A report with the providers of which less was judged than is asked for, in percent of their clauses. A run that has them does not
 * conform; one of a selection is asked nothing.
 */
export function withLeastJudged(report: Report, least: number | undefined): Report {
  if (least === undefined || report.only.length > 0) return report
  const shortfalls = report.providers
    .map<Shortfall>(({ name, figures }) => ({
      provider: name,
      judged: figures.clauses === 0 ? 0 : Math.floor((figures.judged * 1000) / figures.clauses) / 10,
      least,
    }))
    .filter(({ judged }) => judged < least)
  if (shortfalls.length === 0) return report
  return { ...report, shortfalls, exitCode: report.exitCode === 0 ? 3 : report.exitCode }
}
