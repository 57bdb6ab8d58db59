import type { Observer } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, kept } from '../../model/judgement.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { idAt, isAfter } from './asked.ts'
import { createMemory } from './memory.ts'

/** What is given back in parts, and what it is a part of. */
export interface Refunds {
  readonly clauses: { readonly within: string; readonly currency: string }
  /** The operation that makes a part, and JSON Pointers of its id and of the id of the whole in its answer. */
  readonly create: string
  readonly id: string
  readonly of: string
  /** Operations that show the whole, and the JSON Pointer of its id there. */
  readonly shownBy: readonly string[]
  readonly whole: string
}

interface Whole {
  readonly exchange: Exchange
  readonly amount: number
  readonly currency: string
  readonly parts: ReadonlyMap<string, number>
}

const most = 2000

/** Whoever refunds: what is given back has the currency of what was paid, and is no more than that in all. */
export function refundsStayWithin({ clauses, create, id, of, shownBy, whole }: Refunds): Observer {
  return {
    id: 'observer/refunds-stay-within',
    clauses: () => Object.values(clauses),
    watch: () => {
      const known = createMemory<Whole>(most)
      return (exchange) => {
        const { json, status } = exchange.response
        if (status >= 300 || exchange.direction === 'inbound') return []
        for (const lost of failedIn(json, id, of)) {
          const held = known.get(lost.charge)
          if (held !== undefined)
            known.note(lost.charge, { ...held, parts: new Map([...held.parts].filter(([own]) => own !== lost.part)) })
        }
        const [amount, currency] = [valueAt(json, '/amount'), valueAt(json, '/currency')]
        if (typeof amount !== 'number' || typeof currency !== 'string') return []
        const paid = shownBy.includes(exchange.operation ?? '') ? idAt(json, whole) : undefined
        if (paid !== undefined && known.get(paid) === undefined)
          known.note(paid, { exchange, amount, currency, parts: new Map() })
        const [part, charge] = exchange.operation === create ? [idAt(json, id), idAt(json, of)] : []
        const before = charge === undefined ? undefined : known.get(charge)
        if (part === undefined || charge === undefined || before === undefined || !isAfter(exchange, before.exchange))
          return []
        const parts = new Map([...before.parts, [part, amount]])
        known.note(charge, { ...before, parts })
        const sum = [...parts.values()].reduce((total, one) => total + one, 0)
        return [
          {
            clause: clauses.currency,
            judgement:
              currency === before.currency
                ? kept()
                : departs({ at: '/currency', expected: before.currency, actual: currency }),
            with: [before.exchange],
          },
          {
            clause: clauses.within,
            judgement:
              sum <= before.amount
                ? kept()
                : departs({ at: '/amount', expected: { 'at most': before.amount - sum + amount }, actual: amount }),
            with: [before.exchange],
          },
        ]
      }
    },
  }
}

/** Parts that an answer shows, itself or in a list, and that gave nothing back in the end. */
function failedIn(
  json: Json | undefined,
  id: string,
  of: string,
): readonly { readonly part: string; readonly charge: string }[] {
  const list = valueAt(json, '/data')
  const shown = Array.isArray(list) ? (list as readonly Json[]) : [json]
  return shown.flatMap((one) => {
    const [part, charge, status] = [idAt(one, id), idAt(one, of), valueAt(one, '/status')]
    const isFailed = status === 'failed' || status === 'canceled'
    return isFailed && part !== undefined && charge !== undefined ? [{ part, charge }] : []
  })
}
