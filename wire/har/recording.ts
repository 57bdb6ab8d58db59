import type { Contract } from '../../model/contract.ts'
import type { Exchange, RecordedHeaders } from '../../model/exchange.ts'
import { createClientAccount } from '../client-account.ts'
import { defaultLimits } from '../limits.ts'
import { createMatchOperation } from '../match-operation.ts'
import { inOrder } from './in-order.ts'
import type { Timed } from './in-order.ts'
import type { LooseEntry } from './loose-entry.ts'
import type { Entries } from './read-har.ts'
import { pathBelow } from './path-below.ts'
import { stampOf, timesOf, toExchange } from './to-exchange.ts'

/** What a recording holds of one provider. */
export interface Recording {
  /** In the order in which they were complete; each is read when its turn comes, so that they need not fit into memory. */
  readonly exchanges: Iterable<Exchange> & { readonly length: number }
  readonly skipped: Skipped
}

/** Entries that are not judged, by the reason. */
export interface Skipped {
  otherHosts: number
  /** Aborted, or answered by a browser's cache, or asked by the browser for itself. */
  noAnswer: number
  /** The recording left the body, or a part of it, out. */
  noBody: number
  /** The same entry once more, as where recordings that overlap were joined. */
  again: number
  /** What stands there is no entry. */
  unreadable: number
}

/** Picks a provider's exchanges out of a recording: by our own mark, else by the bases at which its API is. */
export function recordingOf(entries: Entries, { provider, operations }: Contract, bases: readonly string[]): Recording {
  const skipped = { otherHosts: 0, noAnswer: 0, noBody: 0, again: 0, unreadable: 0 }
  const isAgain = createIsAgain(entries)
  const account = createClientAccount(provider)
  const match = createMatchOperation(operations)
  const read = (entry: LooseEntry, path: string): Exchange => {
    const operation =
      entry._assay === undefined ? match(entry.request.method, path) : (entry._assay.operation ?? undefined)
    const known = operation !== undefined && operations.has(operation) ? operation : undefined
    return toExchange(entry, { path, operation: known, account, limits: defaultLimits }) as Exchange
  }
  const picked: Picked[] = []
  const headers = new Set<string>()
  let [own, keyed, keyless, index] = [false, 0, 0, -1]
  for (const entry of entries) {
    index += 1
    if (entry === undefined) {
      skipped.unreadable += 1
      continue
    }
    own ||= entry._assay !== undefined
    const path = pathIn(entry, provider.name, bases)
    if (path === undefined) {
      skipped.otherHosts += 1
      continue
    }
    if (!isAnswered(entry)) {
      skipped.noAnswer += 1
      picked.push(...lostIn(entry, index, path))
      continue
    }
    const stamp = (entry._assay?.truncated ?? 0) > 0 ? undefined : stampOf(entry, account, defaultLimits)
    if (stamp === undefined) {
      skipped.noBody += 1
      picked.push(...lostIn(entry, index, path))
      continue
    }
    if (isAgain(entry, index)) {
      skipped.again += 1
      continue
    }
    if (stamp.keyed) keyed += 1
    else if (entry.response?.status !== 401) keyless += 1
    for (const { name } of entry.response?.headers ?? []) headers.add(String(name).toLowerCase())
    picked.push({ ...stamp, entry: index, path, writes: isWrite(entry) })
  }
  const isKeyed = own || (keyed > 0 && keyless <= Math.max(fewKeyless, keyed / 50))
  const recorded = { names: headers, areSome: [...headers].filter((name) => !ofAnyBody.has(name)).length < fewHeaders }
  const seen = { own, isKeyed, account: keyed > 0 ? 'account-0' : 'account-1', recorded }
  return { exchanges: replayed(inOrder(picked, own), entries, read, seen), skipped }
}

/** So many requests without a key that were answered are some that lost it, unless there are many more with one. */
const fewKeyless = 3
/** Who keeps fewer kinds of response headers than these keeps a selection. */
const fewHeaders = 3
const ofAnyBody: ReadonlySet<string> = new Set(['content-type', 'content-length', 'content-encoding'])

/** Where an exchange stands in the recording, and what its place among the others is told by. */
interface Picked extends Timed {
  readonly entry: number
  readonly path: string
  /** It may have written. */
  readonly writes: boolean
  /** Its answer is not known. */
  readonly lost?: true
}

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'CONNECT'])

const isWrite = ({ request }: LooseEntry): boolean => !reading.has(request.method.toUpperCase())

/** A request without an answer that may have written: from its begin on and, once more, at its end. */
function lostIn(entry: LooseEntry, index: number, path: string): readonly Picked[] {
  const { _fromCache: cached, _assay: own } = entry
  if (!isWrite(entry) || (cached !== undefined && cached !== null)) return []
  const { startedAt, durationMs } = timesOf(entry)
  const lost = { id: own?.id ?? 0, after: own?.after, entry: index, path, writes: true, lost: true } as const
  return [
    { ...lost, startedAt, durationMs: 0 },
    { ...lost, startedAt, durationMs },
  ]
}

/** What the recording shows as a whole. */
interface Seen {
  readonly own: boolean
  /** Its requests have their keys, so that one without a key was sent so. */
  readonly isKeyed: boolean
  /** Whose requests without a key are taken to be, where they are not. */
  readonly account: string
  readonly recorded: RecordedHeaders
}

/** The exchanges in order, each read again when its turn comes. */
function replayed(
  picked: readonly Picked[],
  entries: Entries,
  read: (entry: LooseEntry, path: string) => Exchange,
  { own, isKeyed, account, recorded }: Seen,
): Recording['exchanges'] {
  return {
    length: picked.filter(({ lost }) => lost === undefined).length,
    *[Symbol.iterator]() {
      const underWay = own ? [] : writesUnderWay(picked)
      let lostAt: number | undefined
      for (const [index, { entry, path, id, after, lost }] of picked.entries()) {
        if (lost === true || underWay[index] === true) lostAt = id
        if (lost === true) continue
        const made = read(entries.at(entry) as LooseEntry, path)
        const { after: _, ...exchange } = isKeyed ? made : withKeyPresumed(made, account)
        yield {
          ...exchange,
          id,
          ...(own ? {} : { entry: entry + 1, recorded }),
          ...(after === undefined ? {} : { after }),
          ...(lostAt === undefined ? {} : { lostAt }),
        }
      }
    },
  }
}

/** By place, whether a request that may write had begun when this one was complete, and was complete later. */
function writesUnderWay(picked: readonly Picked[]): readonly boolean[] {
  const found: boolean[] = []
  let earliest = Number.POSITIVE_INFINITY
  for (let index = picked.length - 1; index >= 0; index -= 1) {
    const { id, after, writes } = picked[index] as Picked
    found[index] = earliest < id
    if (writes) earliest = Math.min(earliest, after ?? Number.POSITIVE_INFINITY)
  }
  return found
}

/** Whether an entry was there before, word for word; what we recorded ourselves is numbered, and never there twice. */
function createIsAgain(entries: Entries): (entry: LooseEntry, index: number) => boolean {
  const seen = new Map<string, readonly number[]>()
  return (entry, index) => {
    const { startedDateTime, request, _assay: own } = entry
    if (own !== undefined || startedDateTime === undefined || startedDateTime === '') return false
    // most differ in this already
    const key = `${startedDateTime} ${request.method} ${request.url}`
    const alike = seen.get(key) ?? []
    if (alike.some((earlier) => told(entries.at(earlier)) === told(entry))) return true
    seen.set(key, alike.length < mostAlike ? [...alike, index] : alike)
    return false
  }
}

const mostAlike = 20

/** All that an entry says, but for how long it took. */
function told(entry: LooseEntry | undefined): string {
  const { request, response } = entry ?? {}
  return JSON.stringify([
    request?.headers,
    request?.postData,
    response?.status,
    response?.headers,
    response?.content?.text,
  ])
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

/** An export that was cleaned of keys, of all or of many: its requests are not taken for requests without one. */
function withKeyPresumed(exchange: Exchange, account: string): Exchange {
  const isBare = exchange.direction === 'outbound' && exchange.request.credentials.kind === 'none'
  if (!isBare || exchange.response.status === 401) return exchange
  return {
    ...exchange,
    request: { ...exchange.request, credentials: { kind: 'account', account, unseen: true } },
  }
}
