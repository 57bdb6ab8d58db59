import { Pool } from 'undici'
import type { Headers } from '../model/exchange.ts'
import type { Limits } from './limits.ts'
import { outageOf } from './outage-of.ts'

/** A request as it goes over the wire, with its path below that of the origin. */
export interface Outgoing {
  readonly method: string
  readonly path: string
  readonly headers: Headers
  readonly body: string | Buffer
}

/** An answer whose body has not been read yet, its fields raw: name, value, name, value … */
interface Incoming {
  readonly statusCode: number
  readonly fields: readonly (string | Buffer)[]
  readonly body: Awaited<ReturnType<Pool['request']>>['body']
}

/** Connections to one origin that are reused, within the limits. */
export interface OriginPool {
  /** Asks and takes the answer, both within the time limit. Rejects with a `WireError` when no answer came. */
  ask<Taken>(request: Outgoing, take: (answer: Incoming) => Promise<Taken>): Promise<Taken>
  close(): Promise<void>
}

/** Redirects are answers like any other, never followed. */
export function openPool(origin: URL, limits: Limits, connections: number): OriginPool {
  const pool = new Pool(origin.origin, {
    connections,
    maxHeaderSize: limits.headerBytes,
    connectTimeout: limits.timeoutMs,
    headersTimeout: limits.timeoutMs,
    bodyTimeout: limits.timeoutMs,
    keepAliveTimeout: 4_000,
  })
  const prefix = origin.pathname.replace(/\/$/, '')
  return {
    async ask({ method, path, headers, body }, take) {
      const deadline = new AbortController()
      const timer = setTimeout(() => deadline.abort(new Error('time limit')), limits.timeoutMs)
      try {
        const answer = await pool.request({
          method,
          path: `${prefix}${path}`,
          headers: headers.flat(),
          ...(body.length === 0 ? {} : { body }),
          signal: deadline.signal,
          responseHeaders: 'raw',
        })
        const fields = answer.headers as unknown as readonly (string | Buffer)[]
        return await take({ statusCode: answer.statusCode, fields, body: answer.body })
      } catch (thrown) {
        throw outageOf(thrown, deadline.signal.aborted)
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => pool.destroy(),
  }
}
