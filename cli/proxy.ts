import { Command } from 'commander'
import { join } from 'node:path'
import { planFor } from '../engine/run.ts'
import { withLeastJudged } from '../engine/least-judged.ts'
import type { Memory } from '../history/memory.ts'
import { UsageError } from '../wire/errors.ts'
import type { Plan } from '../engine/plan.ts'
import type { Contract } from '../model/contract.ts'
import { createClientAccount } from '../wire/client-account.ts'
import { createMatchOperation } from '../wire/match-operation.ts'
import { createForward } from '../wire/proxy/forward.ts'
import { serveProxy } from '../wire/proxy/serve-proxy.ts'
import type { ProxySetting } from '../wire/proxy/serve-proxy.ts'
import { createWitness } from '../wire/proxy/witness.ts'
import { chooseProviders } from './choose-providers.ts'
import { loadConfiguration } from './configuration-file.ts'
import { configured } from './configured.ts'
import type { Configured } from './configured.ts'
import { configOption, limitsOf, permissionsOf, upstreamOptions } from './flags.ts'
import type { UpstreamFlags } from './flags.ts'
import { guardClient } from './guard-client.ts'
import { historyOptions, memoryFor } from './history-flags.ts'
import type { HistoryFlags } from './history-flags.ts'
import type { Io, Running } from './io.ts'
import { createMishaps, watchProcess } from './mishap.ts'
import type { Mishaps } from './mishap.ts'
import { wholeNumber } from './option-values.ts'
import { outputOptions } from './output-flags.ts'
import type { OutputFlags } from './output-flags.ts'
import { onInterrupt } from './on-interrupt.ts'
import { openUpstream } from './open-upstream.ts'
import type { Upstream } from './open-upstream.ts'
import { createPassingJudge } from './passing-judge.ts'
import type { PassingJudge } from './passing-judge.ts'
import { redactorsFor } from './redactors.ts'
import { parseTarget } from './target.ts'
import { prepareFolder } from './write-report.ts'

interface ProxyFlags extends UpstreamFlags, OutputFlags, HistoryFlags {
  readonly config?: string
  readonly to?: string
  readonly port: number
  readonly host: string
  readonly record?: string
  readonly waivers?: string
}

export function proxyCommand(running: Running): Command {
  const command = new Command('proxy')
    .description('Forward the requests of your own client to a target, judge them, and write a report when stopped.')
    .argument('<provider>', 'provider of the API')
    .option(
      '--to <target>',
      'target to forward to: emulator, live, a URL, or the name of a target in the configuration',
    )
    .addOption(configOption())
    .option('--port <number>', 'port to listen on; 0 picks a free one', wholeNumber(0, 65_535), 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--record <file.har>',
      'HAR file to write all exchanges to (default: recording.har in the folder of the report)',
    )
    .option('--waivers <file>', 'file of known gaps, each with a reason, an owner and an expiry date')
  return historyOptions(outputOptions(upstreamOptions(command))).action(running(proxyAction))
}

async function proxyAction(io: Io, name: string, asked: ProxyFlags, command: Command): Promise<number> {
  const [provider] = await chooseProviders([name])
  if (provider === undefined) return 0
  const setting = await settingOf(asked, command)
  const { flags } = setting
  const choice = parseTarget(flags.target, false, setting.targets)
  const plan = await planFor(provider)
  const { environment } = io
  prepareFolder(flags.report, flags.format)
  const memory = memoryFor(io, flags, setting)
  const upstream = await openUpstream(choice, provider, environment, flags.seed, permissionsOf(flags))
  try {
    return await passOn(io, plan, upstream, flags, {
      compare: (report) => withLeastJudged(memory.compare(report), setting.thresholds.judged),
      keep: (report) => memory.keep(report),
    })
  } finally {
    await upstream.close()
  }
}

/** What the flags ask, and the configuration where they say nothing; `--to` is what `--target` is to a run. */
async function settingOf(
  asked: ProxyFlags,
  command: Command,
): Promise<Configured<ProxyFlags & { readonly target: string }>> {
  const configuration = await loadConfiguration(asked.config)
  const { to = configuration?.values.target } = asked
  if (to === undefined) throw new UsageError('Name the target to forward to: --to emulator, live or a URL.')
  const given = {
    getOptionValueSource: (name: string) => command.getOptionValueSource(name === 'target' ? 'to' : name),
  }
  return configured(configuration, given, { ...asked, target: to }, [])
}

/** Stands between until it is stopped, and reports. */
async function passOn(io: Io, plan: Plan, upstream: Upstream, flags: ProxyFlags, memory: Memory): Promise<number> {
  const say = (line: string): void => void io.stdout.write(`${line}\n`)
  const mishaps = createMishaps()
  const forward = createForward(upstream.origin, limitsOf(flags))
  let failures = 0
  let judge: PassingJudge | undefined
  // the port comes first, so that one that is in use costs no recording that is there already
  const proxy = await serveProxy({
    ...waysOf(plan.contract, flags),
    permit: (headers) =>
      guardClient(
        {
          provider: plan.contract.provider,
          to: upstream.isEmbedded ? undefined : upstream.origin,
          environment: io.environment,
          permissions: permissionsOf(flags),
        },
        headers,
      ),
    forward,
    onExchange: (exchange) => judge?.see(exchange),
    onFailure: () => (failures += 1),
    onFault: mishaps.raise,
  })
  const unwatch = watchProcess(mishaps, io)
  try {
    judge = createPassingJudge({
      io,
      record: flags.record ?? join(flags.report, 'recording.har'),
      output: flags,
      memory,
      ...(flags.waivers === undefined ? {} : { waivers: flags.waivers }),
      plan,
      redactor: redactorsFor(io.environment)(plan.contract),
      say,
    })
    say(`${plan.contract.provider.title} at ${proxy.origin}; stop it with Ctrl-C for the report`)
    await stopped(io, mishaps)
  } finally {
    await proxy.close()
    await forward.close()
    unwatch()
  }
  if (failures > 0) say(`${failures} ${failures === 1 ? 'request' : 'requests'} got no answer that could be judged.`)
  const code = judge.finish()
  if (mishaps.signal.aborted) throw mishaps.signal.reason
  return code
}

function waysOf(contract: Contract, flags: ProxyFlags): Pick<ProxySetting, 'host' | 'port' | 'limits' | 'witness'> {
  const { provider, operations } = contract
  const limits = limitsOf(flags)
  return {
    host: flags.host,
    port: flags.port,
    limits,
    witness: createWitness({
      account: createClientAccount(provider),
      match: createMatchOperation(operations),
      limits,
    }),
  }
}

/** Resolves at the first Ctrl-C, SIGTERM or mishap. */
function stopped(io: Io, mishaps: Mishaps): Promise<void> {
  const interrupt = onInterrupt(io, 'stopping; requests under way are answered, then what was judged is reported')
  const signal = AbortSignal.any([interrupt.signal, mishaps.signal])
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
