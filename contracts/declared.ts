import type { Clause } from '../model/clause.ts'
import type { Operation, Schema } from '../model/contract.ts'

/** What a declaration is held against. */
export interface Declared {
  readonly provider: string
  /** It is the user's own, made by `init`: a clause that is excluded takes along what the declaration says by it. */
  readonly isOwn?: boolean
  readonly clauses: ReadonlyMap<string, Clause>
  readonly operations: ReadonlyMap<string, Operation>
  readonly schemas: ReadonlyMap<string, Schema>
}
