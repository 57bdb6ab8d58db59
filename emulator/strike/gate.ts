import type { Account } from './account.ts'
import { refuse } from './codes.ts'
import type { Refusal } from './codes.ts'
import type { World } from './world.ts'

/** The account that a request speaks for. */
export function admit(
  world: World,
  headers: ReadonlyMap<string, string>,
  accountOf: (key: string) => Account,
): Account | Refusal {
  const { rules } = world
  const key = rules.keyOf(headers)
  if (key === undefined || !rules.isKnownKey(key)) return refuse('UNAUTHORIZED')
  const account = accountOf(key)
  return rules.isExpired(account.opened, world.now()) ? refuse('UNAUTHORIZED') : account
}

/** Why an account is not served at the moment, whatever it asks for. */
export function refusesAll(world: World, account: Account, operation: string): Refusal | undefined {
  const { settings } = account
  if (world.rules.isClosed(account, operation)) return refuse('MAINTENANCE_MODE')
  return refusesOverLimit(world, account) ?? failOnPurpose(settings)
}

/** Why an account is not served this operation. */
export function refusesOperation({ rules }: World, { settings }: Account, operation: string): Refusal | undefined {
  if (!rules.isAllowed(settings.scopes, rules.scopeOf(operation))) return refuse('FORBIDDEN')
  return !settings.ready && rules.needsReadiness(operation) ? refuse('ACCOUNT_NOT_READY') : undefined
}

function refusesOverLimit(world: World, { settings }: Account): Refusal | undefined {
  const { quota } = settings
  if (quota === undefined) return undefined
  const now = world.now()
  if (!world.rules.isOverLimit(quota, now)) {
    settings.quota = now < quota.until ? { ...quota, remaining: quota.remaining - 1 } : undefined
    return undefined
  }
  const retryAfter = world.rules.retryAfter(now, quota.until)
  return { refused: 'RATE_LIMIT_EXCEEDED', ...(retryAfter === undefined ? {} : { retryAfter }) }
}

function failOnPurpose(settings: Account['settings']): Refusal | undefined {
  const { failing } = settings
  if (failing === undefined) return undefined
  settings.failing = failing.times > 1 ? { ...failing, times: failing.times - 1 } : undefined
  return refuse(failing.code)
}
