import { InvalidArgumentError, Option } from 'commander'
import type { Command } from 'commander'
import { formats } from '../reporters/report-files.ts'
import type { Format } from '../reporters/report-files.ts'
import type { Detail } from '../reporters/terminal.ts'

/** Flags of what is told of a run, where and how much of it. */
export interface OutputFlags {
  readonly report: string
  /** All of them where absent. */
  readonly format?: readonly Format[]
  readonly quiet?: boolean
  readonly verbose?: boolean
}

export function outputOptions(command: Command): Command {
  return command
    .option('--report <folder>', 'folder of the report', 'report')
    .option(
      '--format <format>',
      `format of the report: ${formats.join(', ')}; may be repeated (default: all)`,
      formatsGiven,
    )
    .addOption(new Option('--quiet', 'print only the outcome and the causes').conflicts('verbose'))
    .option('--verbose', 'print every finding in full, with the script of its steps')
}

/** How much the terminal is told. */
export function detailOf({ quiet, verbose }: OutputFlags): Detail {
  return quiet === true ? 'quiet' : verbose === true ? 'verbose' : 'usual'
}

/** Whether events are to be written as they happen. */
export function wantsEvents({ format }: OutputFlags): boolean {
  return format === undefined || format.includes('ndjson')
}

function formatsGiven(value: string, before: readonly Format[] = []): readonly Format[] {
  const format = formats.find((one) => one === value)
  if (format === undefined) throw new InvalidArgumentError(`Use one of ${formats.join(', ')}.`)
  return [...new Set([...before, format])]
}
