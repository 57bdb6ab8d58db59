import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { createClientAccount } from '../client-account.ts'
import { defaultLimits } from '../limits.ts'
import { createMatchOperation } from '../match-operation.ts'
import { inOrder } from './in-order.ts'
import type { LooseEntry } from './loose-entry.ts'
import { pathBelow } from './path-below.ts'
import { toExchange } from './to-exchange.ts'

/** What a recording holds of one provider. */
export interface Recording {
  readonly exchanges: readonly Exchange[]
  readonly skipped: Skipped
}

/** Entries that are not judged, by the reason. */
export interface Skipped {
  otherHosts: number
  /** Aborted, or answered by a browser's cache, or asked by the browser for itself. */
  noAnswer: number
  /** The recording left the body, or a part of it, out. */
  noBody: number
}

/** Picks a provider's exchanges out of a recording: by our own mark, else by the bases at which its API is. */
export function recordingOf(
  entries: readonly LooseEntry[],
  { provider, operations }: Contract,
  bases: readonly string[],
): Recording {
  const skipped = { otherHosts: 0, noAnswer: 0, noBody: 0 }
  const account = createClientAccount(provider)
  const match = createMatchOperation(operations)
  const exchanges: Exchange[] = []
  for (const entry of entries) {
    const path = pathIn(entry, provider.name, bases)
    if (path === undefined) skipped.otherHosts += 1
    else if (!isAnswered(entry)) skipped.noAnswer += 1
    else {
      const operation =
        entry._assay === undefined ? match(entry.request.method, path) : (entry._assay.operation ?? undefined)
      const known = operation !== undefined && operations.has(operation) ? operation : undefined
      const exchange =
        (entry._assay?.truncated ?? 0) > 0
          ? undefined
          : toExchange(entry, { path, operation: known, account, limits: defaultLimits })
      if (exchange === undefined) skipped.noBody += 1
      else exchanges.push(exchange)
    }
  }
  const own = entries.some(({ _assay }) => _assay !== undefined)
  return { exchanges: inOrder(own ? exchanges : withKeysPresumed(exchanges), own), skipped }
}

function pathIn({ request, _assay: own }: LooseEntry, provider: string, bases: readonly string[]): string | undefined {
  if (own === undefined) return pathBelow(request.url, bases)
  return own.provider === provider ? request.url.replace(/^[a-z]+:\/\/[^/?#]*/i, '') : undefined
}

function isAnswered({ request, response, _fromCache: cached }: LooseEntry): boolean {
  const preflight = request.method === 'OPTIONS' || request.method === 'CONNECT'
  const failed = typeof response?._error === 'string' && response._error !== ''
  return !preflight && !failed && (cached === undefined || cached === null) && (response?.status ?? 0) >= 200
}

/** An export that holds no key at all was cleaned of keys: its requests are not taken for requests without one. */
function withKeysPresumed(exchanges: readonly Exchange[]): readonly Exchange[] {
  if (exchanges.some(({ request }) => request.credentials.kind !== 'none')) return exchanges
  return exchanges.map((exchange) =>
    exchange.direction === 'inbound' || exchange.response.status === 401
      ? exchange
      : { ...exchange, request: { ...exchange.request, credentials: { kind: 'account', account: 'account-1' } } },
  )
}
