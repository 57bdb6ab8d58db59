import type { readEnvironment } from './environment.ts'
import { parseSettings } from './parse-settings.ts'
import type { GivenFlags, Setting } from './parse-settings.ts'

/** What flags say for `assay run`, these variables say for its checks as vitest tests. */
const flagOf = {
  ASSAY_TARGET: '--target',
  ASSAY_SEED: '--seed',
  ASSAY_RUNS: '--runs',
  ASSAY_BREADTH: '--breadth',
  ASSAY_WAIVERS: '--waivers',
  ASSAY_ALLOW_HOST: '--allow-host',
  ASSAY_TIMEOUT: '--timeout',
  ASSAY_MAX_REQUESTS: '--max-requests',
  ASSAY_MAX_CREATIONS: '--max-creations',
} as const

/** Variables that the tests read besides keys and addresses. */
export const vitestVariables: readonly string[] = [
  ...Object.keys(flagOf),
  'ASSAY_RECORD',
  'ASSAY_REPORT',
  'ASSAY_HISTORY',
]

/** What the variables say, as settings. */
export function variableSettings(environment: ReturnType<typeof readEnvironment>): readonly Setting[] {
  return Object.entries(flagOf).flatMap(([name, flag]) => {
    const value = environment[name]
    return value === undefined ? [] : [{ name, argument: `${flag}=${value}` }]
  })
}

/** Settings of the tests, read and refused as the flags are. */
export function vitestSettings(environment: ReturnType<typeof readEnvironment>): GivenFlags {
  return parseSettings(variableSettings(environment))
}
