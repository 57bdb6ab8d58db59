import type { Contract } from '../model/contract.ts'
import { headerOf } from '../model/exchange.ts'
import type { Exchange } from '../model/exchange.ts'

/** Exchanges that are not judged, counted by the reason, and the paths of those that are for no operation. */
export interface Apart {
  /** Whether an exchange is set apart; it is counted then. */
  takes(exchange: Exchange): boolean
  reasons(): readonly { readonly reason: string; readonly times: number }[]
  /** Paths without ids for which no operation is described, the most frequent first. */
  unmatched(): readonly { readonly path: string; readonly times: number }[]
}

const mostPaths = 200

/** What passing and recorded traffic holds that says nothing of the API: what is no answer of it, or of another version of it. */
export function createApart(contract: Contract, { anyVersion = false }: { readonly anyVersion?: boolean } = {}): Apart {
  const counts = new Map<string, number>()
  const paths = new Map<string, number>()

  const reasonFor = (exchange: Exchange): string | undefined => {
    const { direction, operation, request, response } = exchange
    if (direction === 'inbound') return undefined
    if (request.method === 'HEAD' || request.method === 'OPTIONS')
      return `answers to ${request.method}, which has no body that is documented`
    if (response.status === 304) return 'answers that were not modified'
    if (operation === undefined) {
      const path = `${request.method} ${withoutIds(request.path)}`
      if (paths.has(path) || paths.size < mostPaths) paths.set(path, (paths.get(path) ?? 0) + 1)
      return 'for no operation that is described'
    }
    const version = anyVersion ? undefined : otherVersion(contract, exchange)
    return version === undefined ? undefined : `of version ${version}`
  }

  return {
    takes(exchange) {
      const reason = reasonFor(exchange)
      if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1)
      return reason !== undefined
    },
    reasons: () => [...counts].map(([reason, times]) => ({ reason, times })),
    unmatched: () => [...paths].map(([path, times]) => ({ path, times })).toSorted((a, b) => b.times - a.times),
  }
}

/** The version that an answer speaks, by its own header or by what was asked for, where that is another than the contract's. */
function otherVersion({ provider: { version } }: Contract, { request, response }: Exchange): string | undefined {
  if (version === undefined) return undefined
  const spoken = headerOf(response, version.header) ?? headerOf(request, version.header)
  return spoken === undefined || spoken === version.name || !/^[\w.:-]{1,40}$/.test(spoken) ? undefined : spoken
}

/** A path with what looks like an id in it left open. */
function withoutIds(path: string): string {
  return path
    .replace(/[?#].*$/s, '')
    .split('/')
    .map((step) => (/\d/.test(step) && !/^v\d+$/.test(step) ? '…' : step))
    .join('/')
}

/** Leading segments without which most unmatched paths would be for an operation: what a recording's address lacks. */
export function likelyPrefix({ operations }: Contract, unmatched: ReturnType<Apart['unmatched']>): string | undefined {
  const firsts = new Set([...operations.values()].map(({ path }) => path.split('/').slice(0, 3).join('/')))
  const prefixes = new Map<string, number>()
  for (const { path, times } of unmatched) {
    const steps = (path.split(' ')[1] ?? '').split('/').slice(1)
    for (let taken = 1; taken < steps.length; taken += 1) {
      const rest = `/${steps.slice(taken).join('/')}`
      if (![...firsts].some((first) => rest === first || rest.startsWith(`${first}/`))) continue
      const prefix = `/${steps.slice(0, taken).join('/')}`
      prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + times)
      break
    }
  }
  return [...prefixes].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
