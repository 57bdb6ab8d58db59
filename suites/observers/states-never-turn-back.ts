import { departs, kept } from '../../model/judgement.ts'
import type { Observation, Observer } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { headerOf } from '../../model/exchange.ts'
import { ownValue, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { idAt, isAfter } from './asked.ts'
import { createMemory } from './memory.ts'

/** Objects with a state that leads one way. */
export interface States {
  readonly clause: string
  /** JSON Pointer of the object, or of a list of them, in the answers of operations that show it as it is now. */
  readonly shownBy: Readonly<Record<string, string>>
  readonly id: string
  readonly state: string
  /** The states in which an object may be found after one; a state that is not named here may lead anywhere. */
  readonly reachable: Readonly<Record<string, readonly string[]>>
}

const most = 1000

/** Whoever asks: an object that was seen in a state is later seen in that state or in one that it leads to. */
export function statesNeverTurnBack(name: string, { clause, shownBy, id, state, reachable }: States): Observer {
  return {
    id: `observer/states-never-turn-back/${name}`,
    clauses: () => [clause],
    watch: ({ provider }) => {
      const seen = createMemory<{ readonly state: string; readonly exchange: Exchange }>(most)
      return (exchange) => {
        const at =
          exchange.operation === undefined || exchange.response.status >= 300 ? undefined : shownBy[exchange.operation]
        // a repeat under an idempotency key shows the object as it was
        if (
          at === undefined ||
          (provider.idempotencyHeader !== undefined &&
            headerOf(exchange.request, provider.idempotencyHeader) !== undefined)
        )
          return []
        return objectsAt(exchange, at).flatMap(({ object, place }): readonly Observation[] => {
          const [key, value] = [idAt(object, id), valueAt(object, state)]
          if (key === undefined || (typeof value !== 'string' && typeof value !== 'boolean')) return []
          const before = seen.get(key)
          const now = String(value)
          if (before !== undefined && !isAfter(exchange, before.exchange)) return []
          seen.note(key, { state: now, exchange })
          const ways = before === undefined ? undefined : ownValue(reachable, before.state)
          if (before === undefined || ways === undefined) return []
          const judgement =
            now === before.state || ways.includes(now)
              ? kept()
              : departs({ at: `${place}${state}`, expected: { 'one of': [before.state, ...ways] }, actual: value })
          return [{ clause, judgement, with: [before.exchange] }]
        })
      }
    },
  }
}

function objectsAt({ response }: Exchange, at: string): readonly { readonly object: Json; readonly place: string }[] {
  const found = valueAt(response.json, at)
  if (!Array.isArray(found)) return found === undefined ? [] : [{ object: found, place: at }]
  return (found as readonly Json[]).map((object, index) => ({ object, place: `${at}/${index}` }))
}
