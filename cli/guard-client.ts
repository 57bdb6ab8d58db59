import type { Provider } from '../model/contract.ts'
import type { Headers } from '../model/exchange.ts'
import { UsageError } from '../wire/errors.ts'
import { guardKey, isTrusted } from './guard.ts'
import type { Permissions } from './guard.ts'
import { keysIn } from '../model/keys-in.ts'
import { heldFor } from './keys.ts'
import type { Environment } from './io.ts'
import { isLoopback } from '../model/host.ts'

export interface ClientGuard {
  readonly provider: Provider
  /** Where the request would go; undefined where it does not leave this process. */
  readonly to: URL | undefined
  readonly environment: Environment
  readonly permissions: Permissions
}

/** Refuses a client's own request that carries a production key, or one of the environment's to a host that must not have it. */
export function guardClient({ provider, to, environment, permissions }: ClientGuard, headers: Headers): void {
  const own = to === undefined || mayHaveKeys(provider, to, permissions) ? [] : heldFor(provider, environment)
  for (const { name, key } of keysIn(headers, provider.authentication.keyHeader)) {
    guardKey(provider, key, `The header ${name}`, permissions)
    const [variable] = own.find(([, secret]) => secret === key) ?? []
    if (variable !== undefined)
      throw new UsageError(
        `The header ${name} holds the key of ${variable}, which is sent only to the sandbox of ${provider.title}, or over TLS to a host that --allow-host names.`,
      )
  }
}

function mayHaveKeys(provider: Provider, to: URL, permissions: Permissions): boolean {
  return isTrusted(provider, to, permissions) && (to.protocol === 'https:' || isLoopback(to))
}
