import type { Contract, Operation } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import { isAbsent } from './absent.ts'
import type { ClauseTally, Proof, Tally } from './tally.ts'

/** Operations that were never seen to succeed; an exchange of no operation is of none of them. */
type Unproven = ReadonlyMap<string | undefined, Operation>

/**
 * A target that lacks an operation gets one gap for it. What its absence alone shows of other clauses is no proof of theirs: those
 * exchanges are dropped, and all others stay. A refusal that an absent operation gave by chance proves nothing either. In a whole
 * run on such a target, an operation that never succeeded, because nothing got as far as calling it well, is no better known.
 * (A target that lacks nothing shows some operations only where it has a clock or levers; their refusals count.) Returns the
 * clauses of lacking operations.
 */
export function setLackingOperationsApart(contract: Contract, tally: Tally, whole: boolean): ReadonlySet<string> {
  const failed = [...contract.operations.values()].flatMap((operation) => {
    const told = tally.clauses.get(operation.clause)
    if (told === undefined || told.counts.conforms > 0) return []
    return [{ operation, isLacking: [...told.proofs.values()].some(showsAbsence) }]
  })
  const lacking = new Set(failed.flatMap(({ operation, isLacking }) => (isLacking ? [operation.clause] : [])))
  const unproven: Unproven = new Map(
    failed
      .filter(({ isLacking }) => isLacking || (whole && lacking.size > 0))
      .map(({ operation }) => [operation.id, operation]),
  )
  for (const [id, clauseTally] of tally.clauses) {
    if (lacking.has(id)) continue
    dropProofs(clauseTally, unproven)
    dropChance(clauseTally, unproven)
  }
  return lacking
}

function showsAbsence({ first }: Proof): boolean {
  return first.mismatches.some(({ at, actual }) => at === 'status' && isAbsent(actual))
}

function dropProofs(tally: ClauseTally, unproven: Unproven): void {
  for (const [key, { absence, first, times }] of tally.proofs) {
    const operation = unproven.get(absence?.operation)
    if (absence === undefined || operation === undefined) continue
    tally.proofs.delete(key)
    tally.counts.gap -= times
    tally.instances -= Math.min(tally.instances, first.instances * times)
    block(tally, times, operation, absence)
  }
}

/** What an absent operation answered conforms only by chance. */
function dropChance(tally: ClauseTally, unproven: Unproven): void {
  for (const [name, { exchange, times, instances }] of tally.absences) {
    const operation = unproven.get(name)
    if (operation === undefined) continue
    tally.absences.delete(name)
    tally.counts.conforms -= times
    tally.instances -= Math.min(tally.instances, instances)
    block(tally, times, operation, exchange)
  }
}

function block(tally: ClauseTally, times: number, { method, path, clause }: Operation, exchange: Exchange): void {
  tally.counts.blocked += times
  const reason = `${method} ${path} answered ${exchange.response.status}, and was never seen to succeed`
  tally.hindrances.add({ verdict: 'blocked', reason, times, exchange, blockedBy: [clause] })
}
