import { Pool } from 'undici'
import type { Headers } from '../model/exchange.ts'
import { startDeadline } from './deadline.ts'
import type { Limits } from './limits.ts'
import { codeOf, outageOf } from './outage-of.ts'

/** A request as it goes over the wire, with its path below that of the origin. */
interface Outgoing {
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
  /**
   * Asks and takes the answer, both within the time limit. Rejects with a `WireError` when no answer came, and with another error
   * when the client itself refused the request: a fault of ours.
   */
  ask<Taken>(request: Outgoing, take: (answer: Incoming) => Promise<Taken>): Promise<Taken>
  close(): Promise<void>
}

/** Redirects are answers like any other, never followed. */
export function openPool(origin: URL, limits: Limits, connections: number): OriginPool {
  const prefix = origin.pathname.replace(/\/$/, '')
  const open = (): Pool =>
    new Pool(origin.origin, {
      connections,
      maxHeaderSize: limits.headerBytes,
      connectTimeout: limits.timeoutMs,
      headersTimeout: limits.timeoutMs,
      bodyTimeout: limits.timeoutMs,
      keepAliveTimeout: 4_000,
    })
  const retired: Pool[] = []
  let pool = open()

  /** A pool that has refused a request, or that let one hang, may answer no other after it: the next request has a new one. */
  function retire(used: Pool): void {
    if (used !== pool) return
    retired.push(used)
    pool = open()
    void used.close().catch(() => undefined)
  }

  return {
    async ask({ method, path, headers, body }, take) {
      // the client would take an absolute URL for another origin's, and refuse what is neither
      if (!path.startsWith('/')) throw new Error('a request has a path that does not begin with a slash')
      const deadline = startDeadline(limits.timeoutMs)
      const used = pool
      const asked = async () => {
        const answer = await used.request({
          method,
          path: `${prefix}${path}`,
          headers: headers.flat(),
          ...(body.length === 0 ? {} : { body }),
          signal: deadline.signal,
          responseHeaders: 'raw',
        })
        const fields = answer.headers as unknown as readonly (string | Buffer)[]
        return take({ statusCode: answer.statusCode, fields, body: answer.body })
      }
      try {
        return await deadline.within(asked())
      } catch (thrown) {
        const outage = outageOf(thrown, deadline.signal.aborted)
        if (outage === undefined || outage.outage === 'timeout') retire(used)
        throw outage ?? faultOf(thrown)
      } finally {
        deadline.clear()
      }
    },
    close: async () => {
      await Promise.all([pool, ...retired].map((each) => each.destroy()))
    },
  }
}

/** A fault of ours. That of the client is named by its code only: its message may hold what was sent. */
function faultOf(thrown: unknown): unknown {
  const code = codeOf(thrown)
  return code.startsWith('UND_ERR_') ? new Error(`the HTTP client refused a request (${code})`) : thrown
}
