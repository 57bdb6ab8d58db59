import { serveEmulator } from './serve-emulator.ts'
import type { Provider } from '../model/contract.ts'
import { UsageError } from '../wire/errors.ts'
import { isLoopback } from '../model/host.ts'
import { guardHost, isAllowed } from './guard.ts'
import type { Permissions } from './guard.ts'
import { parseOrigin } from './target.ts'
import type { TargetChoice } from './target.ts'

/** Where a proxy sends what it is sent. */
export interface Upstream {
  readonly origin: URL
  /** It is an emulator in this process, so that nothing leaves it. */
  readonly isEmbedded: boolean
  close(): Promise<void>
}

const nothingToClose = (): Promise<void> => Promise.resolve()

/** Opens what `--to` names, behind the same guards as a target. */
export async function openUpstream(
  choice: TargetChoice,
  provider: Provider,
  environment: Readonly<Record<string, string | undefined>>,
  seed: number,
  permissions: Permissions,
): Promise<Upstream> {
  if (choice.kind === 'recording')
    throw new UsageError('A recording cannot answer a client; give --to emulator, live or a URL.')
  if (choice.kind === 'emulator') return openEmulator(provider, seed, permissions.allowHost)
  const origin = choice.kind === 'url' ? choice.origin : liveOrigin(provider, environment)
  guardHost(provider, origin, choice.kind, permissions)
  if (origin.protocol === 'http:' && !isLoopback(origin) && !isAllowed(origin, permissions))
    throw new UsageError(
      `The requests of clients, with their keys, would be sent to ${origin.hostname} over plain HTTP; use an https:// address, or add --allow-host ${origin.hostname} if no real account is involved.`,
    )
  return { origin, isEmbedded: false, close: nothingToClose }
}

function liveOrigin({ live }: Provider, environment: Readonly<Record<string, string | undefined>>): URL {
  const address = environment[live.originVariable] ?? live.origin
  if (address === undefined)
    throw new UsageError(live.closed ?? `The address of the sandbox is not known; set ${live.originVariable}.`)
  return parseOrigin(address)
}

async function openEmulator(provider: Provider, seed: number, allowedHosts: readonly string[]): Promise<Upstream> {
  const { served } = await serveEmulator(provider, {
    seed,
    start: Date.now(),
    ticking: true,
    faults: [],
    strictVersion: false,
    port: 0,
    host: '127.0.0.1',
    tls: false,
    allowedHosts,
  })
  return { origin: new URL(served.origin), isEmbedded: true, close: () => served.close() }
}
