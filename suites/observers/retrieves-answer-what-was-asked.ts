import { departs, kept } from '../../model/judgement.ts'
import type { Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { valueAt } from '../../model/json.ts'
import { pathParameter } from './asked.ts'

/** Operations about one object that is named in their path and shown in their answer. */
export interface Retrieval {
  readonly operations: readonly string[]
  /** Path parameter that takes the id. */
  readonly parameter: string
  /** JSON Pointer of the id in the answer. */
  readonly id: string
  /** That of each operation where absent. */
  readonly clause?: string
}

/** Whoever asks: the object that is read, changed or ended is the one whose id was asked for. */
export function retrievesAnswerWhatWasAsked(retrievals: readonly Retrieval[]): Observer {
  return {
    id: 'observer/retrieves-answer-what-was-asked',
    clauses: (contract) => [
      ...new Set(
        retrievals.flatMap(({ operations, clause }) =>
          operations.map((operation) => clause ?? clauseOf(contract, operation)),
        ),
      ),
    ],
    watch: (contract) => (exchange) =>
      retrievals.flatMap(({ operations, parameter, id: at, clause }) => {
        const { operation = '', response } = exchange
        if (!operations.includes(operation) || response.status >= 300) return []
        const [expected, actual] = [pathParameter(contract, exchange, parameter), valueAt(response.json, at)]
        if (expected === undefined || typeof actual !== 'string') return []
        return [
          {
            clause: clause ?? clauseOf(contract, operation),
            judgement: actual === expected ? kept() : departs({ at, expected, actual }),
          },
        ]
      }),
  }
}

function clauseOf({ operations, provider }: Contract, name: string): string {
  const operation = operations.get(name)
  if (operation === undefined) throw new Error(`no operation ${name} in the contract of ${provider.name}`)
  return operation.clause
}
