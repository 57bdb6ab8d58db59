import { answerNameFor } from '../../model/documented-answer.ts'
import { departs, kept } from '../../model/judgement.ts'
import type { Observer } from '../../model/check.ts'
import { answerFor } from './schemas-hold.ts'

/** A success of an operation has a status that the operation documents, and a body exactly when one is documented. */
export const operationsAnswer: Observer = {
  id: 'observer/operations-answer',
  clauses: (contract) => [...new Set([...contract.operations.values()].map(({ clause }) => clause))],
  watch: (contract) => (exchange) => {
    const { operation: name, response } = exchange
    const operation = name === undefined ? undefined : contract.operations.get(name)
    if (operation === undefined || response.status >= 300) return []
    if (answerNameFor(operation, response.status) === undefined) {
      const documented = Object.keys(operation.answers)
        .filter((status) => status.startsWith('2'))
        .map((status) => Number(status) || status)
      return [
        {
          clause: operation.clause,
          judgement: departs({ at: 'status', expected: { 'one of': documented }, actual: response.status }),
        },
      ]
    }
    const answer = answerFor(operation, response.status)
    if (answer === undefined) return [{ clause: operation.clause, judgement: kept() }]
    const expected = answer === null ? 'empty' : 'json'
    return [
      {
        clause: operation.clause,
        judgement: response.content === expected ? kept() : departs({ at: 'body', expected, actual: response.content }),
      },
    ]
  },
}
