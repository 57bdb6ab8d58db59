import type { Provider } from '../model/contract.ts'
import type { Capability } from '../model/clause.ts'
import { capabilities } from '../model/clause.ts'
import type { WireRequest, WireResponse } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import type { Emulator } from '../emulator/http.ts'
import { toEmulator } from './in-process.ts'
import type { Carry } from './in-process.ts'
import { withCredentials } from './layers/with-credentials.ts'
import { toResponse } from './response.ts'
import type { TakeDelivery, Target } from './session.ts'

/** Makes the emulator of one scenario: its label fixes the ids, `deliver` takes its webhooks. */
export type MakeEmulator = (
  label: string,
  deliver: (url: string, headers: readonly (readonly [string, string])[], body: string) => Promise<number>,
) => Emulator

/** The embedded emulator, in process: every scenario has a fresh one, so that none depends on another. */
export function emulatorTarget(
  provider: Provider,
  make: MakeEmulator,
  rewrite?: (request: WireRequest, response: WireResponse) => WireResponse,
): Target {
  return {
    kind: 'emulator',
    capabilities: new Set(Object.keys(capabilities) as Capability[]),
    outages: false,
    open(label) {
      const receivers = new Map<string, TakeDelivery>()
      const emulator = make(label, async (url, headers, body) => {
        const take = receivers.get(url)
        if (take === undefined) throw new Error(`nobody listens at ${url}`)
        return take(deliveryRequest(url, headers, body)).status
      })
      const keyOf = (account: string): string => emulatorKey(provider, account)
      return {
        production: false,
        carry: withCredentials(rewritten(toEmulator(emulator), rewrite), provider.authentication, keyOf),
        now: () => emulator.now(),
        advance: (seconds) => emulator.advance(seconds),
        lever: async (name, account, details) => (await emulator.lever(name, keyOf(account), details)) as Json,
        async receive(take) {
          const url = `https://receiver.example/${receivers.size + 1}`
          receivers.set(url, take)
          return url
        },
        settled: () => emulator.settled(),
      }
    },
    close: () => Promise.resolve(),
  }
}

function rewritten(
  carry: Carry,
  rewrite: ((request: WireRequest, response: WireResponse) => WireResponse) | undefined,
): Carry {
  return rewrite === undefined ? carry : async (request, departure) => rewrite(request, await carry(request, departure))
}

/** The key of an emulator account. */
export function emulatorKey(provider: Provider, account: string): string {
  return `${provider.authentication.keyPrefix}${account.replaceAll(/[^A-Za-z0-9]/g, '')}`
}

function deliveryRequest(
  url: string,
  headers: readonly (readonly [string, string])[],
  body: string,
): Parameters<TakeDelivery>[0] {
  return {
    method: 'POST',
    path: new URL(url).pathname,
    headers: headers.map(([name, value]) => [name.toLowerCase(), value] as const),
    body,
    credentials: { kind: 'none' },
  }
}

/** How we answer a delivery. */
export function answerDelivery(status: number): ReturnType<TakeDelivery> {
  return toResponse(status, [], '')
}
