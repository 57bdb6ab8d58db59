import { departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Observer } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { sameValue } from '../../model/instant.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { idAt, isAfter, pathParameter } from './asked.ts'
import { createMemory } from './memory.ts'
import { bodyOf } from './view.ts'

/** A webhook that tells of a resource, and the operation that fetches it. */
export interface Told {
  readonly clause: string
  /** JSON Pointer of the resource's id in the body of the delivery. */
  readonly entity: string
  readonly retrieve: string
  readonly parameter: string
  /** What is told and stays so: pointers into the delivery and into the fetched answer, and the only value to hold on to, if any. */
  readonly kept: readonly { readonly event: string; readonly resource: string; readonly only?: Json }[]
}

const most = 500

/** Whoever fetches it: a resource of which a webhook told shows what the webhook said. */
export function fetchesAgreeWithEvents({ clause, entity, retrieve, parameter, kept: lasting }: Told): Observer {
  return {
    id: 'observer/fetches-agree-with-events',
    clauses: () => [clause],
    watch: (contract) => {
      const told = createMemory<{ readonly body: Json; readonly exchange: Exchange }>(most)
      return (exchange) => {
        if (exchange.direction === 'inbound') {
          const body = bodyOf(exchange)
          const id = idAt(body, entity)
          if (body !== undefined && id !== undefined) told.note(id, { body, exchange })
          return []
        }
        const id =
          exchange.operation === retrieve && exchange.response.status < 300
            ? pathParameter(contract, exchange, parameter)
            : undefined
        const event = id === undefined ? undefined : told.get(id)
        if (event === undefined || !isAfter(exchange, event.exchange)) return []
        const facts = lasting.filter(({ event: at, only }) => {
          const value = valueAt(event.body, at)
          return value !== undefined && (only === undefined || sameValue(value, only))
        })
        if (facts.length === 0) return []
        const judgement = each(facts, ({ event: at, resource }) => {
          const [expected, actual] = [valueAt(event.body, at) ?? null, valueAt(exchange.response.json, resource)]
          if (actual === undefined) return nothing
          return sameValue(expected, actual) ? kept() : departs({ at: resource, expected, actual })
        })
        return [{ clause, judgement, with: [event.exchange] }]
      }
    },
  }
}
