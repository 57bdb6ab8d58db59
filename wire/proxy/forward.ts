import type { Headers } from '../../model/exchange.ts'
import { gather } from '../gather.ts'
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
    send: ({ method, path, headers, bytes }) =>
      pool.ask(
        { method, path, headers: readableEncodings(endToEnd(headers)), body: bytes },
        async ({ statusCode, fields, body }) => ({
          status: statusCode,
          headers: fieldsOf(fields),
          bytes: await gather(body, limits.bytes),
        }),
      ),
    close: pool.close,
  }
}
