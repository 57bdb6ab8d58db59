import { providers } from '../contracts/index.ts'
import type { Contract } from '../model/contract.ts'
import { parseOrigin } from './target.ts'

/**
 * The addresses at which a recording shows a provider: the one that is said, else the documented ones. Where the provider was not
 * named, those that another provider has as well are left out.
 */
export function basesOf({ provider, servers }: Contract, named: boolean, baseUrl?: string): readonly string[] {
  if (baseUrl !== undefined) return [parseOrigin(baseUrl).href.replace(/\/$/, '')]
  if (named) return servers
  const others = new Set(
    providers.filter(({ name }) => name !== provider.name).flatMap(({ live }) => live.sandboxHosts),
  )
  return servers.filter((server) => {
    const { hostname } = new URL(server)
    return provider.live.sandboxHosts.includes(hostname) || !others.has(hostname)
  })
}
