import type { WireRequest } from '../model/exchange.ts'
import type { Carry } from './in-process.ts'
import type { Limits } from './limits.ts'
import { openPool } from './origin-pool.ts'
import type { Outgoing } from './origin-pool.ts'
import { lowerCaseFieldsOf } from './raw-fields.ts'
import { readBody } from './read-body.ts'
import { toResponse } from './response.ts'

/** A source over real HTTP, with connections that are reused. */
export interface HttpSource {
  readonly carry: Carry
  close(): Promise<void>
}

/** Sends requests to an origin, whose path is put before theirs. */
export function overHttp(origin: URL, limits: Limits, connections: number): HttpSource {
  const pool = openPool(origin, limits, connections)
  return {
    carry: (request) =>
      pool.ask(sendable(request), async (answer) => {
        const fields = lowerCaseFieldsOf(answer.fields)
        const { text, flaw } = await readBody(answer.body, fields, limits.bytes)
        return toResponse(answer.statusCode, fields, text, flaw)
      }),
    close: pool.close,
  }
}

const unsendableInPath = /[^\x21-\x7e]+/g
const unsendableInHeader = /[^\t\x20-\x7e\x80-\xff]+/g

/** What is made of a target's own ids can hold what HTTP cannot: the pool would refuse it and answer no request after it. */
function sendable({ method, path, headers, body }: WireRequest): Outgoing {
  return {
    method,
    path: encoded(path, unsendableInPath),
    headers: headers.map(([name, value]) => [name, encoded(value, unsendableInHeader)]),
    body,
  }
}

function encoded(text: string, unsendable: RegExp): string {
  return text.replaceAll(unsendable, (characters) =>
    [...Buffer.from(characters)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  )
}
