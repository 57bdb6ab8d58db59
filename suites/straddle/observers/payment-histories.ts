import type { Observation, Observer } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { isObject, valueAt } from '../../../model/json.ts'
import type { JsonObject } from '../../../model/json.ts'
import { idAt, isAfter } from '../../observers/asked.ts'
import { followsTransitions, grows, historyOf, mirrors, ordered } from '../histories.ts'
import { charges, payouts } from '../kinds.ts'
import type { Kind } from '../kinds.ts'
import { clauseOf } from '../payment-clauses.ts'

const most = 2000
const rules = ['history.grows', 'history.ordered', 'history.mirrors', 'lifecycle.transitions'] as const
const kinds = [charges, payouts]

interface Known {
  readonly history: readonly JsonObject[]
  readonly exchange: Exchange
}

/** The status history of any payment that any call shows: ordered, true to its status, along documented transitions, only growing. */
export const paymentHistories: Observer = {
  id: 'straddle/observers/payment-histories',
  clauses: () => kinds.flatMap((kind) => rules.map((rule) => clauseOf(kind, rule))),
  watch: () => {
    const known = new Map<string, Known>()
    return (exchange) => {
      const payment = valueAt(exchange.response.json, '/data')
      const history = historyOf(payment)
      // a replay shows a payment as it was
      if (exchange.direction === 'inbound' || !isObject(payment) || history === undefined || isReplay(exchange))
        return []
      const kind = Object.hasOwn(payment, 'consent_type') ? charges : payouts
      const id = idAt(payment, '/id')
      const before = id === undefined ? undefined : known.get(id)
      if (id !== undefined) remember(known, id, { history, exchange })
      return [
        { clause: clauseOf(kind, 'history.ordered'), judgement: ordered(history) },
        { clause: clauseOf(kind, 'history.mirrors'), judgement: mirrors(payment, history) },
        { clause: clauseOf(kind, 'lifecycle.transitions'), judgement: followsTransitions(history) },
        ...(before === undefined || !isAfter(exchange, before.exchange) ? [] : [grown(kind, before, history)]),
      ]
    }
  },
}

function grown(kind: Kind, before: Known, history: readonly JsonObject[]): Observation {
  return {
    clause: clauseOf(kind, 'history.grows'),
    judgement: grows(before.history, history),
    with: [before.exchange],
  }
}

function isReplay({ request, response }: Exchange): boolean {
  return [...request.headers, ...response.headers].some(
    ([name]) => name === 'idempotent-replayed' || name === 'idempotency-key',
  )
}

function remember(known: Map<string, Known>, id: string, entry: Known): void {
  known.set(id, entry)
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
}
