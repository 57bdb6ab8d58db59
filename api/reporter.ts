import { version } from '../cli/version.ts'
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
   * `.assay/history` where absent, or false; `baseline` a report or record to compare with in its place.
   */
  constructor({
    folder = 'report/assay',
    history,
    baseline,
  }: { readonly folder?: string; readonly history?: string | false; readonly baseline?: string } = {}) {
    super({
      folder,
      version,
      ...(history === undefined ? {} : { history }),
      ...(baseline === undefined ? {} : { baseline }),
    })
  }
}

export { AssayReporter }
