import { defineConfig } from 'vitest/config'
import { AssayReporter } from './api/reporter.ts'
import { readEnvironment } from './cli/environment.ts'

/** Tests of the command as a process of its own, which run from the built files. */
const processes = 'test/**/*.process.test.ts'

const environment = readEnvironment()

// one receiver at a time listens behind the one public address for webhooks
const oneAtATime = environment['ASSAY_WEBHOOK_URL'] !== undefined

export default defineConfig({
  test: {
    reporters: [
      'default',
      new AssayReporter({
        folder: environment['ASSAY_REPORT'] ?? 'report/vitest',
        history: environment['ASSAY_HISTORY'] ?? false,
      }),
    ],
    // generous: a slow machine is no reason to fail
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // files share their modules, whose only state is what they have read or compiled
    isolate: false,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [processes], setupFiles: 'test/setup.ts' },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: [processes],
          setupFiles: 'test/setup.ts',
          globalSetup: 'test/build-when-stale.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'conformance',
          include: ['suites/*/conformance.test.ts'],
          ...(oneAtATime ? { fileParallelism: false, sequence: { groupOrder: 1 } } : {}),
        },
      },
    ],
  },
})
