import { gather } from './gather.ts'
import type { Carry } from './in-process.ts'
import type { Limits } from './limits.ts'
import { openPool } from './origin-pool.ts'
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
    carry: (request, departure) => {
      departure?.left?.()
      return pool.ask(request, async (answer) => {
        const fields = lowerCaseFieldsOf(answer.fields)
        const { text, flaw } = readBody(await gather(answer.body, limits.bytes), fields, limits.bytes)
        return toResponse(answer.statusCode, fields, text, flaw)
      })
    },
    close: pool.close,
  }
}
