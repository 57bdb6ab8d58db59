import { providers } from '../contracts/index.ts'
import { loadContract } from '../contracts/load.ts'
import type { Contract } from '../model/contract.ts'
import type { Entries } from '../wire/har/read-har.ts'
import { pathBelow } from '../wire/har/path-below.ts'
import { createMatchOperation } from '../wire/match-operation.ts'
import { parseOrigin } from './target.ts'

/** Entries at the begin of a recording that are asked whose they are. */
const mostAsked = 500

/**
 * The addresses at which a recording shows a provider: the one that is said, else the documented ones. Where the provider was not
 * named, an address that several have is that of those whose operations are asked for there.
 */
export function basesOf(contract: Contract, named: boolean, entries: Entries, baseUrl?: string): readonly string[] {
  if (baseUrl !== undefined) return [parseOrigin(baseUrl).href.replace(/\/$/, '')]
  const { provider, servers } = contract
  if (named) return servers
  return servers.filter((server) => {
    const sharing = providers.filter(({ name }) => name !== provider.name).map((other) => loadContract(other))
    const others = sharing.filter((other) => other.servers.some((one) => hostOf(one) === hostOf(server)))
    if (others.length === 0 || isAskedFor(contract, entries, server)) return true
    const isOfOthers = others.some((other) => other.servers.some((one) => isAskedFor(other, entries, one)))
    return !isOfOthers && provider.live.sandboxHosts.includes(hostOf(server))
  })
}

function isAskedFor({ operations }: Contract, entries: Entries, server: string): boolean {
  const match = createMatchOperation(operations)
  for (let index = 0; index < Math.min(mostAsked, entries.length); index += 1) {
    const { method, url } = entries.at(index)?.request ?? {}
    const path = url === undefined ? undefined : pathBelow(url, [server])
    if (method !== undefined && path !== undefined && match(method, path) !== undefined) return true
  }
  return false
}

const hostOf = (server: string): string => new URL(server).hostname
