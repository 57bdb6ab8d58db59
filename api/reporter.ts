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
  /** @param options `folder` is where the report is written, `report/assay` where absent. */
  constructor({ folder = 'report/assay' }: { readonly folder?: string } = {}) {
    super({ folder, version })
  }
}

export { AssayReporter }
