import type { Report } from '../../model/report.ts'
import { hostileReport, payloads } from './hostile-report.ts'
import { conformingReport, emptyReport, hugeReport, interruptedReport, sampleReport } from './sample-report.ts'

/** Reports of every kind, by a name. */
export const everyReport: readonly (readonly [name: string, report: Report])[] = [
  ['full', sampleReport()],
  ['conforming', conformingReport()],
  ['interrupted', interruptedReport()],
  ['empty', emptyReport()],
  ['huge', hugeReport(20)],
  ...payloads.map((payload) => [`hostile ${payload}`, hostileReport(sampleReport(), payload)] as const),
]
