import { defineConfig } from 'vitest/config'

/** The tests of the pure modules alone: what Stryker runs again and again. */
export default defineConfig({
  test: {
    include: ['test/engine/**/*.test.ts', 'test/schemas/*.test.ts', 'test/suites/*.test.ts', 'test/wire/redaction/**/*.test.ts'],
    testTimeout: 120_000,
  },
})
