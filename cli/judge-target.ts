import { setMaxListeners } from 'node:events'
import type { Ledger } from '../engine/ledger.ts'
import { run } from '../engine/run.ts'
import type { Progress } from '../engine/run.ts'
import { readWaivers } from '../engine/waivers.ts'
import type { Contract, Provider } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Report } from '../model/report.ts'
import { createRecorder } from '../wire/har/recorder.ts'
import type { Recorder } from '../wire/har/recorder.ts'
import type { JudgingFlags } from './flags.ts'
import type { Io } from './io.ts'
import { ledgerFor } from './ledger-for.ts'
import { createMishaps, watchProcess } from './mishap.ts'
import { openSetting, openTarget } from './open-target.ts'
import { receiveWebhooks } from './receive-webhooks.ts'
import { redactorsFor } from './redactors.ts'
import { removeMade } from './remove-made.ts'
import type { RemoveMade } from './remove-made.ts'
import { requireTarget } from './require-target.ts'
import { showProgress } from './show-progress.ts'
import { usualBreadth, usualRuns, usualShrinks } from './target.ts'
import type { TargetChoice } from './target.ts'
import { version } from './version.ts'

export type SendingChoice = Exclude<TargetChoice, { kind: 'recording' }>

/** Told of each provider and each check. */
type Watcher = Pick<Progress, 'begin' | 'check'>

export interface TargetJudging {
  readonly choice: SendingChoice
  readonly providers: readonly Provider[]
  readonly only: readonly string[]
  readonly flags: JudgingFlags
  /** File of a recording. */
  readonly record?: string
  /** Told beside the terminal how far the run has come. */
  readonly watchers?: readonly Watcher[]
  /** Shows no progress on the terminal. */
  readonly quiet?: boolean
  /** Stops the run, which then reports what was judged so far. */
  readonly signal: AbortSignal
}

/**
 * Runs the checks of providers against a target, removes what they made there, and hands the report to `tell`. Throws the mishap
 * that ended the run early, after that.
 */
export async function judgeTarget<Told>(
  io: Io,
  { choice, providers, only, flags, record, watchers = [], quiet = false, signal: stop }: TargetJudging,
  tell: (report: Report) => Told,
): Promise<Told> {
  const { environment } = io
  const { kind } = choice
  requireTarget(choice, providers, environment)
  const redactor = redactorsFor(environment, { ours: true })
  const waivers = flags.waivers === undefined ? [] : readWaivers(flags.waivers)
  const mishaps = createMishaps()
  const ledger = ledgerFor(choice, providers, flags, environment, mishaps.raise)
  const recorder = record === undefined ? undefined : createRecorder(record, version, redactor)
  const receiver = await receiveWebhooks(environment, choice)
  const unwatch = watchProcess(mishaps, io)
  const signal = AbortSignal.any([stop, mishaps.signal, AbortSignal.timeout(flags.maxMinutes * 60_000)])
  const progress = showProgress(io, { quiet, signal })
  // each check and each request that is under way listens to it
  setMaxListeners(0, signal)
  const receive = receiver === undefined ? {} : { receive: receiver.receive }
  try {
    const report = await run({
      providers,
      kind,
      seed: flags.seed,
      runs: flags.runs ?? usualRuns[kind],
      breadth: flags.breadth ?? usualBreadth[kind],
      shrinks: usualShrinks[kind],
      only,
      nonce: kind === 'emulator' ? '' : Date.now().toString(36),
      version,
      waivers,
      openTarget: (contract) => openTarget(choice, contract, { ...openSetting(flags, io), signal, ...receive }),
      redactor,
      signal,
      progress: {
        begin: (...told) => [progress, ...watchers].forEach((watcher) => watcher.begin(...told)),
        check: (...told) => [progress, ...watchers].forEach((watcher) => watcher.check(...told)),
        end: progress.end,
      },
      ...keeping(ledger, recorder, removeMade(choice, flags, io, mishaps)),
    })
    progress.end()
    const told = tell(report)
    if (mishaps.signal.aborted) throw mishaps.signal.reason
    return told
  } finally {
    progress.end()
    unwatch()
    await receiver?.close()
    recorder?.close()
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
