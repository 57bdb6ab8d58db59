import { Pool } from 'undici'
import type { Headers, WireResponse } from '../suites/model/exchange.ts'
import type { Carry } from './in-process.ts'
import type { Limits } from './limits.ts'
import { outageOf } from './outage-of.ts'
import { readBody } from './read-body.ts'
import { toResponse } from './response.ts'

/** A source over real HTTP, with connections that are reused. */
export interface HttpSource {
  readonly carry: Carry
  close(): Promise<void>
}

/** Sends requests to an origin, whose path is put before theirs. Redirects are answers like any other, never followed. */
export function overHttp(origin: URL, limits: Limits, connections: number): HttpSource {
  const pool = new Pool(origin.origin, {
    connections,
    maxHeaderSize: limits.headerBytes,
    connectTimeout: limits.timeoutMs,
    headersTimeout: limits.timeoutMs,
    bodyTimeout: limits.timeoutMs,
    keepAliveTimeout: 4_000,
  })
  const prefix = origin.pathname.replace(/\/$/, '')

  async function carry(request: Parameters<Carry>[0]): Promise<WireResponse> {
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(new Error('time limit')), limits.timeoutMs)
    try {
      const answer = await pool.request({
        method: request.method,
        path: `${prefix}${encoded(request.path, unsendableInPath)}`,
        headers: request.headers.flatMap(([name, value]) => [name, encoded(value, unsendableInHeader)]),
        ...(request.body === '' ? {} : { body: request.body }),
        signal: deadline.signal,
        responseHeaders: 'raw',
      })
      const headers = headerFields(answer.headers as unknown as readonly (string | Buffer)[])
      const { text, flaw } = await readBody(answer.body, headers, limits.bytes)
      return toResponse(answer.statusCode, headers, text, flaw)
    } catch (thrown) {
      throw outageOf(thrown, deadline.signal.aborted)
    } finally {
      clearTimeout(timer)
    }
  }

  return { carry, close: () => pool.destroy() }
}

const unsendableInPath = /[^\x21-\x7e]+/g
const unsendableInHeader = /[^\t\x20-\x7e\x80-\xff]+/g

/** A text made of a target's own ids can hold what HTTP cannot: the pool would refuse it and answer no request after it. */
function encoded(text: string, unsendable: RegExp): string {
  return text.replaceAll(unsendable, (characters) =>
    [...Buffer.from(characters)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  )
}

/** Raw name, value, name, value … as fields with lower-case names. */
function headerFields(raw: readonly (string | Buffer)[]): Headers {
  return raw.flatMap((name, index) =>
    index % 2 === 0 ? [[String(name).toLowerCase(), String(raw[index + 1] ?? '')] as const] : [],
  )
}
