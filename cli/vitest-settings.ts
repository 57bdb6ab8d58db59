import { Command, CommanderError } from 'commander'
import { UsageError } from '../wire/errors.ts'
import type { readEnvironment } from './environment.ts'
import { budgetOptions, judgingOptions, targetOptions } from './flags.ts'
import type { JudgingFlags } from './flags.ts'

/** What flags say for `assay run`, these variables say for its checks as vitest tests. */
const flagOf = {
  ASSAY_TARGET: '--target',
  ASSAY_SEED: '--seed',
  ASSAY_RUNS: '--runs',
  ASSAY_WAIVERS: '--waivers',
  ASSAY_TIMEOUT: '--timeout',
  ASSAY_MAX_REQUESTS: '--max-requests',
  ASSAY_MAX_CREATIONS: '--max-creations',
} as const

/** Variables that the tests read besides keys and addresses. */
export const vitestVariables: readonly string[] = [...Object.keys(flagOf), 'ASSAY_RECORD']

/** Settings of the tests, read and refused as the flags are. */
export function vitestSettings(environment: ReturnType<typeof readEnvironment>): JudgingFlags {
  const given = Object.entries(flagOf).flatMap(([variable, flag]) => {
    const value = environment[variable]
    return value === undefined ? [] : [{ variable, argument: `${flag}=${value}` }]
  })
  for (const { variable, argument } of given) parsed([argument], variable)
  return parsed(given.map(({ argument }) => argument))
}

function parsed(args: readonly string[], variable = ''): JudgingFlags {
  const command = budgetOptions(targetOptions(judgingOptions(new Command())))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
  try {
    return command.parse(args, { from: 'user' }).opts()
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown
    throw new UsageError(`${variable} cannot be used. ${thrown.message.replace(/^.* is invalid\. /, '')}`)
  }
}
