import AssayReporter, { AssayReporter as named } from 'assay/reporter'
import { defineConfig } from 'vitest/config'

if (named !== AssayReporter) throw new Error('the reporter has two names for one class')

export default defineConfig({
  // the tests of conformance have limits of their own
  test: {
    include: ['**/*.example.ts'],
    reporters: ['default', ['assay/reporter', { folder: 'report' }]],
    testTimeout: 1,
    hookTimeout: 1,
  },
})
