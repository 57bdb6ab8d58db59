import type { Contract } from '../suites/model/contract.ts'
import type { ClauseTally, Proof, Tally } from './tally.ts'

/** How a server says that it does not have an operation at all. */
const absent: ReadonlySet<number> = new Set([404, 405, 501])

/**
 * A target that lacks an operation gets one gap for it. Whatever else went wrong because a call of it found nobody is
 * blocked, and says on what.
 */
export function blockOnLackingOperations(contract: Contract, tally: Tally): void {
  const lacking = lackingOperations(contract, tally)
  if (lacking.size === 0) return
  const roots = new Set(lacking.values())
  for (const [id, clauseTally] of tally.clauses) {
    if (!roots.has(id)) blockProofs(clauseTally, lacking)
  }
}

/** Clause by operation, for each operation that answered its happy path as if it did not exist, and never succeeded. */
function lackingOperations(contract: Contract, tally: Tally): ReadonlyMap<string, string> {
  const lacks = ({ first }: Proof): boolean => first.mismatches.some(({ at, actual }) => at === 'status' && typeof actual === 'number' && absent.has(actual))
  return new Map(
    [...contract.operations.values()]
      .filter(({ clause }) => {
        const found = tally.clauses.get(clause)
        return found !== undefined && found.counts.conforms === 0 && [...found.proofs.values()].some(lacks)
      })
      .map(({ id, clause }) => [id, clause]),
  )
}

function blockProofs(tally: ClauseTally, lacking: ReadonlyMap<string, string>): void {
  for (const [fingerprint, { first, times }] of tally.proofs) {
    const root = first.evidence.find(({ operation, response }) => operation !== undefined && lacking.has(operation) && absent.has(response.status))
    if (root === undefined) continue
    tally.proofs.delete(fingerprint)
    tally.counts.gap -= times
    tally.counts.blocked += times
    tally.blockedBy.add(lacking.get(root.operation as string) as string)
    tally.reason ??= `${root.operation} answered ${root.response.status}`
  }
}
