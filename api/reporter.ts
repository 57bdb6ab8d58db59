import { version } from '../cli/version.ts'
import { writeVitestReport } from '../cli/write-vitest-report.ts'
import type { VitestReportOptions } from '../cli/write-vitest-report.ts'
import { AssayReporter as Reporter } from '../reporters/vitest.ts'

/**
 * Puts the report together from the conformance tests of a vitest run, merged blobs of shards included, and fails a run that judged
 * nothing, with which vitest alone would be content.
 *
 * @example
 * // vitest.config.ts
 * export default defineConfig({ test: { reporters: ['default', ['assay/reporter', { folder: 'report/assay' }]] } })
 */
export default class AssayReporter extends Reporter {
  /**
   * @param options `folder` is where the report is written, `report/assay` where absent; `history` the folder of earlier runs,
   * `.assay/history` where absent, or false; `baseline` a report or record to compare with in its place; `failOn` which gaps make the
   * exit code of the report 1. What is absent is taken from the configuration.
   */
  constructor(options: VitestReportOptions = {}) {
    super({ version, write: (report) => writeVitestReport(report, options) })
  }
}

export { AssayReporter }
