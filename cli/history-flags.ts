import { Option } from 'commander'
import type { Command } from 'commander'
import { usualHistory } from '../history/folder.ts'
import { openMemory } from '../history/memory.ts'
import type { Memory, MemorySetting } from '../history/memory.ts'
import type { ReportHistory } from '../model/report.ts'
import type { Configured } from './configured.ts'
import type { Io } from './io.ts'

/** Flags of what compares a run with those before it. */
export interface HistoryFlags {
  readonly history?: string | false
  readonly baseline?: string
  readonly failOn?: ReportHistory['failOn']
}

export function historyOptions(command: Command): Command {
  return command
    .option(
      '--history <folder>',
      `folder of earlier runs, to compare this run with and to keep it in (default: "${usualHistory}")`,
    )
    .option('--no-history', 'do not compare this run with earlier runs, and do not keep it')
    .option('--baseline <file>', 'report or record to compare with, instead of the history')
    .addOption(
      new Option(
        '--fail-on <what>',
        'which gaps make the exit code 1: all, or only those that earlier runs did not have',
      )
        .choices(['gaps', 'new'])
        .default('gaps'),
    )
}

/** What earlier runs left for a command, which says on the terminal what goes wrong with it. */
export function memoryFor(
  { stderr }: Io,
  flags: HistoryFlags,
  setting: Pick<Configured<unknown>, 'thresholds' | 'targetName'>,
): Memory {
  return openMemory({
    ...memorySetting(flags, setting),
    say: (sentence) => void stderr.write(`assay: ${sentence}\n`),
  })
}

/** What flags and configuration say of earlier runs. */
export function memorySetting(
  { history, baseline, failOn }: HistoryFlags,
  { thresholds: { inconclusiveRuns }, targetName }: Pick<Configured<unknown>, 'thresholds' | 'targetName'>,
): Omit<MemorySetting, 'say'> {
  return {
    ...(history === undefined ? {} : { history }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(inconclusiveRuns === undefined ? {} : { stuckRuns: inconclusiveRuns }),
    ...(targetName === undefined ? {} : { targetName }),
  }
}
