import { Pool } from 'undici'
import type { Headers } from '../model/exchange.ts'
import { askWhole, TimeIsOver } from './ask-whole.ts'
import type { WholeAnswer } from './ask-whole.ts'
import type { Limits } from './limits.ts'
import { codeOf, outageOf } from './outage-of.ts'

/** A request as it goes over the wire, with its path below that of the origin. */
interface Outgoing {
  readonly method: string
  readonly path: string
  readonly headers: Headers
  readonly body: string | Buffer
}

/** Connections to one origin that are reused, within the limits. */
export interface OriginPool {
  /** Rejects with a `WireError` when no answer came, and with another error when the client itself refused the request: a fault of ours. */
  ask(request: Outgoing): Promise<WholeAnswer>
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
    async ask({ method, path, headers, body }) {
      // the client would take an absolute URL for another origin's, and refuse what is neither
      if (!path.startsWith('/')) throw new Error('a request has a path that does not begin with a slash')
      const used = pool
      const request = {
        method,
        path: `${prefix}${path}`,
        headers: headers.flat(),
        body: body.length === 0 ? null : body,
      }
      try {
        return await askWhole(used, request, limits)
      } catch (thrown) {
        const outage = outageOf(thrown, thrown instanceof TimeIsOver)
        if (outage === undefined || outage.outage === 'timeout') retire(used)
        throw outage ?? faultOf(thrown)
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
