import { defineConfig } from 'vitest/config'

/** The tests of the pure modules alone: what Stryker runs again and again. */
export default defineConfig({
  test: {
    include: [
      'test/engine/{additions,fingerprint,lacking-operations-of-a-tally,locate,merge,numbered,patience,verdict,waivers}.test.ts',
      'test/schemas/additions.test.ts',
      'test/suites/{json,reference,vocabulary}.test.ts',
      'test/suites/arbitraries/*.test.ts',
      'test/wire/redaction/*.test.ts',
    ],
    // they go through whole contracts or runs, which is too slow to be done for each mutant
    exclude: ['test/wire/redaction/{committed-files,nothing-leaks,outputs-of-a-run,placeholders}.test.ts'],
    testTimeout: 120_000,
  },
})
