import { departs } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Observer } from '../../model/check.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Contract } from '../../model/contract.ts'
import { isMasked } from '../../model/masked.ts'
import { accountOf } from './asked.ts'
import { differences } from '../vocabulary/judge.ts'

const most = 500

/**
 * Whoever sent them: two equal requests of one account under one idempotency key, the first a success, have the same
 * answer while the key lives. Remembers the first exchange of a key, for at most five hundred keys.
 */
export function repeatsAnswerTheSame(
  clause: string,
  header: string,
  lifetimeMs: number,
  methods: readonly string[] = ['POST', 'PUT', 'PATCH', 'DELETE'],
): Observer {
  return {
    id: 'observer/repeats-answer-the-same',
    clauses: () => [clause],
    watch: (contract) => {
      const firsts = new Map<string, Exchange>()
      return (exchange) => {
        const key = keyOf(contract, exchange, header, methods)
        if (key === undefined) return []
        const first = firsts.get(key)
        if (first === undefined || exchange.startedAt - first.startedAt > lifetimeMs) {
          if (exchange.response.status < 300) remember(firsts, key, exchange)
          return []
        }
        if (exchange.response.status === 409 || first.request.body !== exchange.request.body) return []
        return [{ clause, judgement: differing(first, exchange), with: [first] }]
      }
    },
  }
}

/** Account, operation, path and key; undefined where the request has no key, or one without effect. */
function keyOf(contract: Contract, exchange: Exchange, header: string, methods: readonly string[]): string | undefined {
  const { direction, request } = exchange
  const key = headerOf(request, header)
  if (direction === 'inbound' || request.unseenBody === true) return undefined
  if (key === undefined || isMasked(key) || !methods.includes(request.method)) return undefined
  return JSON.stringify([accountOf(contract, exchange), request.credentials, request.method, request.path, key])
}

function remember(firsts: Map<string, Exchange>, key: string, exchange: Exchange): void {
  const [oldest] = firsts.keys()
  if (firsts.size >= most && oldest !== undefined) firsts.delete(oldest)
  firsts.set(key, exchange)
}

function differing(first: Exchange, repeat: Exchange): Judgement {
  if (first.response.status !== repeat.response.status) {
    return departs({ at: 'status', expected: first.response.status, actual: repeat.response.status })
  }
  return differences(first.response.json, repeat.response.json, '')
}
