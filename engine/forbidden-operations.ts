import type { Contract, Operation } from '../model/contract.ts'
import type { Mismatch } from '../model/finding.ts'
import { refusalBehind } from './refusal-behind.ts'
import type { Proof, Tally } from './tally.ts'

/**
 * An operation that refused the account's own key and was never seen to succeed may need a permission that the key does not have. What
 * its refusals alone show is no proof, and what they would have shown is unobservable. In a part of a run an operation is known to be
 * forbidden only where a call was refused that had nothing else wrong.
 */
export function setForbiddenOperationsApart({ operations }: Contract, tally: Tally, whole: boolean): void {
  const forbidden = new Map<string | undefined, Operation>(
    [...operations].filter(
      ([id, { clause }]) => tally.clauses.get(clause)?.counts.conforms === 0 && (whole || tally.refused.has(id)),
    ),
  )
  const isForbidden = (proof: Proof, mismatch: Mismatch): boolean =>
    forbidden.has(refusalBehind(proof.first, mismatch)?.operation)
  for (const clauseTally of tally.clauses.values()) {
    const { proofs, counts, hindrances } = clauseTally
    for (const [key, proof] of proofs) {
      const { first, times } = proof
      const rest = first.mismatches.filter((mismatch) => !isForbidden(proof, mismatch))
      if (rest.length === first.mismatches.length) continue
      if (rest.length > 0) {
        proofs.set(key, { ...proof, first: { ...first, mismatches: rest } })
        continue
      }
      proofs.delete(key)
      counts.gap -= times
      counts.unobservable += times
      clauseTally.instances -= Math.min(clauseTally.instances, first.instances * times)
      const operation = forbidden.get(proof.refusal?.operation)
      if (operation === undefined) continue
      const reason = `this key is not permitted to do it: ${operation.method} ${operation.path} answered 403`
      hindrances.add({ verdict: 'unobservable', reason, times })
    }
  }
}
