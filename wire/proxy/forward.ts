import { Pool } from 'undici'
import type { Headers } from '../../suites/model/exchange.ts'
import { WireError } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { outageOf } from '../outage-of.ts'
import { endToEnd, fieldsOf, readableEncodings } from './hop-headers.ts'

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
  const pool = new Pool(origin.origin, {
    connections,
    maxHeaderSize: limits.headerBytes,
    connectTimeout: limits.timeoutMs,
    headersTimeout: limits.timeoutMs,
    bodyTimeout: limits.timeoutMs,
  })
  const prefix = origin.pathname.replace(/\/$/, '')

  async function send({ method, path, headers, bytes }: ClientRequest): Promise<TargetAnswer> {
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(new Error('time limit')), limits.timeoutMs)
    try {
      const answer = await pool.request({
        method,
        path: `${prefix}${path}`,
        headers: readableEncodings(endToEnd(headers)).flat(),
        ...(bytes.length === 0 ? {} : { body: bytes }),
        signal: deadline.signal,
        responseHeaders: 'raw',
      })
      const fields = fieldsOf(answer.headers as unknown as readonly (string | Buffer)[])
      return { status: answer.statusCode, headers: fields, bytes: await gather(answer.body, limits.bytes) }
    } catch (thrown) {
      throw outageOf(thrown, deadline.signal.aborted)
    } finally {
      clearTimeout(timer)
    }
  }

  return { send, close: () => pool.destroy() }
}

/** All bytes of a body, up to a limit. */
export async function gather(body: AsyncIterable<unknown>, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += (chunk as Buffer).length
    if (size > limit) throw new WireError('too-large', `more than ${limit} bytes`)
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
