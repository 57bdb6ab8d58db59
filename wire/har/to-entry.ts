import type { Entry, Header, QueryString } from 'har-format'
import { headerOf } from '../../model/exchange.ts'
import type { Credentials, Exchange, Headers } from '../../model/exchange.ts'
import type { StoredExchange } from '../../model/report.ts'
import type { AssayField } from './assay-field.ts'
import { assayField } from './assay-field.ts'

/** Where an entry says it went: the provider, and its documented origin whatever was judged, so that no private address is kept. */
export interface Recorded {
  readonly provider: string
  readonly origin: string
}

/** An exchange as a HAR entry. What is sent comes from `stored`, which is redacted; of the exchange itself only what is no secret. */
export function toEntry(stored: StoredExchange, exchange: Exchange, recorded: Recorded): Entry {
  return { ...entryOf(stored, recorded.origin), [assayField]: ownField(stored, exchange, recorded.provider) }
}

/** A stored exchange as a HAR entry. */
export function entryOf(stored: StoredExchange, origin: string): Entry {
  const { request, response } = stored
  return {
    startedDateTime: stored.startedAt,
    time: stored.durationMs,
    request: {
      method: request.method,
      url: `${origin}${request.path}`,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toHeaders(request.headers),
      queryString: queryOf(request.path),
      ...(request.body === ''
        ? {}
        : { postData: { mimeType: valueOf(request.headers, 'content-type'), text: request.body } }),
      headersSize: -1,
      bodySize: Buffer.byteLength(request.body),
    },
    response: {
      status: response.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toHeaders(response.headers),
      content: {
        size: Buffer.byteLength(response.body),
        mimeType: valueOf(response.headers, 'content-type'),
        text: response.body,
      },
      redirectURL: valueOf(response.headers, 'location'),
      headersSize: -1,
      bodySize: Buffer.byteLength(response.body),
    },
    cache: {},
    timings: { send: 0, wait: stored.durationMs, receive: 0 },
  }
}

function ownField(stored: StoredExchange, exchange: Exchange, provider: string): AssayField {
  const { flaw } = exchange.response
  return {
    provider,
    direction: stored.direction,
    operation: stored.operation,
    credentials: withoutSecrets(exchange.request.credentials),
    id: exchange.id,
    ...(exchange.after === undefined ? {} : { after: exchange.after }),
    attempts: stored.attempts,
    ...(flaw === undefined ? {} : { flaw }),
    truncated: stored.truncated,
  }
}

function withoutSecrets(credentials: Credentials): Credentials {
  return credentials.kind === 'literal' ? { kind: 'literal', headers: [] } : credentials
}

function toHeaders(headers: Headers): Header[] {
  return headers.map(([name, value]) => ({ name, value }))
}

function valueOf(headers: Headers, name: string): string {
  return headerOf({ headers }, name) ?? ''
}

function queryOf(path: string): QueryString[] {
  const query = path.split('?').slice(1).join('?')
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }))
}
