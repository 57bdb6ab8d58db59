import { departs, kept } from '../../../model/judgement.ts'
import type { Observer } from '../../../model/check.ts'
import { headerOf } from '../../../model/exchange.ts'
import { millisecondsOf } from '../../../model/instant.ts'
import { valueAt } from '../../../model/json.ts'

const clause = 'straddle.times.instants.created'
/** How long a request may take. */
const tolerance = 5 * 60 * 1000

/** What a request makes, of whatever it is made, was made at the time of that request, as the same answer tells it. */
export const madeWhenItSays: Observer = {
  id: 'straddle/observers/made-when-it-says',
  clauses: () => [clause],
  watch:
    ({ operations }) =>
    ({ direction, operation, request, response }) => {
      const makes = operation === undefined ? undefined : operations.get(operation)?.creates
      const [created, now] = ['/data/created_at', '/meta/api_request_timestamp'].map((at) => valueAt(response.json, at))
      // the answer to a repeat tells of an earlier time
      const isRepeatable = headerOf(request, 'idempotency-key') !== undefined
      if (direction === 'inbound' || makes === undefined || response.status >= 300 || isRepeatable) return []
      const apart = Math.abs(millisecondsOf(created) - millisecondsOf(now))
      if (Number.isNaN(apart)) return []
      const judgement =
        apart <= tolerance
          ? kept()
          : departs({ at: '/data/created_at', expected: { about: now ?? null }, actual: created ?? null })
      return [{ clause, judgement }]
    },
}
