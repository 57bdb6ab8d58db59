import type { Exchange, Headers } from '../../model/exchange.ts'
import type { Limits } from '../limits.ts'
import { toResponse } from '../response.ts'
import type { Account } from '../client-account.ts'
import type { Timed } from './in-order.ts'
import type { LooseEntry, LooseHeader } from './loose-entry.ts'
import { requestBody, responseBody } from './recorded-body.ts'

/** What reading an entry takes besides the entry. */
export interface EntrySetting {
  /** Path and query below the provider's base. */
  readonly path: string
  readonly operation: string | undefined
  readonly account: Account
  readonly limits: Limits
}

/** When an exchange was, and whose: enough to put it in its place without reading it as a whole. */
export interface Stamp extends Timed {
  readonly keyed: boolean
}

/** The stamp of a HAR entry; undefined where the body was not recorded. */
export function stampOf(entry: LooseEntry, account: Account, limits: Limits): Stamp | undefined {
  const own = entry._assay
  const headers = toHeaders(entry.response?.headers)
  if (responseBody(entry, headers, limits.bytes) === undefined) return undefined
  const credentials = own?.credentials ?? account(toHeaders(entry.request.headers)).credentials
  const servedAt = Date.parse(headers.find(([name]) => name === 'date')?.[1] ?? '')
  return {
    id: own?.id ?? 0,
    after: own?.after,
    keyed: credentials.kind !== 'none',
    servedAt: Number.isNaN(servedAt) ? undefined : servedAt,
    ...timesOf(entry),
  }
}

/** When an entry began, and how long it took. */
export function timesOf({ startedDateTime = '', time = 0 }: LooseEntry): Pick<Exchange, 'startedAt' | 'durationMs'> {
  return { startedAt: Date.parse(startedDateTime) || 0, durationMs: Math.max(0, Math.round(time)) }
}

/** A HAR entry as an exchange that has no id yet; undefined where the body was not recorded. */
export function toExchange(entry: LooseEntry, setting: EntrySetting): Exchange | undefined {
  const own = entry._assay
  const headers = toHeaders(entry.response?.headers)
  const body = responseBody(entry, headers, setting.limits.bytes)
  if (body === undefined) return undefined
  const asked = toHeaders(entry.request.headers)
  const sent = setting.account(asked)
  const written =
    own === undefined ? requestBody(entry, asked, setting.limits.bytes) : (entry.request.postData?.text ?? '')
  const response = toResponse(
    entry.response?.status ?? 0,
    headers,
    body.text,
    body.flaw ?? (own?.flaw === 'invalid-utf8' ? own.flaw : undefined),
  )
  return {
    id: own?.id ?? 0,
    direction: own?.direction ?? 'outbound',
    operation: setting.operation,
    request: {
      method: entry.request.method.toUpperCase(),
      path: setting.path,
      headers: sent.headers,
      body: written ?? '',
      ...(written === undefined ? { unseenBody: true } : {}),
      credentials: own?.credentials ?? sent.credentials,
      ...(setting.operation === undefined ? {} : { operation: setting.operation }),
    },
    response,
    attempts: own?.attempts ?? [{ status: response.status, waitedMs: 0 }],
    ...timesOf(entry),
    ...(own?.after === undefined ? {} : { after: own.after }),
  }
}

/** Header fields with lower-case names, without the pseudo headers of HTTP/2. */
function toHeaders(headers: readonly LooseHeader[] = []): Headers {
  return headers.flatMap(({ name, value }) =>
    typeof name !== 'string' || name === '' || name.startsWith(':') ? [] : [[name.toLowerCase(), value ?? ''] as const],
  )
}
