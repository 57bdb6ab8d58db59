import { defineConfig } from 'vitest/config'

/** The tests of the pure modules alone: what Stryker runs again and again. */
export default defineConfig({
  test: {
    include: [
      'test/engine/{lacking-operations-of-a-tally,locate,numbered,parts,verdict,waivers}.test.ts',
      'test/schemas/additions.test.ts',
      'test/suites/{arbitrary-bounds,json,pure-arbitraries,reference,vocabulary}.test.ts',
      'test/wire/redaction/{shapes-of-placeholders,typed-placeholders}.test.ts',
    ],
    testTimeout: 120_000,
  },
})
