import { Command, CommanderError } from 'commander'
import { UsageError } from '../wire/errors.ts'
import type { Given } from './configured.ts'
import { budgetOptions, judgingOptions, targetOptions } from './flags.ts'
import type { JudgingFlags } from './flags.ts'

/** One setting that does not come from the command line: what its user calls it, and the flag that says the same. */
export interface Setting {
  readonly name: string
  readonly argument: string
}

/** Flags, and which of them were given. */
export interface GivenFlags {
  readonly flags: JudgingFlags
  readonly given: Given
}

/** Reads settings as the flags of `assay run` are read, and refuses one that cannot be used by its own name. */
export function parseSettings(settings: readonly Setting[]): GivenFlags {
  for (const setting of settings) parse([setting.argument], setting.name)
  const command = parse(settings.map(({ argument }) => argument))
  return { flags: command.opts(), given: command }
}

function parse(args: readonly string[], name = ''): Command {
  const command = budgetOptions(targetOptions(judgingOptions(new Command())))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
  try {
    return command.parse(args, { from: 'user' })
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown
    throw new UsageError(`${name} cannot be used. ${thrown.message.replace(/^.* is invalid\. /, '')}`)
  }
}
