import { departs, kept } from '../../../model/judgement.ts'
import type { Observer } from '../../../model/check.ts'
import { compareInstants, millisecondsOf } from '../../../model/instant.ts'
import { valueAt } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { idAt, isAfter } from '../../observers/asked.ts'
import { createMemory } from '../../observers/memory.ts'
import { sightingsIn } from '../../observers/sightings.ts'

const clause = 'straddle.times.instants.updated'
const most = 4000
/** Times may be shown in seconds. */
const apart = 2000

interface Seen {
  readonly status: Json
  readonly updated: Json
  readonly exchange: Exchange
}

/** Whatever gave it another status, a resource was changed at another time than before, and no earlier than its status. */
export const changesMoveUpdatedAt: Observer = {
  id: 'straddle/observers/changes-move-updated-at',
  clauses: () => [clause],
  watch: (contract) => {
    const known = createMemory<Seen>(most)
    return (exchange) => {
      if (exchange.direction === 'inbound' || exchange.response.status >= 300) return []
      return sightingsIn(contract, exchange).flatMap(({ resource, at, object }) => {
        const id = idAt(object, resource.id)
        const [status, updated] = [valueAt(object, '/status'), valueAt(object, '/updated_at')]
        if (id === undefined || status === undefined || typeof updated !== 'string') return []
        const changed = valueAt(object, '/status_details/changed_at')
        if (millisecondsOf(changed) > millisecondsOf(updated) + apart)
          return [
            {
              clause,
              judgement: departs({
                at: `${at}/updated_at`,
                expected: `not before ${String(changed)}`,
                actual: updated,
              }),
            },
          ]
        const before = known.get(id)
        known.note(id, { status, updated, exchange })
        if (before === undefined || before.status === status || !isAfter(exchange, before.exchange)) return []
        // by the target's own clock: what was changed at the very moment at which it was seen has that time
        const then = millisecondsOf(valueAt(before.exchange.response.json, '/meta/api_request_timestamp'))
        if (!(millisecondsOf(before.updated) < then - apart)) return []
        const judgement =
          compareInstants(updated, before.updated) === 0
            ? departs({ at: `${at}/updated_at`, expected: `after ${String(before.updated)}`, actual: updated })
            : kept()
        return [{ clause, judgement, with: [before.exchange] }]
      })
    }
  },
}
