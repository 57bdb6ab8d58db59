import type { Capability } from '../model/clause.ts'
import type { Contract } from '../model/contract.ts'
import type { Limits } from './limits.ts'
import { isLoopback } from '../model/host.ts'
import { isProductionKey } from './production-key.ts'
import { overHttp } from './over-http.ts'
import type { Budget } from './layers/with-budget.ts'
import { withBudget } from './layers/with-budget.ts'
import { withCredentials } from './layers/with-credentials.ts'
import type { KeyOf } from './layers/with-credentials.ts'
import { withGivingUp } from './layers/with-giving-up.ts'
import { untilStopped } from './layers/until-stopped.ts'
import { withPace } from './layers/with-pace.ts'
import type { Pause } from './layers/with-retry.ts'
import { withRetry } from './layers/with-retry.ts'
import type { Target, TakeDelivery } from './session.ts'

export interface HttpTargetSetting {
  readonly kind: 'live' | 'url'
  readonly origin: URL
  /** `token` goes into Authorization where the provider hands one out beside the first key. */
  readonly keys: { readonly first: string; readonly second?: string; readonly token?: string }
  /** The first key is of our making: nobody's account is behind it. */
  readonly madeUpKey?: boolean
  readonly capabilities: ReadonlySet<Capability>
  readonly limits: Limits
  readonly budget: Budget
  readonly pause: Pause
  /** Checks side by side, and with them requests under way; as many requests as the provider documents where absent. */
  readonly atOnce?: number
  readonly signal?: AbortSignal
  /** Opens an address for webhooks that the target can reach. */
  readonly receive?: (take: TakeDelivery) => Promise<string>
}

/** A target behind an origin: one stack for the whole run, so that pace and budget hold for the account. */
export function httpTarget({ provider, operations }: Contract, setting: HttpTargetSetting): Target {
  const { origin, limits, budget, keys, signal, atOnce = provider.pace.concurrency } = setting
  // a check of its own may need two requests under way
  const concurrency = Math.max(2, atOnce)
  const pause: Pause = { ...setting.pause, wait: (ms) => setting.pause.wait(ms, signal) }
  const source = overHttp(origin, limits, concurrency)
  // innermost, so that nothing leaves after a wait that was cut short
  const stoppable = untilStopped(source.carry, signal)
  // nobody limits what runs on this machine
  const requestsPerSecond = isLoopback(origin) ? Infinity : provider.pace.requestsPerSecond
  const paced = withPace(stoppable, { concurrency, requestsPerSecond }, pause)
  const budgeted = withBudget(paced, budget, operations)
  const first = keys.token === undefined ? keys.first : { key: keys.first, token: keys.token }
  const keyOf: KeyOf = (account) => (account.includes('-') ? (keys.second ?? first) : first)
  const carry = withCredentials(
    withRetry(withGivingUp(budgeted), provider.retry, provider.idempotencyHeader, pause),
    provider.authentication,
    keyOf,
  )
  const production = isProductionKey(provider.live, keys.first)
  return {
    kind: setting.kind,
    atOnce,
    budgetLeft: budgeted.left,
    capabilities: setting.capabilities,
    outages: true,
    madeUpKey: setting.madeUpKey ?? false,
    open: () => ({
      carry,
      ...(production === undefined ? {} : { production }),
      now: () => pause.now(),
      advance: () => unable(),
      lever: () => unable(),
      receive: (take) => setting.receive?.(take) ?? unable(),
      settled: (enough) => until(() => signal?.aborted === true || enough(), pause, limits.timeoutMs),
    }),
    close: () => source.close(),
  }
}

function unable(): Promise<never> {
  return Promise.reject(new Error('a check used a capability that it does not name among its needs'))
}

const lookEveryMs = 50

/** Waits for something that arrives on its own, looking often and giving up at the limit. */
async function until(enough: () => boolean, pause: Pause, limitMs: number): Promise<void> {
  for (let waited = 0; waited < limitMs && !enough(); waited += lookEveryMs) await pause.wait(lookEveryMs)
}
