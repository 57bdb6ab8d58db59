import type { Observer } from '../../model/check.ts'
import { departs, kept } from '../../model/judgement.ts'
import { clauseOf } from './clause-of.ts'

/** Every answer of an operation has a status that its description names: by itself, as a class, or by `default`. */
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
    const known = names.some(
      (name) => name === 'default' || name === String(status) || name === `${Math.floor(status / 100)}XX`,
    )
    return [
      { clause, judgement: known ? kept() : departs({ at: 'status', expected: { 'one of': names }, actual: status }) },
    ]
  },
}
