import type { LiveAccess, Provider } from '../model/contract.ts'
import { UsageError } from '../wire/errors.ts'
import { canonicalHost, isLoopback } from '../model/host.ts'

/** What the user says is meant, although it looks dangerous. */
export interface Permissions {
  readonly allowProduction: boolean
  /** Hosts in their canonical form. */
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
    `${variable} holds a production key of ${title}; use a sandbox key, or add --allow-production if you want to use real money.`,
  )
}

/** Refuses a key that no header can carry, which a line too many in a file or a secret makes of a good one. */
export function guardForm(key: string, variable: string): void {
  if (/^[\x21-\x7e]+$/.test(key)) return
  throw new UsageError(
    `${variable} holds a space, a line break or another character that no key has; copy the key again.`,
  )
}

/** Refuses a production host, and for the live target any host that is not the provider's sandbox. */
export function guardHost(
  { title, live }: Provider,
  origin: URL,
  kind: 'live' | 'url',
  permissions: Permissions,
): void {
  const host = hostOf(origin)
  if (isProduction(live, host)) {
    if (permissions.allowProduction) return
    throw new UsageError(
      `${host} is a production host of ${title}; use the sandbox, or add --allow-production if you want to use real money.`,
    )
  }
  if (kind === 'live' && !live.sandboxHosts.includes(host) && !isAllowed(origin, permissions))
    throw new UsageError(
      `${origin.hostname} is not a sandbox host of ${title}; add --allow-host ${origin.hostname} to allow it.`,
    )
}

/** Refuses to send a key of the user's own over plain HTTP to another machine, whatever is allowed. */
export function guardPlainHttp(origin: URL): void {
  if (origin.protocol === 'http:' && !isLoopback(origin))
    throw new UsageError(`A key would be sent to ${origin.hostname} over plain HTTP; use an https:// address.`)
}

/** Whether a host is the provider's own, or one that the user has named: no other sees a key of the user's. */
export function isTrusted({ live }: Provider, origin: URL, permissions: Permissions): boolean {
  const host = hostOf(origin)
  return live.sandboxHosts.includes(host) || live.productionHosts.includes(host) || isAllowed(origin, permissions)
}

/** Whether the user has named a host. */
export const isAllowed = (origin: URL, { allowHost }: Permissions): boolean => allowHost.includes(hostOf(origin))

function isProduction({ productionHosts, sandboxHosts }: LiveAccess, host: string): boolean {
  return productionHosts.includes(host) && !sandboxHosts.includes(host)
}

const hostOf = (origin: URL): string => canonicalHost(origin) ?? origin.hostname
