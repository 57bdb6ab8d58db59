import { departs, kept } from '../../model/judgement.ts'
import type { Observer } from '../../model/check.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Exchange } from '../../model/exchange.ts'
import { idAt } from './asked.ts'
import { createMemory } from './memory.ts'

const most = 20_000

/**
 * Whoever creates, whatever it is and for whichever account: what a create makes has an id that nothing else was given. A request with
 * an idempotency key may be a repeat, so nothing is said of its answer.
 */
export function createdIdsAreNew(clause: string): Observer {
  return {
    id: 'observer/created-ids-are-new',
    clauses: () => [clause],
    watch: ({ operations, provider }) => {
      const given = createMemory<Exchange>(most)
      return (exchange) => {
        const creates = exchange.operation === undefined ? undefined : operations.get(exchange.operation)?.creates
        const id = creates === undefined ? undefined : idAt(exchange.response.json, creates.id)
        if (creates === undefined || exchange.response.status >= 300 || id === undefined) return []
        const earlier = given.get(id)
        // where a recording leaves headers out, a key is not seen
        const keyed =
          exchange.request.headers.length === 0 ||
          (provider.idempotencyHeader !== undefined &&
            headerOf(exchange.request, provider.idempotencyHeader.toLowerCase()) !== undefined)
        if (keyed) return []
        given.note(id, exchange)
        return earlier === undefined
          ? [{ clause, judgement: kept() }]
          : [
              {
                clause,
                judgement: departs({ at: creates.id, expected: 'an id of its own', actual: id }),
                with: [earlier],
              },
            ]
      }
    },
  }
}
