import { Command } from 'commander'
import { withLeastJudged } from '../engine/least-judged.ts'
import { readWaivers } from '../engine/waivers.ts'
import type { Report } from '../model/report.ts'
import { UsageError } from '../wire/errors.ts'
import { chooseProviders } from './choose-providers.ts'
import { loadConfiguration } from './configuration-file.ts'
import { configured } from './configured.ts'
import { dryRun } from './dry-run.ts'
import { budgetOptions, configOption, judgingOptions, targetOptions } from './flags.ts'
import type { JudgingFlags } from './flags.ts'
import { openEventLog } from './event-log.ts'
import type { EventLog } from './event-log.ts'
import { historyOptions, memoryFor } from './history-flags.ts'
import type { HistoryFlags } from './history-flags.ts'
import type { Io, Running } from './io.ts'
import { judgeTarget } from './judge-target.ts'
import type { SendingChoice } from './judge-target.ts'
import { repeatable } from './option-values.ts'
import { outputOptions, wantsEvents } from './output-flags.ts'
import type { OutputFlags } from './output-flags.ts'
import { onInterrupt } from './on-interrupt.ts'
import { present } from './present.ts'
import { selectionOf } from './selection.ts'
import { parseTarget } from './target.ts'
import { prepareFolder } from './write-report.ts'

interface RunFlags extends JudgingFlags, OutputFlags, HistoryFlags {
  readonly config?: string
  readonly only: readonly string[]
  readonly failedFrom?: string
  readonly record?: string
  readonly baseUrl?: string
  readonly anyVersion?: boolean
  readonly dryRun?: boolean
  readonly emulated?: boolean
}

export function runCommand(running: Running): Command {
  const command = new Command('run')
    .description('Judge a target against what the documentation of its provider promises, and write a report.')
    .argument('[provider...]', 'providers to judge (default: all)')
    .addOption(configOption())
    .addOption(
      repeatable('--only <id|section>', 'run only the check with this id, or the checks of this clause or section'),
    )
    .option('--failed-from <report.json>', 'run only the checks that found gaps in an earlier report')
    .option('--record <file.har>', 'write all exchanges to a HAR file, redacted')
    .option('--base-url <url>', 'base URL of the API in the recording (default: the documented one)')
    .option('--any-version', 'also judge recorded exchanges of other versions of the API')
    .option('--emulated', 'treat the URL as that of an Assay emulator, and use its control interface')
    .option('--dry-run', 'print what the run would send to the target, and send nothing')
  return historyOptions(outputOptions(budgetOptions(targetOptions(judgingOptions(command))))).action(running(runAction))
}

async function runAction(io: Io, given: readonly string[], asked: RunFlags, command: Command): Promise<number> {
  const { flags, names, ...setting } = configured(await loadConfiguration(asked.config), command, asked, given)
  const choice = parseTarget(flags.target, flags.emulated, setting.targets)
  if (flags.dryRun === true) return dryRun(io, choice, names, flags)
  prepareFolder(flags.report, flags.format)
  const memory = memoryFor(io, flags, setting)
  const events = wantsEvents(flags) ? openEventLog(flags.report) : undefined
  const tell = (judged: Report): number => {
    const report = withLeastJudged(memory.compare(judged), setting.thresholds.judged)
    try {
      return present(io, report, flags, events)
    } finally {
      memory.keep(report)
    }
  }
  return choice.kind === 'recording'
    ? tell(await judgeFile(io, choice.path, names, flags))
    : judgeSending(io, choice, names, flags, { events, tell })
}

async function judgeFile(
  { environment, stdout }: Io,
  path: string,
  names: readonly string[],
  { only, failedFrom, record, waivers, baseUrl, anyVersion }: RunFlags,
): Promise<Report> {
  if (only.length > 0 || failedFrom !== undefined)
    throw new UsageError('A recording is judged as a whole; leave --only and --failed-from out.')
  if (record !== undefined) throw new UsageError('The target is a recording already; leave --record out.')
  const { runRecording } = await import('./run-recording.ts')
  return runRecording({
    path,
    providers: await chooseProviders(names),
    named: names.length > 0,
    environment,
    waivers: waivers === undefined ? [] : readWaivers(waivers),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(anyVersion === undefined ? {} : { anyVersion }),
    say: (line) => stdout.write(`${line}\n`),
  })
}

async function judgeSending(
  io: Io,
  choice: SendingChoice,
  names: readonly string[],
  flags: RunFlags,
  { events, tell }: { readonly events: EventLog | undefined; readonly tell: (report: Report) => number },
): Promise<number> {
  if (flags.baseUrl !== undefined)
    throw new UsageError('--base-url is for recordings; give the address itself as --target.')
  const providers = await chooseProviders(names)
  const { record } = flags
  const judging = {
    choice,
    providers,
    only: selectionOf(flags, providers),
    flags,
    watchers: events === undefined ? [] : [events],
    quiet: flags.quiet === true,
    ...(record === undefined ? {} : { record }),
  }
  const interrupt = onInterrupt(io)
  try {
    return await judgeTarget(io, { ...judging, signal: interrupt.signal }, tell)
  } finally {
    interrupt.release()
  }
}
