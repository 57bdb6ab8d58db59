import AssayReporter, { AssayReporter as named } from 'assay/reporter'
import { defineConfig } from 'vitest/config'

if (named !== AssayReporter) throw new Error('the reporter has two names for one class')

export default defineConfig({
  // generous: a slow machine is no reason to fail
  test: {
    include: ['**/*.example.ts'],
    reporters: ['default', ['assay/reporter', { folder: 'report' }]],
    testTimeout: 120_000,
  },
})
