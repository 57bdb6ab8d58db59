import type { Contract, Operation } from '../../model/contract.ts'

/** What a description promises of an operation, as the last part of a clause id. */
export type Rule = 'answers' | 'authentication' | 'gone' | 'parameters' | 'reads-back' | 'statuses' | 'unknown'

/** The clause of an operation about a rule; undefined where the contract has none, or excludes it. */
export function clauseOf({ clauses }: Contract, { clause }: Operation, rule: Rule): string | undefined {
  const id = clause.replace(/\.[^.]+$/, `.${rule}`)
  const known = clauses.get(id)
  return known === undefined || known.excluded !== undefined ? undefined : id
}
