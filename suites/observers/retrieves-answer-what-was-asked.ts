import type { Observer } from '../model/check.ts'
import { valueAt } from '../model/json.ts'
import { pathParameter } from './asked.ts'

/** An operation that reads one object by its id. */
export interface Retrieval {
  readonly clause: string
  readonly operation: string
  /** Path parameter that takes the id. */
  readonly parameter: string
  /** JSON Pointer of the id in the answer. */
  readonly id: string
}

/** Whoever asks: an object that is retrieved is the one whose id was asked for. */
export function retrievesAnswerWhatWasAsked(retrievals: readonly Retrieval[]): Observer {
  return {
    id: 'observer/retrieves-answer-what-was-asked',
    clauses: () => [...new Set(retrievals.map(({ clause }) => clause))],
    watch: (contract) => (exchange) =>
      retrievals.flatMap(({ clause, operation, parameter, id: at }) => {
        if (exchange.operation !== operation || exchange.response.status >= 300) return []
        const [expected, actual] = [pathParameter(contract, exchange, parameter), valueAt(exchange.response.json, at)]
        if (expected === undefined || typeof actual !== 'string') return []
        return [{ clause, judgement: actual === expected ? [] : [{ at, expected, actual }] }]
      }),
  }
}
