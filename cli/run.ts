import { Command } from 'commander'
import type { Ledger } from '../engine/ledger.ts'
import { run } from '../engine/run.ts'
import { readWaivers } from '../engine/waivers.ts'
import type { Contract, Provider } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Report } from '../model/report.ts'
import { UsageError } from '../wire/errors.ts'
import { createRecorder } from '../wire/har/recorder.ts'
import type { Recorder } from '../wire/har/recorder.ts'
import { chooseProviders } from './choose-providers.ts'
import { dryRun } from './dry-run.ts'
import { budgetOptions, judgingOptions, targetOptions } from './flags.ts'
import type { JudgingFlags } from './flags.ts'
import type { Io, Running } from './io.ts'
import { several } from './numbers.ts'
import { ledgerFor } from './ledger-for.ts'
import { openSetting, openTarget } from './open-target.ts'
import { onInterrupt } from './on-interrupt.ts'
import { createMishaps, watchProcess } from './mishap.ts'
import { present } from './present.ts'
import { redactorsFor } from './redactors.ts'
import { receiveWebhooks } from './receive-webhooks.ts'
import { removeMade } from './remove-made.ts'
import type { RemoveMade } from './remove-made.ts'
import { runRecording } from './run-recording.ts'
import { selectionOf } from './selection.ts'
import { showProgress } from './show-progress.ts'
import { parseTarget, usualRuns, usualShrinks } from './target.ts'
import type { TargetChoice } from './target.ts'
import { version } from './version.ts'
import { prepareFolder } from './write-report.ts'

interface RunFlags extends JudgingFlags {
  readonly only: readonly string[]
  readonly report: string
  readonly failedFrom?: string
  readonly record?: string
  readonly baseUrl?: string
  readonly anyVersion?: boolean
  readonly dryRun?: boolean
  readonly emulated?: boolean
}

export function runCommand(running: Running): Command {
  const command = new Command('run')
    .description('Judge providers on a target and report every documented promise.')
    .argument('[provider...]', 'providers to judge; all of them where none is named')
    .option('--only <id|section>', 'only checks with this id, of this clause or section; may be repeated', several, [])
    .option('--report <folder>', 'where the report is written', 'report')
    .option('--failed-from <report.json>', 'only the checks that found gaps in an earlier report')
    .option('--record <file.har>', 'write all that is exchanged to a recording, redacted')
    .option('--base-url <url>', 'where a recording shows the API, if not at its documented address')
    .option('--any-version', 'judge recorded exchanges of other versions of the API, too')
    .option('--emulated', 'the URL is that of a served emulator: use its control interface, too')
    .option('--dry-run', 'say what the run would ask of the target, and ask nothing')
  return budgetOptions(targetOptions(judgingOptions(command))).action(running(runAction))
}

async function runAction(io: Io, names: readonly string[], flags: RunFlags): Promise<number> {
  const choice = parseTarget(flags.target, flags.emulated)
  if (flags.dryRun === true) return dryRun(io, choice, names, flags)
  prepareFolder(flags.report)
  return choice.kind === 'recording'
    ? present(io, await judgeFile(io, choice.path, names, flags), flags.report)
    : judgeTarget(io, choice, names, flags)
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
  return runRecording({
    path,
    providers: chooseProviders(names),
    named: names.length > 0,
    environment,
    waivers: waivers === undefined ? [] : readWaivers(waivers),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(anyVersion === undefined ? {} : { anyVersion }),
    say: (line) => stdout.write(`${line}\n`),
  })
}

type SendingChoice = Exclude<TargetChoice, { kind: 'recording' }>

async function judgeTarget(io: Io, choice: SendingChoice, names: readonly string[], flags: RunFlags): Promise<number> {
  if (flags.baseUrl !== undefined)
    throw new UsageError('--base-url is for recordings; give the address itself as --target.')
  const { environment } = io
  const providers = chooseProviders(names)
  const asked = askedOf(choice, providers, flags)
  const redactor = redactorsFor(environment)
  const mishaps = createMishaps()
  const ledger = ledgerFor(choice, providers, flags, environment, mishaps.raise)
  const recorder = flags.record === undefined ? undefined : createRecorder(flags.record, version, redactor)
  const receiver = await receiveWebhooks(environment, choice)
  const interrupt = onInterrupt(io)
  const unwatch = watchProcess(mishaps, io)
  const progress = showProgress(io)
  const signal = AbortSignal.any([interrupt.signal, mishaps.signal, AbortSignal.timeout(flags.maxMinutes * 60_000)])
  const setting = {
    ...openSetting(flags, io),
    signal,
    ...(receiver === undefined ? {} : { receive: receiver.receive }),
  }
  const openTo = (contract: Contract) => openTarget(choice, contract, setting)
  try {
    const report = await run({
      ...asked,
      openTarget: openTo,
      redactor,
      signal,
      progress,
      ...keeping(ledger, recorder, removeMade(choice, flags, io, mishaps)),
    })
    progress.end()
    const code = present(io, report, flags.report)
    if (mishaps.signal.aborted) throw mishaps.signal.reason
    return code
  } finally {
    progress.end()
    interrupt.release()
    unwatch()
    await receiver?.close()
    recorder?.close()
  }
}

/** What is asked of the target, read from the flags before anything is opened. */
function askedOf({ kind }: SendingChoice, providers: readonly Provider[], flags: RunFlags) {
  return {
    providers,
    kind,
    seed: flags.seed,
    runs: flags.runs ?? usualRuns[kind],
    shrinks: usualShrinks[kind],
    only: selectionOf(flags, providers),
    nonce: kind === 'emulator' ? '' : Date.now().toString(36),
    version,
    waivers: flags.waivers === undefined ? [] : readWaivers(flags.waivers),
  }
}

/** What is kept of exchanges beside the report. */
function keeping(ledger: Ledger | undefined, recorder: Recorder | undefined, remove: RemoveMade) {
  return {
    onExchange(contract: Contract, exchange: Exchange) {
      ledger?.see(contract, exchange)
      recorder?.see(contract, exchange)
    },
    ...(ledger === undefined ? {} : { cleanUp: (contract: Contract) => remove(contract, ledger) }),
  }
}
