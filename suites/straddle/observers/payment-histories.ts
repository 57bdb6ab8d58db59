import type { Observation, Observer } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { isObject, valueAt } from '../../../model/json.ts'
import type { JsonObject } from '../../../model/json.ts'
import { idAt, isAfter } from '../../observers/asked.ts'
import { followsTransitions, grows, historyOf, mirrors, ordered } from '../histories.ts'

const most = 2000
const rules = ['history.grows', 'history.ordered', 'history.mirrors', 'lifecycle.transitions']

interface Known {
  readonly history: readonly JsonObject[]
  readonly exchange: Exchange
}

/** The status history of any payment that any call shows: ordered, true to its status, along documented transitions, only growing. */
export const paymentHistories: Observer = {
  id: 'straddle/observers/payment-histories',
  clauses: () => ['charges', 'payouts'].flatMap((section) => rules.map((rule) => `straddle.${section}.${rule}`)),
  watch: () => {
    const known = new Map<string, Known>()
    return (exchange) => {
      const payment = valueAt(exchange.response.json, '/data')
      const history = historyOf(payment)
      // a replay shows a payment as it was
      if (exchange.direction === 'inbound' || !isObject(payment) || history === undefined || isReplay(exchange))
        return []
      const section = Object.hasOwn(payment, 'consent_type') ? 'charges' : 'payouts'
      const id = idAt(payment, '/id')
      const before = id === undefined ? undefined : known.get(id)
      if (id !== undefined) remember(known, id, { history, exchange })
      return [
        { clause: `straddle.${section}.history.ordered`, judgement: ordered(history) },
        { clause: `straddle.${section}.history.mirrors`, judgement: mirrors(payment, history) },
        { clause: `straddle.${section}.lifecycle.transitions`, judgement: followsTransitions(history) },
        ...(before === undefined || !isAfter(exchange, before.exchange) ? [] : [grown(section, before, history)]),
      ]
    }
  },
}

function grown(section: string, before: Known, history: readonly JsonObject[]): Observation {
  return {
    clause: `straddle.${section}.history.grows`,
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
