import type { LiveAccess, Provider } from '../model/contract.ts'
import { UsageError } from '../wire/errors.ts'
import { isLoopback } from '../wire/loopback.ts'

/** What the user says is meant, although it looks dangerous. */
export interface Permissions {
  readonly allowProduction: boolean
  readonly allowHost: readonly string[]
}

/** Refuses a key of the live mode, whatever the target. */
export function guardKey(
  { title, live }: Provider,
  key: string,
  variable: string,
  { allowProduction }: Permissions,
): void {
  if (allowProduction || live.productionKey === undefined || !new RegExp(live.productionKey).test(key)) return
  throw new UsageError(
    `${variable} holds a production key of ${title}; use a sandbox key, or say --allow-production if real money is meant.`,
  )
}

/** Refuses a key that no header can carry, which a line too many in a file or a secret makes of a good one. */
export function guardForm(key: string, variable: string): void {
  if (/^[\x21-\x7e]+$/.test(key)) return
  throw new UsageError(
    `${variable} holds a space, a line break or another character that no key has; copy the key into it anew.`,
  )
}

/** Refuses a production host, and for the live target any host that is not the provider's sandbox. */
export function guardHost(
  { title, live }: Provider,
  origin: URL,
  kind: 'live' | 'url',
  permissions: Permissions,
): void {
  const host = origin.hostname
  if (permissions.allowHost.includes(host)) return
  if (isProduction(live, host) && !permissions.allowProduction) {
    throw new UsageError(
      `${host} is a production host of ${title}; use the sandbox, or say --allow-production if real money is meant.`,
    )
  }
  if (kind === 'live' && !isProduction(live, host) && !live.sandboxHosts.includes(host)) {
    throw new UsageError(`${host} is not a sandbox host of ${title}; say --allow-host ${host} if it is meant.`)
  }
  if (kind === 'live' && origin.protocol === 'http:' && !isLoopback(origin)) {
    throw new UsageError(`A key would go to ${host} over plain HTTP; give an https:// address.`)
  }
}

function isProduction({ productionHosts, sandboxHosts }: LiveAccess, host: string): boolean {
  return productionHosts.includes(host) && !sandboxHosts.includes(host)
}
