import type { Contract } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Mismatch } from '../model/finding.ts'
import { isWithinNoError } from './no-error.ts'
import type { Outcome } from './outcome.ts'
import { stepOf } from './step-of.ts'

/** What came to light in one scenario. */
interface Scene {
  readonly contract: Contract
  readonly observed: readonly Outcome[]
}

/** A gap of a check without what other clauses say of the same answers: each departure is a gap of the clause that it breaks. */
export function withoutOthers(scene: Scene, outcome: Outcome, judged: readonly Outcome[]): Outcome {
  return withoutErrors(scene, withoutObserved(scene, outcome), judged)
}

/**
 * Observers say of a place in an error that it is not as documented, such as a code that is in no table. A check that finds another
 * value than it expected there finds that again: it is kept in what else it looked at, and blocked where there was nothing else.
 */
function withoutObserved({ contract, observed }: Scene, outcome: Outcome): Outcome {
  if (outcome.verdict !== 'gap') return outcome
  const told = outcome.mismatches.map((mismatch) => tellersOf(mismatch, outcome.clause, observed))
  const rest = outcome.mismatches.filter((_mismatch, index) => told[index]?.length === 0)
  const [first] = outcome.mismatches
  if (first?.in === undefined || rest.length === outcome.mismatches.length) return outcome
  if (rest.length > 0) return { ...outcome, mismatches: rest }
  const instances = outcome.instances - outcome.mismatches.length
  if (instances > 0) return { ...outcome, verdict: 'conforms', instances, mismatches: [] }
  const reason = `${stepOf(contract, first.in)}: it is not as documented at ${first.at}`
  return blocked(outcome, reason, first.in, told.flat())
}

/** The clauses that observers blamed for the same place of the same error. */
function tellersOf({ at, in: shown }: Mismatch, clause: string, observed: readonly Outcome[]): readonly string[] {
  if (shown === undefined || shown.response.status < 400 || !at.startsWith('/')) return []
  const tells = (one: Outcome): boolean =>
    one.verdict === 'gap' &&
    one.clause !== clause &&
    one.evidence.at(-1) === shown &&
    one.mismatches.some((mismatch) => mismatch.at === at)
  return observed.filter(tells).map((one) => one.clause)
}

/**
 * What is missing in an error says nothing where the answer is no error: another judgement of the check says of that answer that it had
 * to be one, and is what blocks this. Where none does, this is what shows it.
 */
function withoutErrors({ contract }: Scene, outcome: Outcome, judged: readonly Outcome[]): Outcome {
  if (outcome.verdict !== 'gap') return outcome
  const mismatches = outcome.mismatches.filter((mismatch) => !isWithinNoError(contract, mismatch))
  const stoppedAt = outcome.mismatches[0]?.in
  if (mismatches.length > 0 || stoppedAt === undefined) return { ...outcome, mismatches }
  const says = (one: Outcome): boolean =>
    one.verdict === 'gap' &&
    one.mismatches.some((mismatch) => mismatch.in === stoppedAt && !isWithinNoError(contract, mismatch))
  const names = judged.filter(says).map(({ clause }) => clause)
  if (names.length === 0) return outcome
  return blocked(outcome, `${stepOf(contract, stoppedAt)}: it is no error`, stoppedAt, names)
}

function blocked(outcome: Outcome, reason: string, stoppedAt: Exchange, names: readonly string[]): Outcome {
  return {
    ...outcome,
    verdict: 'blocked',
    instances: 0,
    mismatches: [],
    reason,
    stoppedAt,
    blockedBy: [...new Set(names)],
  }
}
