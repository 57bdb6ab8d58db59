import { defineConfig } from 'vitest/config'
import { readEnvironment } from './cli/environment.ts'
import { version } from './cli/version.ts'
import { AssayReporter } from './reporters/vitest.ts'

export default defineConfig({
  test: {
    reporters: ['default', new AssayReporter({ folder: 'report/vitest', version })],
    // generous: a slow machine is no reason to fail
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'conformance',
          include: ['suites/*/conformance.test.ts'],
          // one receiver at a time listens behind the one public address for webhooks
          fileParallelism: readEnvironment()['ASSAY_WEBHOOK_URL'] === undefined,
        },
      },
    ],
  },
})
