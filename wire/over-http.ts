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
    carry: async (request, departure) => {
      departure?.left?.()
      const answer = await pool.ask(request)
      const fields = lowerCaseFieldsOf(answer.fields)
      const { text, flaw } = readBody(answer.bytes, fields, limits.bytes)
      return toResponse(answer.statusCode, fields, text, flaw)
    },
    close: pool.close,
  }
}
