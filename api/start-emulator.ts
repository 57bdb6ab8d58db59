/// <reference lib="esnext.disposable" preserve="true" />
import type { ProviderName } from '../contracts/index.ts'
import { loadContract } from '../contracts/load.ts'
import { canonicalHost } from '../model/host.ts'
import { emulatorKey } from '../wire/emulator-target.ts'
import { UsageError } from '../wire/errors.ts'
import { createMatchOperation } from '../wire/match-operation.ts'
import { providerNamed } from './provider-named.ts'
import { noteRequests } from './seen-requests.ts'
import type { SeenRequest } from './seen-requests.ts'
import { serveEmulator } from '../cli/serve-emulator.ts'
import type { ServeSetting } from '../cli/serve-emulator.ts'

/** `running`: from now on with real time. `frozen`: stands still at the time of the start. A date: stands still there. */
export type EmulatorClock = 'running' | 'frozen' | Date

export interface EmulatorSetting {
  /** Fixes every generated id; a whole number, 1 where absent. */
  readonly seed?: number
  /** Emulated time, `running` where absent. It can be moved forward with `advance`, never back. */
  readonly clock?: EmulatorClock
  /** Names of known departures of the live service to switch on; the provider's page lists them. */
  readonly faults?: readonly string[]
  /** Port to listen on; any free one where absent. */
  readonly port?: number
  /** Address to listen on, `127.0.0.1` where absent. */
  readonly host?: string
  /** Speaks HTTPS with a certificate made for this start; `certificateAuthority` is what a client has to trust. */
  readonly tls?: boolean
  /** Hosts besides this machine that webhooks may go to, and by whose names the control interface may be asked. */
  readonly allowedHosts?: readonly string[]
  /** Refuses versions of the API that the emulator does not model; otherwise it answers in its own, and says so in `x-assay-version`. */
  readonly strictVersion?: boolean
}

/** Details of a lever. `key` is the API key of the account to act on, `keys.first` where absent. */
export type LeverDetails = Readonly<Record<string, unknown>> & { readonly key?: string }

/** An emulator that listens on a port of this machine until it is closed. */
export interface RunningEmulator extends AsyncDisposable {
  /** Scheme, host and port, without a trailing slash. */
  readonly origin: string
  /** Keys of two accounts. Any other key that begins as these do opens one more account. */
  readonly keys: { readonly first: string; readonly second: string }
  /** Certificate authority in PEM, with `tls`. */
  readonly certificateAuthority?: string
  /** Emulated time. */
  now(): Date
  /**
   * Moves emulated time forward by whole seconds, and resolves when all that fell due meanwhile has happened and no
   * delivery of a webhook is under way.
   */
  advance(seconds: number): Promise<void>
  /** Brings about what no call of the API can; the provider's page lists the levers. Rejects for a lever or details that do not exist. */
  lever(name: string, details?: LeverDetails): Promise<unknown>
  /** The latest 1,000 requests, in the order in which they were answered. */
  requests(): readonly SeenRequest[]
  /** Stops listening and closes every connection. To close twice does no harm. */
  close(): Promise<void>
}

/**
 * Starts the stateful emulator of a provider for tests of your own client code.
 *
 * @throws {UsageError} for an unknown provider, fault or clock, or a port that cannot be opened.
 * @example
 * await using stripe = await startEmulator('stripe', { clock: 'frozen' })
 * const client = new Stripe(stripe.keys.first, { host: '127.0.0.1', port: new URL(stripe.origin).port, protocol: 'http' })
 */
export async function startEmulator(provider: ProviderName, setting: EmulatorSetting = {}): Promise<RunningEmulator> {
  const known = providerNamed(provider)
  const match = createMatchOperation(loadContract(known).operations)
  const seen: SeenRequest[] = []
  const { emulator, served } = await serveEmulator(known, completed(setting), (one) => noteRequests(one, seen, match))
  const first = emulatorKey(known, 'first')
  return {
    origin: served.origin,
    keys: { first, second: emulatorKey(known, 'second') },
    ...(served.certificateAuthority === undefined ? {} : { certificateAuthority: served.certificateAuthority }),
    now: () => new Date(emulator.now()),
    async advance(seconds) {
      if (!Number.isSafeInteger(seconds) || seconds < 0)
        throw new UsageError(`The clock moves by a whole number of seconds, zero or more, not by ${seconds}.`)
      await emulator.advance(seconds)
      await emulator.settled()
    },
    lever: async (name, { key = first, ...details } = {}) => emulator.lever(name, key, details),
    requests: () => [...seen],
    close: () => served.close(),
    [Symbol.asyncDispose]: () => served.close(),
  }
}

function completed({ seed = 1, clock = 'running', ...setting }: EmulatorSetting): ServeSetting {
  const { faults = [], strictVersion = false, port = 0, host = '127.0.0.1', tls = false } = setting
  const allowedHosts = (setting.allowedHosts ?? []).map(hostNamed)
  const [start, ticking] = [startOf(clock), clock === 'running']
  return { seed: wholeSeed(seed), start, ticking, faults, strictVersion, port, host, tls, allowedHosts }
}

function hostNamed(name: string): string {
  const host = canonicalHost(name)
  if (host !== undefined) return host
  throw new UsageError(`"${name}" is not the name or the address of a host.`)
}

function wholeSeed(seed: number): number {
  if (Number.isSafeInteger(seed) && seed >= 0) return seed
  throw new UsageError(`A seed is a whole number, zero or more, not ${seed}.`)
}

function startOf(clock: EmulatorClock): number {
  if (clock === 'running' || clock === 'frozen') return Date.now()
  const time = clock instanceof Date ? clock.getTime() : Number.NaN
  if (Number.isNaN(time)) throw new UsageError('The clock is "running", "frozen", or a date at which it stands still.')
  return time
}
