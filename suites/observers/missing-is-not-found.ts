import type { Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, kept } from '../../model/judgement.ts'
import { accountOf, pathParameter } from './asked.ts'
import { byOperation } from './by-operation.ts'
import { createMemory, keyOf } from './memory.ts'

/** What says how an id is answered that nothing has, where the declaration of a resource does not. */
export interface Missing {
  readonly clause: string
  /** The form that an id has to have so that nothing but its absence is wrong with it. */
  readonly form: RegExp
}

const most = 20_000
const freeForm = /^[\w-]{1,80}$/
/** Refusals that say nothing of the id: no valid key, no permission, too many requests. */
const ofOtherThings: ReadonlySet<number> = new Set([401, 403, 429])

/** Whoever asks: an object that was never shown, and whose id is all that a request asks for, is answered 404 where it is refused. */
export function missingIsNotFound(fallback?: Missing): Observer {
  return {
    id: 'observer/missing-is-not-found',
    clauses: ({ declaration: { resources } }) => [
      ...new Set(Object.values(resources).flatMap(({ unknown }) => unknown ?? fallback?.clause ?? [])),
    ],
    watch: (contract) => {
      const shown = createMemory<true>(most)
      return (exchange) => {
        const asked = askedFor(contract, exchange, fallback)
        if (asked === undefined) return []
        const { clause } = asked
        const id = keyOf(accountOf(contract, exchange) ?? '', asked.id)
        const { status } = exchange.response
        if (status < 300) shown.note(id, true)
        if (status < 400 || status >= 500 || ofOtherThings.has(status) || shown.get(id) === true) return []
        return [
          { clause, judgement: status === 404 ? kept() : departs({ at: 'status', expected: 404, actual: status }) },
        ]
      }
    },
  }
}

const retrieved = byOperation(({ retrieve }) => [retrieve])

/** The id that is read, and the clause that says what becomes of one that is not there. */
function askedFor(
  contract: Contract,
  exchange: Exchange,
  fallback: Missing | undefined,
): { readonly clause: string; readonly id: string } | undefined {
  const { operation, request } = exchange
  for (const [, { parameter, unknown }] of retrieved(contract, operation)) {
    if (parameter === undefined || request.path.includes('?')) return undefined
    if (accountOf(contract, exchange) === undefined || mayBeRefusedFor(contract, exchange)) return undefined
    const id = pathParameter(contract, exchange, parameter)
    const [clause, form] = unknown === undefined ? [fallback?.clause, fallback?.form] : [unknown, freeForm]
    return id !== undefined && clause !== undefined && form?.test(id) === true ? { clause, id } : undefined
  }
  return undefined
}

/** Whether the request carries a header that can be what is wrong with it. */
function mayBeRefusedFor({ provider }: Contract, { request }: Exchange): boolean {
  const { accountHeader, idempotencyHeader, version } = provider
  const spoken = version === undefined ? undefined : headerOf(request, version.header)
  return (
    (spoken !== undefined && spoken !== version?.name) ||
    [accountHeader, idempotencyHeader].some((name) => name !== undefined && headerOf(request, name) !== undefined)
  )
}
