import type { RunnerTestSuite } from 'vitest'

/** A hook that takes its suite: vitest 3 gives it first, vitest 4 after the fixtures, which it reads off the parameters. */
export function withSuite(hook: (suite: RunnerTestSuite) => Promise<void>): () => Promise<void> {
  return function () {
    // oxlint-disable-next-line prefer-rest-params -- a parameter would be taken for fixtures
    return hook(arguments[arguments.length - 1] as RunnerTestSuite)
  }
}
