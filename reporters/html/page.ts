import type { Cause, Report } from '../../model/report.ts'
import { dependents, groupInOrder } from '../arrange.ts'
import { shownCauses } from '../causes.ts'
import { proofsOf } from './proofs.ts'
import type { Proofs } from './proofs.ts'

/** What the parts of a page know of the report as a whole. */
export interface Page {
  readonly proofs: Proofs
  /** How many clauses are blocked by a clause. */
  readonly blockedBy: (clause: string) => number
  /** The causes that break or block a clause. */
  readonly causesOf: (clause: string) => readonly Cause[]
}

export function pageOf(report: Report): Page {
  const blocked = dependents(report)
  const reached = shownCauses(report).flatMap(({ cause }) =>
    [...cause.breaks, ...cause.blocks].map((clause) => ({ clause, cause })),
  )
  const causes = groupInOrder(reached, ({ clause }) => clause)
  return {
    proofs: proofsOf(report),
    blockedBy: (clause) => blocked.get(clause) ?? 0,
    causesOf: (clause) => (causes.get(clause) ?? []).map(({ cause }) => cause),
  }
}
