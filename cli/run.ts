import { Command } from 'commander'
import { cleanUp } from '../engine/clean-up.ts'
import { openLedger } from '../engine/ledger.ts'
import type { Ledger } from '../engine/ledger.ts'
import { failedChecks } from '../engine/failed-checks.ts'
import { run } from '../engine/run.ts'
import { readWaivers } from '../engine/waivers.ts'
import type { Contract } from '../suites/model/contract.ts'
import type { Exchange } from '../suites/model/exchange.ts'
import type { Report } from '../suites/model/report.ts'
import { UsageError } from '../wire/errors.ts'
import { createRecorder } from '../wire/har/recorder.ts'
import type { Recorder } from '../wire/har/recorder.ts'
import { createRedactText } from '../wire/redaction/create-redactor.ts'
import type { Target } from '../wire/session.ts'
import { chooseProviders } from './choose-providers.ts'
import { readEnvironment } from './environment.ts'
import { dryRun } from './dry-run.ts'
import { budgetOptions, targetOptions } from './flags.ts'
import type { TargetFlags } from './flags.ts'
import { several, wholeNumber } from './numbers.ts'
import { openSetting, openTarget, secretsOf } from './open-target.ts'
import { onInterrupt } from './on-interrupt.ts'
import { present } from './present.ts'
import { redactorsFor } from './redactors.ts'
import { receiveWebhooks } from './receive-webhooks.ts'
import { runRecording } from './run-recording.ts'
import { showProgress } from './show-progress.ts'
import { parseTarget, usualRuns, usualShrinks } from './target.ts'
import type { TargetChoice } from './target.ts'
import { version } from './version.ts'

interface RunFlags extends TargetFlags {
  readonly only: readonly string[]
  readonly runs?: number
  readonly waivers?: string
  readonly report: string
  readonly failedFrom?: string
  readonly record?: string
  readonly baseUrl?: string
  readonly dryRun?: boolean
}

export function runCommand(): Command {
  const command = new Command('run')
    .description('Judge providers on a target and report every documented promise.')
    .argument('[provider...]', 'providers to judge; all of them where none is named')
    .option('--only <id|section>', 'only checks with this id, of this clause or section; may be repeated', several, [])
    .option('--runs <number>', 'generated inputs for each property', wholeNumber(1, 100_000))
    .option('--report <folder>', 'where the report is written', 'report')
    .option('--failed-from <report.json>', 'only the checks that found gaps in an earlier report')
    .option('--record <file.har>', 'write all that is exchanged to a recording, redacted')
    .option('--base-url <url>', 'where a recording shows the API, if not at its documented address')
    .option('--dry-run', 'say what the run would ask of the target, and ask nothing')
    .option('--waivers <file>', 'known gaps, each with reason, owner and expiry')
  return budgetOptions(targetOptions(command)).action(runAction)
}

async function runAction(names: readonly string[], flags: RunFlags): Promise<void> {
  const choice = parseTarget(flags.target)
  if (flags.dryRun === true) return dryRun(choice, names, flags)
  present(choice.kind === 'recording' ? await judgeFile(choice.path, names, flags) : await judgeTarget(choice, names, flags), flags.report)
}

async function judgeFile(path: string, names: readonly string[], { only, failedFrom, record, waivers, baseUrl }: RunFlags): Promise<Report> {
  if (only.length > 0 || failedFrom !== undefined) throw new UsageError('A recording is judged as a whole; leave --only and --failed-from out.')
  if (record !== undefined) throw new UsageError('The target is a recording already; leave --record out.')
  return runRecording({
    path,
    providers: chooseProviders(names),
    named: names.length > 0,
    environment: readEnvironment(),
    waivers: waivers === undefined ? [] : readWaivers(waivers),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    say: (line) => process.stdout.write(`${line}\n`),
  })
}

async function judgeTarget(choice: Exclude<TargetChoice, { kind: 'recording' }>, names: readonly string[], flags: RunFlags): Promise<Report> {
  if (flags.baseUrl !== undefined) throw new UsageError('--base-url is for recordings; give the address itself as --target.')
  const environment = readEnvironment()
  const providers = chooseProviders(names)
  const redactor = redactorsFor(environment)
  const ledger = choice.kind === 'emulator' ? undefined : openLedger(flags.ledger, createRedactText(secretsOf(providers, environment)))
  const recorder = flags.record === undefined ? undefined : createRecorder(flags.record, version, redactor)
  const receiver = await receiveWebhooks(environment, choice.kind)
  const interrupt = onInterrupt()
  const progress = showProgress()
  const signal = AbortSignal.any([interrupt.signal, AbortSignal.timeout(flags.maxMinutes * 60_000)])
  const setting = { ...openSetting(flags, environment), signal, ...(receiver === undefined ? {} : { receive: receiver.receive }) }
  try {
    return await run({
      providers,
      kind: choice.kind,
      openTarget: (contract) => openTarget(choice, contract, setting),
      redactor,
      seed: flags.seed,
      runs: flags.runs ?? usualRuns[choice.kind],
      shrinks: usualShrinks[choice.kind],
      only: [...flags.only, ...(flags.failedFrom === undefined ? [] : failedChecks(flags.failedFrom))],
      nonce: ledger === undefined ? '' : Date.now().toString(36),
      version,
      waivers: flags.waivers === undefined ? [] : readWaivers(flags.waivers),
      signal,
      progress,
      ...keeping(ledger, recorder),
    })
  } finally {
    progress.end()
    interrupt.release()
    recorder?.close()
    await receiver?.close()
  }
}

/** What is kept of exchanges beside the report. */
function keeping(ledger: Ledger | undefined, recorder: Recorder | undefined) {
  return {
    onExchange(contract: Contract, exchange: Exchange) {
      ledger?.see(contract, exchange)
      recorder?.see(contract, exchange)
    },
    ...(ledger === undefined ? {} : { cleanUp: (contract: Contract, target: Target) => cleanUp(contract, target, ledger) }),
  }
}
