import type { Observer } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, kept } from '../../model/judgement.ts'
import { sameJson } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { isMasked } from '../../model/masked.ts'
import { accountOf, isAfter } from './asked.ts'
import { idempotencyKeyOf } from './keyed.ts'
import { createMemory } from './memory.ts'

const most = 2000

/** Whoever sends it: a key that succeeded with one request is refused with another, while it lives. */
export const keysStandForOneRequest: Observer = {
  id: 'observer/keys-stand-for-one-request',
  clauses: ({ declaration: { keys } }) =>
    ['other-parameters', 'other-endpoint'].flatMap((rule) => keys?.clauses[rule] ?? []),
  watch: (contract) => {
    const firsts = createMemory<Exchange>(most)
    return (exchange) => {
      const { keys } = contract.declaration
      const key = idempotencyKeyOf(contract, exchange)
      const account = accountOf(contract, exchange)
      if (keys === undefined || key === undefined || isMasked(key) || account === undefined) return []
      if (!keys.operations.includes(exchange.operation ?? '')) return []
      if (exchange.request.unseenBody === true) return []
      const use = JSON.stringify([account, key])
      const first = firsts.get(use)
      const age = first === undefined ? Number.POSITIVE_INFINITY : exchange.startedAt - first.startedAt
      if (first === undefined || age > (keys.forgotten ?? Number.POSITIVE_INFINITY) * 1000) {
        if (exchange.response.status < 300) firsts.note(use, exchange)
        return []
      }
      // it may be forgotten already
      if (age >= (keys.known ?? Number.POSITIVE_INFINITY) * 1000) return []
      const rule = differenceOf(first, exchange)
      const clause = rule === undefined ? undefined : keys.clauses[rule]
      if (clause === undefined || !isAfter(exchange, first)) return []
      const { status } = exchange.response
      const judgement = status >= 300 ? kept() : departs({ at: 'status', expected: 'refused', actual: status })
      return [{ clause, judgement, with: [first] }]
    }
  },
}

function differenceOf(first: Exchange, second: Exchange): string | undefined {
  const path = ({ request }: Exchange): string => request.path.replace(/[?#].*$/s, '')
  if (first.request.method !== second.request.method || path(first) !== path(second)) return 'other-endpoint'
  return sameJson(parametersOf(first), parametersOf(second)) ? undefined : 'other-parameters'
}

/** The parameters of a request, in whatever order they were written. */
function parametersOf({ request: { body, path } }: Exchange): Json {
  const query = path.split('?').slice(1).join('?')
  const sorted = (text: string): Json =>
    [...new URLSearchParams(text)].map(([name, value]) => `${name}=${value}`).toSorted()
  try {
    return [JSON.parse(body) as Json, sorted(query)]
  } catch {
    return [sorted(body), sorted(query)]
  }
}
