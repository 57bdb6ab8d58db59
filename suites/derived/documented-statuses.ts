import type { Observer } from '../../model/check.ts'
import { answerNameFor } from '../../model/documented-answer.ts'
import { departs, kept } from '../../model/judgement.ts'
import { clauseOf } from './clause-of.ts'

/**
 * Every answer of an operation has a status that its description names: by itself, as a class, or by `default`.
 * A description that names no refusal at all does not tell which there are.
 */
export const documentedStatuses: Observer = {
  id: 'observer/documented-statuses',
  clauses: (contract) =>
    [...contract.operations.values()].flatMap((operation) => clauseOf(contract, operation, 'statuses') ?? []),
  watch: (contract) => (exchange) => {
    const operation = contract.operations.get(exchange.operation ?? '')
    const clause = operation === undefined ? undefined : clauseOf(contract, operation, 'statuses')
    if (operation === undefined || clause === undefined || exchange.direction === 'inbound') return []
    const { status } = exchange.response
    const names = Object.keys(operation.answers)
    if (status >= 400 && !names.some((name) => /^[45d]/.test(name))) return []
    const known = names.includes('default') || answerNameFor(operation, status) !== undefined
    return [
      { clause, judgement: known ? kept() : departs({ at: 'status', expected: { 'one of': names }, actual: status }) },
    ]
  },
}
