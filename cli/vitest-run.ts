import { join } from 'node:path'
import { createAdditions } from '../engine/additions.ts'
import type { Outcome } from '../engine/outcome.ts'
import type { Plan } from '../engine/plan.ts'
import { planFor } from '../engine/run.ts'
import { runCheck } from '../engine/run-check.ts'
import { concludeRun } from '../engine/run-provider.ts'
import type { RunOptions } from '../engine/run-provider.ts'
import { createTally } from '../engine/tally.ts'
import { readWaivers, waiversInForce } from '../engine/waivers.ts'
import type { Waiver } from '../engine/waivers.ts'
import { createWatch } from '../engine/watch.ts'
import type { ConformanceMeta } from '../reporters/vitest.ts'
import type { Check } from '../model/check.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Provider } from '../model/contract.ts'
import type { Target } from '../wire/session.ts'
import { UsageError } from '../wire/errors.ts'
import { createRecorder } from '../wire/har/recorder.ts'
import type { Recorder } from '../wire/har/recorder.ts'
import { readEnvironment } from './environment.ts'
import { ledgerFor } from './ledger-for.ts'
import { openSetting, openTarget } from './open-target.ts'
import { receiveWebhooks } from './receive-webhooks.ts'
import { redactorsFor } from './redactors.ts'
import { removeMade } from './remove-made.ts'
import { parseTarget, usualRuns, usualShrinks } from './target.ts'
import { version } from './version.ts'
import { vitestSettings } from './vitest-settings.ts'

/** One provider's run, check by check, for as long as a test file lasts. */
export interface VitestRun {
  readonly plan: Plan
  readonly options: RunOptions
  readonly target: Pick<Target, 'kind' | 'capabilities'>
  /** Why nothing can be judged. */
  readonly reason?: string
  judge(check: Check): Promise<readonly Outcome[]>
  /** Removes what was made, closes all and says what came of it. */
  finish(): Promise<ConformanceMeta>
}

type Environment = ReturnType<typeof readEnvironment>

/** What the environment asks of the tests of a provider. */
async function asked(provider: Provider, environment: Environment) {
  const flags = vitestSettings(environment)
  const choice = parseTarget(flags.target)
  if (choice.kind === 'recording')
    throw new UsageError('ASSAY_TARGET is emulator, live or a URL; a recording is judged by assay run.')
  const plan = await planFor(provider)
  const waivers: readonly Waiver[] = flags.waivers === undefined ? [] : readWaivers(flags.waivers)
  const options: RunOptions = {
    seed: flags.seed,
    runs: flags.runs ?? usualRuns[choice.kind],
    shrinks: usualShrinks[choice.kind],
    nonce: choice.kind === 'emulator' ? '' : Date.now().toString(36),
    redactor: redactorsFor(environment)(plan.contract),
    waivers: waiversInForce(waivers, choice.kind, new Date().toISOString().slice(0, 10)),
  }
  return { flags, choice, plan, waivers, options }
}

/** Opens all that the tests of a provider need, as the environment says. */
export async function openVitestRun(provider: Provider): Promise<VitestRun> {
  const environment = readEnvironment()
  const { flags, choice, plan, waivers, options } = await asked(provider, environment)
  const { contract } = plan
  const ledger = ledgerFor(choice, [provider], flags, environment)
  const recorder = recorderFor(provider, options, environment)
  const listens = plan.checks.some(({ needs }) => needs.includes('webhooks'))
  const receiver = listens ? await receiveWebhooks(environment, choice) : undefined
  const receiving = receiver === undefined ? {} : { receive: receiver.receive }
  const opened = await openTarget(choice, contract, { ...openSetting(flags, environment), ...receiving })
  const target = 'unreachable' in opened ? undefined : opened
  const shown = target ?? { kind: choice.kind, capabilities: new Set<never>() }
  const reason = 'unreachable' in opened ? { reason: opened.unreachable } : {}
  const gathering = gather(plan, (exchange) => {
    ledger?.see(contract, exchange)
    recorder?.see(contract, exchange)
  })
  return {
    plan,
    options,
    target: shown,
    ...reason,
    judge: (check) => gathering.judge({ ...options, contract, target: target as Target }, check),
    async finish() {
      const leftovers = ledger === undefined ? [] : await removeMade(choice, flags, environment)(contract, ledger)
      const run = concludeRun(plan, shown, options, { ...gathering.gathered(), leftovers, ...reason })
      recorder?.close()
      await receiver?.close()
      await target?.close()
      const { startedAt } = gathering.gathered()
      return { run, target: choice.kind, seed: options.seed, runs: options.runs, startedAt, waivers }
    },
  }
}

/** Keeps what the checks of one file come to. */
function gather({ contract, suite }: Plan, onExchange: (exchange: Exchange) => void) {
  const startedAt = Date.now()
  const tally = createTally(contract.clauses)
  const additions = createAdditions(contract)
  const watch = createWatch(contract, suite.observers, tally.conforms)
  let exchanges = 0
  const watching = {
    nextId: () => (exchanges += 1),
    watch: (exchange: Exchange, during: string): readonly Outcome[] => {
      additions.see(exchange)
      return watch(exchange, during)
    },
    onExchange,
  }
  type Setting = Omit<Parameters<typeof runCheck>[0], keyof typeof watching>
  return {
    async judge(setting: Setting, check: Check): Promise<readonly Outcome[]> {
      const outcomes = await runCheck({ ...setting, ...watching }, check)
      for (const outcome of outcomes) tally.add(outcome)
      return outcomes
    },
    gathered: () => ({ tally, additions, exchanges, startedAt }),
  }
}

/** A recording for each provider, in the folder that the environment names: their tests run side by side. */
function recorderFor({ name }: Provider, { redactor }: RunOptions, environment: Environment): Recorder | undefined {
  const folder = environment['ASSAY_RECORD']
  return folder === undefined ? undefined : createRecorder(join(folder, `${name}.har`), version, () => redactor)
}
