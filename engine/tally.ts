import type { Clause } from '../model/clause.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Verdict } from '../model/finding.ts'
import { isAbsent } from './absent.ts'
import { fingerprintOf } from './fingerprint.ts'
import { createHindrances } from './hindrances.ts'
import { isKnown } from './known-departures.ts'
import type { Hindrances } from './hindrances.ts'
import type { Outcome } from './outcome.ts'
import { refusalBehind } from './refusal-behind.ts'

/** One way in which a gap showed, with its first proof. */
export interface Proof {
  readonly fingerprint: string
  /** It shows known departures only; what is not known at the same place is a proof of its own. */
  readonly known: boolean
  readonly first: Outcome
  /** An exchange of the proof whose status may say that there is no such operation. */
  readonly absence: Exchange | undefined
  /** The first refusal of the account's own key, where the proof shows nothing else. */
  readonly refusal: Exchange | undefined
  times: number
  /** Places of the entries of a recording in which it shows. */
  readonly entries: number[]
}

/** Checks that were satisfied by an answer which may say that there is no such operation. */
interface Absence {
  readonly exchange: Exchange
  times: number
  instances: number
}

/** All that was said of one clause so far; its size does not grow with the number of exchanges. */
export interface ClauseTally {
  readonly clause: Clause
  readonly counts: Record<Verdict, number>
  /** Instances that were looked at. */
  instances: number
  /** By fingerprint, apart for each operation on whose absence a proof may rest, and for what is known of the provider. */
  readonly proofs: Map<string, Proof>
  readonly readings: Map<string, number>
  readonly hindrances: Hindrances
  /** By operation. */
  readonly absences: Map<string, Absence>
  afterRetry: number
}

/** Keeps count, clause by clause. */
export interface Tally {
  add(outcome: Outcome): void
  /** A clause was kept by so many instances, and there is no more to say. */
  conforms(clause: string, instances: number, afterRetry: boolean): void
  readonly clauses: ReadonlyMap<string, ClauseTally>
  /** Operations that refused a call of the account's own key which had nothing wrong. */
  readonly refused: ReadonlySet<string>
}

/** Proofs that are kept of those which rest on the absence, or a refusal, of one operation; as many of those which rest on none. */
const mostProofs = 16
/** Entries that are named of one proof; the others are counted only. */
const mostEntries = 1000

export function createTally(clauses: ReadonlyMap<string, Clause>): Tally {
  const tallies = new Map([...clauses].map(([id, clause]) => [id, emptyTally(clause)] as const))
  const refused = new Set<string>()
  return {
    clauses: tallies,
    refused,
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
      const { stoppedAt } = outcome
      if (stoppedAt?.response.status === 403 && stoppedAt.operation !== undefined) refused.add(stoppedAt.operation)
    },
  }
}

function emptyTally(clause: Clause): ClauseTally {
  return {
    clause,
    counts: { gap: 0, broken: 0, inconclusive: 0, blocked: 0, conforms: 0, unobservable: 0 },
    instances: 0,
    proofs: new Map(),
    readings: new Map(),
    hindrances: createHindrances(),
    absences: new Map(),
    afterRetry: 0,
  }
}

function addTo(tally: ClauseTally, outcome: Outcome): void {
  const { verdict, reading, reason, stoppedAt, outage, blockedBy } = outcome
  tally.counts[verdict] += 1
  tally.instances += outcome.instances
  if (verdict === 'gap') addProof(tally, outcome)
  if (verdict === 'conforms') addConforming(tally, outcome)
  if (reading !== undefined) tally.readings.set(reading, (tally.readings.get(reading) ?? 0) + 1)
  if (reason === undefined) return
  tally.hindrances.add({
    verdict,
    reason,
    times: 1,
    ...(stoppedAt === undefined ? {} : { exchange: stoppedAt }),
    ...(outage === undefined ? {} : { outage }),
    ...(blockedBy === undefined ? {} : { blockedBy }),
  })
}

function addConforming(tally: ClauseTally, outcome: Outcome): void {
  if (outcome.afterRetry) tally.afterRetry += 1
  if (outcome.by !== outcome.during) return
  const last = outcome.evidence.at(-1)
  if (last?.operation === undefined || !isAbsent(last.response.status)) return
  const known = tally.absences.get(last.operation) ?? { exchange: last, times: 0, instances: 0 }
  known.times += 1
  known.instances += outcome.instances
  tally.absences.set(last.operation, known)
}

function addProof(tally: ClauseTally, outcome: Outcome): void {
  const fingerprint = fingerprintOf(outcome)
  // a proof in answers of other operations rests on none that is absent
  const located = outcome.mismatches.flatMap(({ in: shown }) => shown ?? [])
  const shown = located.length === outcome.mismatches.length ? located : outcome.evidence
  const absence = shown.find(({ operation, response }) => operation !== undefined && isAbsent(response.status))
  const known = isKnown(tally.clause, outcome.mismatches)
  const refusals = outcome.mismatches.map((mismatch) => refusalBehind(outcome, mismatch))
  const refusal = refusals.includes(undefined) ? undefined : refusals[0]
  const key = `${fingerprint} ${absence?.operation ?? ''} ${known ? 'known' : ''} ${refusal?.operation ?? ''}`
  const alike = [...tally.proofs.values()].filter(
    (proof) =>
      proof.known === known &&
      proof.absence?.operation === absence?.operation &&
      proof.refusal?.operation === refusal?.operation,
  )
  // what is beyond the most is counted with the last, so that it goes where that goes
  const earlier = tally.proofs.get(key) ?? (alike.length < mostProofs ? undefined : alike.at(-1))
  const entries = entriesOf(outcome)
  if (earlier === undefined) {
    tally.proofs.set(key, { fingerprint, known, first: outcome, absence, refusal, times: 1, entries })
    return
  }
  earlier.times += 1
  if (earlier.entries.length < mostEntries) earlier.entries.push(...entries)
}

/** The entries that depart: those that mismatches are in, else the last one of the evidence. */
function entriesOf({ mismatches, evidence }: Outcome): number[] {
  const last = evidence.at(-1)?.entry
  return [...new Set(mismatches.map(({ in: shown }) => shown?.entry ?? last))].filter((entry) => entry !== undefined)
}
