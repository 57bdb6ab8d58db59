import type { Contract } from '../model/contract.ts'
import { isAbsent } from './absent.ts'
import type { ClauseTally, Proof, Tally } from './tally.ts'

/** Operations that were never seen to succeed, with their clauses; an exchange of no operation is of none of them. */
type Unproven = ReadonlyMap<string | undefined, string>

/**
 * A target that lacks an operation gets one gap for it. Whatever else went wrong because a call of it found nobody is
 * blocked, and says on what; a refusal that an absent operation gave by chance proves nothing either. In a whole run on such a
 * target, an operation that never succeeded, because nothing got as far as calling it well, is no better known. (A target that lacks
 * nothing shows some operations only where it has a clock or levers; their refusals count.) Returns the clauses of lacking operations.
 */
export function blockOnLackingOperations(contract: Contract, tally: Tally, whole: boolean): ReadonlySet<string> {
  const failed = [...contract.operations.values()].flatMap(({ id, clause }) => {
    const told = tally.clauses.get(clause)
    return told?.counts.conforms === 0 ? [{ id, clause, isLacking: [...told.proofs.values()].some(showsAbsence) }] : []
  })
  const lacking = new Set(failed.filter(({ isLacking }) => isLacking).map(({ clause }) => clause))
  const unproven: Unproven = new Map(
    failed.filter(({ isLacking }) => isLacking || (whole && lacking.size > 0)).map(({ id, clause }) => [id, clause]),
  )
  for (const [id, clauseTally] of tally.clauses) {
    if (lacking.has(id)) continue
    blockProofs(clauseTally, unproven)
    blockChance(clauseTally, unproven)
  }
  return lacking
}

function showsAbsence({ first }: Proof): boolean {
  return first.mismatches.some(({ at, actual }) => at === 'status' && isAbsent(actual))
}

function blockProofs(tally: ClauseTally, unproven: Unproven): void {
  for (const [fingerprint, { first, times }] of tally.proofs) {
    const root = first.evidence.find(({ operation, response }) => unproven.has(operation) && isAbsent(response.status))
    if (root === undefined) continue
    tally.proofs.delete(fingerprint)
    tally.counts.gap -= times
    block(tally, times, root.operation as string, root.response.status, unproven)
  }
}

/** What an absent operation answered conforms only by chance. */
function blockChance(tally: ClauseTally, unproven: Unproven): void {
  for (const [operation, { status, times }] of tally.absences) {
    if (!unproven.has(operation)) continue
    tally.counts.conforms -= times
    block(tally, times, operation, status, unproven)
  }
}

function block(tally: ClauseTally, times: number, operation: string, status: number, unproven: Unproven): void {
  tally.counts.blocked += times
  tally.blockedBy.add(unproven.get(operation) as string)
  tally.reason ??= `${operation} answered ${status}, and was never seen to succeed`
}
