import type { Clause } from '../model/clause.ts'
import type { Outage, Verdict } from '../model/finding.ts'
import { isAbsent } from './absent.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Outcome } from './outcome.ts'

/** One way in which a gap showed, with its first proof. */
export interface Proof {
  readonly fingerprint: string
  readonly first: Outcome
  times: number
}

/** All that was said of one clause so far; its size does not grow with the number of exchanges. */
export interface ClauseTally {
  readonly clause: Clause
  readonly counts: Record<Verdict, number>
  /** Instances that were looked at. */
  instances: number
  readonly proofs: Map<string, Proof>
  readonly readings: Map<string, number>
  readonly blockedBy: Set<string>
  /** By operation: checks that its answer satisfied though it may say that there is no such operation. */
  readonly absences: Map<string, { readonly status: number; times: number }>
  afterRetry: number
  reason?: string
  outage?: Outage
}

/** Keeps count, clause by clause. */
export interface Tally {
  add(outcome: Outcome): void
  /** A clause was kept, and there is no more to say. */
  conforms(clause: string, instances: number, afterRetry: boolean): void
  readonly clauses: ReadonlyMap<string, ClauseTally>
}

const mostProofs = 8

export function createTally(clauses: ReadonlyMap<string, Clause>): Tally {
  const tallies = new Map([...clauses].map(([id, clause]) => [id, emptyTally(clause)] as const))
  return {
    clauses: tallies,
    conforms(clause, instances, afterRetry) {
      const tally = tallies.get(clause)
      if (tally === undefined) throw new Error(`an observer judged the clause ${clause}, which does not exist`)
      tally.counts.conforms += 1
      tally.instances += instances
      if (afterRetry) tally.afterRetry += 1
    },
    add(outcome) {
      const tally = tallies.get(outcome.clause)
      if (tally === undefined)
        throw new Error(`${outcome.by} judged the clause ${outcome.clause}, which does not exist`)
      addTo(tally, outcome)
    },
  }
}

function emptyTally(clause: Clause): ClauseTally {
  const counts = { gap: 0, broken: 0, inconclusive: 0, blocked: 0, conforms: 0, unobservable: 0 }
  return {
    clause,
    counts,
    instances: 0,
    proofs: new Map(),
    readings: new Map(),
    blockedBy: new Set(),
    absences: new Map(),
    afterRetry: 0,
  }
}

function addTo(tally: ClauseTally, outcome: Outcome): void {
  tally.counts[outcome.verdict] += 1
  tally.instances += outcome.instances
  if (outcome.verdict === 'gap') addProof(tally, outcome)
  if (outcome.verdict === 'conforms') addConforming(tally, outcome)
  if (outcome.reading !== undefined) tally.readings.set(outcome.reading, (tally.readings.get(outcome.reading) ?? 0) + 1)
  for (const clause of outcome.blockedBy ?? []) tally.blockedBy.add(clause)
  if (outcome.reason !== undefined) tally.reason ??= outcome.reason
  if (outcome.outage !== undefined) tally.outage ??= outcome.outage
}

function addConforming(tally: ClauseTally, outcome: Outcome): void {
  if (outcome.afterRetry) tally.afterRetry += 1
  if (outcome.by !== outcome.during) return
  const last = outcome.evidence.at(-1)
  if (last?.operation === undefined || !isAbsent(last.response.status)) return
  const known = tally.absences.get(last.operation)
  if (known === undefined) tally.absences.set(last.operation, { status: last.response.status, times: 1 })
  else known.times += 1
}

function addProof(tally: ClauseTally, outcome: Outcome): void {
  const fingerprint = fingerprintOf(outcome)
  const known = tally.proofs.get(fingerprint)
  if (known !== undefined) known.times += 1
  else if (tally.proofs.size < mostProofs) tally.proofs.set(fingerprint, { fingerprint, first: outcome, times: 1 })
}
