import { capabilities } from '../model/clause.ts'
import type { Capability } from '../model/clause.ts'
import type { Contract } from '../model/contract.ts'
import { openControl } from './control-client.ts'
import { emulatorKey } from './emulator-target.ts'
import type { HttpTargetSetting } from './http-target.ts'
import { withGivingUp } from './layers/with-giving-up.ts'
import { withBudget } from './layers/with-budget.ts'
import { withCredentials } from './layers/with-credentials.ts'
import { untilStopped } from './layers/until-stopped.ts'
import { overHttp } from './over-http.ts'
import type { Target } from './session.ts'

export interface ServedEmulatorSetting extends Pick<
  HttpTargetSetting,
  'origin' | 'limits' | 'budget' | 'signal' | 'receive'
> {
  /** Told to the keys of accounts, so that those of an earlier run are not met again. */
  readonly nonce: string
}

/**
 * An emulator behind a port, with its control interface: like the embedded one it has a clock, levers and an account for each
 * scenario, and its refusals are answers like any other. Undefined where the server has no control interface.
 */
export async function servedEmulator(
  { provider, operations }: Contract,
  { origin, limits, budget, signal, receive, nonce }: ServedEmulatorSetting,
): Promise<Target | undefined> {
  const source = overHttp(origin, limits, provider.pace.concurrency)
  const control = await openControl(source.carry).catch(async (thrown: unknown) => {
    await source.close()
    throw thrown
  })
  if (control === undefined) {
    await source.close()
    return undefined
  }
  let used = new Set<string>()
  function keyOf(account: string): string {
    const key = emulatorKey(provider, `${nonce}${account}`)
    used.add(key)
    return key
  }
  /** Gives back what the accounts of the scenario before hold, so that an emulator that serves many runs is never full. */
  const tidy = async (): Promise<void> => {
    const keys = [...used]
    used = new Set()
    await Promise.all(keys.map((key) => control.lever('reset', key, {})))
  }
  const budgeted = withBudget(untilStopped(source.carry, signal), budget, operations)
  const asked = withGivingUp(budgeted)
  return {
    kind: 'url',
    capabilities: new Set(
      (Object.keys(capabilities) as Capability[]).filter((name) => name !== 'webhooks' || receive !== undefined),
    ),
    outages: false,
    budgetLeft: budgeted.left,
    open: () => {
      // an emulator that cannot be asked any more says so to the next request
      const tidied = tidy().catch(() => undefined)
      const carry = withCredentials(asked, provider.authentication, keyOf)
      return {
        production: false,
        carry: async (request, departure) => {
          await tidied
          return carry(request, departure)
        },
        now: control.now,
        advance: control.advance,
        lever: (name, account, details) => control.lever(name, keyOf(account), details),
        receive: (take) => receive?.(take) ?? Promise.reject(new Error('a check used webhooks without saying so')),
        settled: control.settled,
      }
    },
    close: async () => {
      await tidy().catch(() => undefined)
      await source.close()
    },
  }
}
