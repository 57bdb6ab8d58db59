import type { Headers } from '../../model/exchange.ts'
import type { Limits } from '../limits.ts'
import { openPool } from '../origin-pool.ts'
import { fieldsOf } from '../raw-fields.ts'
import { endToEnd, readableEncodings } from './hop-headers.ts'

/** A message on its way: what a client sent, or what the target answered, byte for byte. */
interface Passed {
  readonly headers: Headers
  readonly bytes: Buffer
}

export interface ClientRequest extends Passed {
  readonly method: string
  readonly path: string
}

export interface TargetAnswer extends Passed {
  readonly status: number
}

/** Sends a client's request on. Rejects with a `WireError` when no answer came. */
export interface Forward {
  send(request: ClientRequest): Promise<TargetAnswer>
  close(): Promise<void>
}

const connections = 64

export function createForward(origin: URL, limits: Limits): Forward {
  const pool = openPool(origin, limits, connections)
  return {
    async send({ method, path, headers, bytes: body }) {
      const sent = readableEncodings(endToEnd(headers))
      const { statusCode, fields, bytes } = await pool.ask({ method, path, headers: sent, body })
      return { status: statusCode, headers: fieldsOf(fields), bytes }
    },
    close: pool.close,
  }
}
