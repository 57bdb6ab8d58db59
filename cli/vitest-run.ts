import { join } from 'node:path'
import { planFor } from '../engine/run.ts'
import { openRun } from '../engine/provider-run.ts'
import type { Run, RunOptions } from '../engine/provider-run.ts'
import { readWaivers, waiversInForce } from '../engine/waivers.ts'
import type { Waiver } from '../engine/waivers.ts'
import type { ConformanceMeta } from '../reporters/vitest.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Provider } from '../model/contract.ts'
import { UsageError } from '../wire/errors.ts'
import { createRecorder } from '../wire/har/recorder.ts'
import type { Recorder } from '../wire/har/recorder.ts'
import type { Pause } from '../wire/layers/with-retry.ts'
import { realPause } from '../wire/pause.ts'
import { readEnvironment } from './environment.ts'
import { ledgerFor } from './ledger-for.ts'
import { openSetting, openTarget } from './open-target.ts'
import { createMishaps } from './mishap.ts'
import { receiveWebhooks } from './receive-webhooks.ts'
import { redactorsFor } from './redactors.ts'
import { removeMade } from './remove-made.ts'
import { parseTarget, usualBreadth, usualRuns, usualShrinks } from './target.ts'
import { version } from './version.ts'
import { loadConfiguration } from './configuration-file.ts'
import { configured } from './configured.ts'
import type { Configured } from './configured.ts'
import type { JudgingFlags } from './flags.ts'
import { vitestSettings } from './vitest-settings.ts'

/** One provider's run, for as long as a test file lasts. */
export interface VitestRun {
  readonly run: Run
  /** Why nothing can be judged. */
  readonly reason?: string
  redact(text: string): string
  /** Removes what was made, closes all and says what came of it. */
  finish(): Promise<ConformanceMeta>
}

type Environment = ReturnType<typeof readEnvironment>

/** What the tests of a provider are asked, besides the provider. */
export interface VitestAsked extends Pick<Configured<TestFlags>, 'flags' | 'targets' | 'targetName'> {
  readonly environment: Environment
  readonly only: readonly string[]
  /** How waits between retries pass; in real time where absent. */
  readonly pause?: Pause
}

/** Flags of tests. A configuration can say what no variable does. */
export type TestFlags = JudgingFlags & { readonly emulated?: boolean }

/** What the variables ask, and the configuration where they say nothing. */
export async function askedByVariables(): Promise<VitestAsked> {
  const environment = readEnvironment()
  const { flags, given } = vitestSettings(environment)
  return { ...configured<TestFlags>(await loadConfiguration(), given, flags, []), environment, only: [] }
}

async function optionsFor(provider: Provider, { flags, environment, only, targets }: VitestAsked) {
  const choice = parseTarget(flags.target, flags.emulated, targets)
  if (choice.kind === 'recording')
    throw new UsageError('The target of tests is emulator, live or a URL; a recording is judged by assay run.')
  const plan = await planFor(provider, only, flags.breadth ?? usualBreadth[choice.kind])
  const waivers: readonly Waiver[] = flags.waivers === undefined ? [] : readWaivers(flags.waivers)
  const options: RunOptions = {
    seed: flags.seed,
    runs: flags.runs ?? usualRuns[choice.kind],
    shrinks: usualShrinks[choice.kind],
    nonce: choice.kind === 'emulator' ? '' : Date.now().toString(36),
    redactor: redactorsFor(environment, { ours: true })(plan.contract),
    waivers: waiversInForce(waivers, choice.kind, new Date().toISOString().slice(0, 10)),
  }
  return { choice, plan, waivers, options }
}

/** Opens all that the tests of a provider need. */
export async function openVitestRun(provider: Provider, asked: VitestAsked): Promise<VitestRun> {
  const { flags, environment, only, targetName, pause = realPause } = asked
  const { choice, plan, waivers, options } = await optionsFor(provider, asked)
  const { contract } = plan
  const mishaps = createMishaps()
  const ledger = ledgerFor(choice, [provider], flags, environment, mishaps.raise)
  const recorder = recorderFor(provider, options, environment)
  const listens = plan.checks.some(({ needs }) => needs.includes('webhooks'))
  const receiver = listens ? await receiveWebhooks(environment, choice) : undefined
  const receiving = receiver === undefined ? {} : { receive: receiver.receive }
  const opened = await openTarget(choice, contract, {
    ...openSetting(flags, { environment, pause }),
    signal: mishaps.signal,
    ...receiving,
  })
  const startedAt = Date.now()
  const ending = 'unreachable' in opened ? { reason: opened.unreachable } : {}
  const shown = { kind: choice.kind, capabilities: new Set<never>(), outages: true }
  const run = openRun(plan, 'unreachable' in opened ? shown : opened, {
    ...options,
    signal: mishaps.signal,
    onExchange(exchange: Exchange) {
      ledger?.see(contract, exchange)
      recorder?.see(contract, exchange)
    },
  })
  return {
    run,
    ...ending,
    redact: (text) => options.redactor.text(text),
    async finish() {
      const leftovers =
        ledger === undefined ? [] : await removeMade(choice, flags, { environment, pause }, mishaps)(contract, ledger)
      const concluded = run.conclude({ leftovers, ...ending })
      recorder?.close()
      await receiver?.close()
      if (!('unreachable' in opened)) await opened.close()
      const { seed, runs } = options
      const named = targetName === undefined ? {} : { targetName }
      return { run: concluded, target: choice.kind, ...named, seed, runs, only, startedAt, waivers }
    },
  }
}

/** A recording for each provider, in the folder that the environment names: their tests run side by side. */
function recorderFor({ name }: Provider, { redactor }: RunOptions, environment: Environment): Recorder | undefined {
  const folder = environment['ASSAY_RECORD']
  return folder === undefined ? undefined : createRecorder(join(folder, `${name}.har`), version, () => redactor)
}
