import type { ClauseRow, Finding, StoredExchange } from '../model/report.ts'
import { capabilities } from '../model/clause.ts'
import type { Capability, Clause } from '../model/clause.ts'
import type { Authentication } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import { nothing } from '../model/judgement.ts'
import type { Mismatch, Verdict } from '../model/finding.ts'
import type { Redactor } from '../wire/redaction/redactor.ts'
import { curlOf } from './curl.ts'
import { leadingTo, scriptOf } from './script.ts'
import type { Step } from './script.ts'
import type { Hindrance } from './hindrances.ts'
import { knownDeparture } from './known-departures.ts'
import { placeOf } from './fingerprint.ts'
import { longestEvidence, shownMismatches } from './locate.ts'
import type { ClauseTally, Proof } from './tally.ts'
import { mergeVerdicts, severityOf } from './verdict.ts'
import type { Waiver } from './waivers.ts'

/** What turning tallies into rows takes from the run. */
export interface RowSetting {
  readonly provider: string
  readonly capabilities: ReadonlySet<Capability>
  /** Redacts and keeps an exchange for the report. */
  readonly store: (exchange: Exchange) => StoredExchange
  /** How a request carries a key, for whoever repeats it. */
  readonly authentication: Authentication
  /** Request header of an idempotency key, where the provider has one. */
  readonly keyHeader?: string
  /** Redacts what is said of exchanges, once they are stored. */
  readonly redactor: Pick<Redactor, 'text' | 'mismatch' | 'input'>
  readonly replay: (check: string) => string
  readonly waiverOf: (clause: string) => Waiver | undefined
  /** The gaps at the bottom of what a clause stands on. */
  readonly rootsOf: (clause: string) => readonly string[]
  /** Why clauses without any judgement are so, where the run as a whole has a reason. */
  readonly reason?: string
}

/** The row of one clause in the report. */
export function clauseRow(tally: ClauseTally, setting: RowSetting): ClauseRow {
  const { clause } = tally
  const verdict = verdictOf(tally, setting)
  const waiver = setting.waiverOf(clause.id)
  const proofs = distinctProofs(tally)
  // what was seen is stored first, so that all that is told of it has the same placeholders
  const findings = proofs.flatMap((proof) => findingsOf(tally, proof, setting))
  const known = proofs.length > 0 && proofs.every((proof) => proof.known)
  const reason = reasonOf(tally, verdict, setting)
  const follows = followed(tally)
  const stops = stopsOf(tally, verdict, setting)
  const blockedBy = blockersOf(tally, verdict, setting)
  const outage = verdict === 'inconclusive' ? tally.hindrances.of('inconclusive')[0]?.outage : undefined
  return {
    provider: setting.provider,
    id: clause.id,
    level: clause.level,
    text: clause.text,
    section: clause.section,
    source: clause.source,
    verdict,
    severity: severityOf(verdict, clause, { waived: waiver !== undefined, known }),
    judged: verdict === 'conforms' || verdict === 'gap' ? Math.max(1, tally.instances) : tally.instances,
    ...(reason === undefined ? {} : { reason: setting.redactor.text(reason) }),
    ...(outage === undefined ? {} : { outage }),
    ...(blockedBy.length === 0 ? {} : { blockedBy }),
    ...(stops.length === 0 ? {} : { stops }),
    ...(follows.length === 0 ? {} : { follows }),
    ...(tally.afterRetry === 0 ? {} : { afterRetry: tally.afterRetry }),
    ...(clause.excluded === undefined ? {} : { excluded: true }),
    ...(waiver === undefined
      ? {}
      : { waiver: { reason: waiver.reason, owner: waiver.owner, expires: waiver.expires } }),
    ...(clause.note === undefined ? {} : { note: clause.note }),
    findings,
  }
}

/** What nothing was seen of is blocked by the gaps that it stands on, unless the target could not show it anyway. */
function verdictOf(
  { clause, counts, hindrances }: ClauseTally,
  { rootsOf, capabilities: has, reason }: RowSetting,
): Verdict {
  const merged = mergeVerdicts(counts)
  if (merged !== 'unobservable' || clause.excluded !== undefined || reason !== undefined) return merged
  if (clause.needs.some((capability) => !has.has(capability))) return merged
  // a judge that says why it could see nothing knows better than what the clause stands on in general
  if (hindrances.of('unobservable').some((hindrance) => hindrance.reason !== nothing.why)) return merged
  return rootsOf(clause.id).length > 0 ? 'blocked' : merged
}

/** The clauses that the answers break from which checks could not go on; where nothing was tried, the gaps that it stands on. */
function blockersOf({ clause, hindrances }: ClauseTally, verdict: Verdict, { rootsOf }: RowSetting): readonly string[] {
  if (verdict !== 'blocked' && verdict !== 'conforms') return []
  const blocked = hindrances.of('blocked')
  if (blocked.length > 0 || verdict === 'conforms')
    return [...new Set(blocked.flatMap(({ blockedBy }) => [...blockedBy]))]
  return rootsOf(clause.id)
}

/** The exchanges that checks could not go on from, for a verdict that they explain, and for what was only seen in part. */
function stopsOf({ hindrances }: ClauseTally, verdict: Verdict, setting: RowSetting): NonNullable<ClauseRow['stops']> {
  const explaining = verdict === 'conforms' ? 'blocked' : verdict
  if (explaining === 'gap' || explaining === 'unobservable') return []
  return hindrances.of(explaining).map((hindrance) => ({
    reason: setting.redactor.text(hindrance.reason),
    times: hindrance.times,
    ...shownStop(hindrance, setting),
  }))
}

function shownStop(
  { exchange }: Hindrance,
  { store, authentication }: RowSetting,
): { exchange?: number; curl?: string } {
  if (exchange === undefined) return {}
  const stored = store(exchange)
  return stored.direction === 'inbound'
    ? { exchange: stored.id }
    : { exchange: stored.id, curl: curlOf(exchange, stored, authentication) }
}

function reasonOf(
  { clause, hindrances }: ClauseTally,
  verdict: ClauseRow['verdict'],
  setting: RowSetting,
): string | undefined {
  if (verdict === 'conforms' || verdict === 'gap') return undefined
  if (clause.excluded !== undefined) return clause.excluded
  const [first] = hindrances.of(verdict)
  if (first !== undefined) return first.reason
  if (verdict === 'blocked') return 'what it stands on has a gap'
  if (setting.reason !== undefined) return setting.reason
  const lacking = clause.needs.find((capability) => !setting.capabilities.has(capability))
  return lacking === undefined ? 'nothing in this run showed it' : capabilities[lacking]
}

function followed({ clause, readings }: ClauseTally): NonNullable<ClauseRow['follows']> {
  return [...readings].map(([name, times]) => ({
    name,
    text: clause.readings.find((reading) => reading.name === name)?.text ?? name,
    times,
  }))
}

/** Of the exchange that departs; where none is known, of the last request that led there. A delivery is not ours to send. */
function curlFor({ in: shown }: Mismatch, steps: readonly Step[], { authentication }: RowSetting): string {
  const ours = steps.filter(({ stored }) => stored.direction === 'outbound')
  const repeated = shown === undefined ? ours.at(-1) : ours.find(({ stored }) => stored.id === shown.id)
  return repeated === undefined ? '' : curlOf(repeated.exchange, repeated.stored, authentication)
}

function findingsOf(
  { clause }: ClauseTally,
  { fingerprint, first, times, entries }: Proof,
  setting: RowSetting,
): Finding[] {
  const steps = first.evidence.map((exchange) => ({ exchange, stored: setting.store(exchange) }))
  const scriptFor = (some: readonly Step[]) => scriptOf(some, setting.authentication, setting.keyHeader)
  // what an observer found needs no scenario
  const isScenario = first.by === first.during
  const whole = isScenario && steps.length < longestEvidence ? scriptFor(steps) : undefined
  return distinctMismatches(clause, first.mismatches).map((mismatch) => {
    const known = knownDeparture(clause, mismatch)
    // a longer scenario is not kept as a whole: what leads to the exchange is
    const last = whole === undefined && isScenario ? steps.find(({ exchange }) => exchange === mismatch.in) : undefined
    const script = last === undefined ? whole : scriptFor(leadingTo(steps, last))
    return {
      fingerprint,
      by: first.by,
      ...setting.redactor.mismatch(mismatch),
      evidence: steps.map(({ stored }) => stored.id),
      ...(mismatch.in === undefined ? {} : { exchange: mismatch.in.id }),
      ...(first.counterexample === undefined ? {} : { counterexample: setting.redactor.input(first.counterexample) }),
      ...(known === undefined ? {} : { known: known.text }),
      ...(script === undefined ? {} : { script }),
      times,
      ...(entries.length === 0 ? {} : { entries }),
      curl: curlFor(mismatch, steps, setting),
      replay: setting.replay(first.during),
    }
  })
}

/** Each way in which the gap shows, with its first proof and how often it was seen on whatever occasion. */
function distinctProofs({ proofs }: ClauseTally): readonly Proof[] {
  const byWay = new Map<string, Proof>()
  for (const proof of proofs.values()) {
    const way = `${proof.fingerprint} ${proof.known}`
    const first = byWay.get(way)
    byWay.set(
      way,
      first === undefined
        ? proof
        : { ...first, times: first.times + proof.times, entries: [...first.entries, ...proof.entries] },
    )
  }
  return [...byWay.values()]
}

/**
 * The first mismatch at each place of each exchange, those first that are no known departures; the items of a list are one place. Where
 * a request was not to be refused, or was to be, the rest of the answer says it again.
 */
function distinctMismatches(clause: Clause, mismatches: readonly Mismatch[]): readonly Mismatch[] {
  const rank = (mismatch: Mismatch): number => (knownDeparture(clause, mismatch) === undefined ? 0 : 1)
  const answeredOtherwise = new Set(
    mismatches.flatMap(({ at, in: shown }) => (at === 'status' ? (shown?.id ?? []) : [])),
  )
  const telling = mismatches.filter(
    ({ at, in: shown }) => at === 'status' || shown === undefined || !answeredOtherwise.has(shown.id),
  )
  const byPlace = new Map<string, Mismatch>()
  for (const mismatch of telling.toSorted((one, other) => rank(one) - rank(other))) {
    const key = `${mismatch.in?.id ?? ''} ${placeOf(mismatch.at)}`
    if (!byPlace.has(key)) byPlace.set(key, mismatch)
  }
  return [...byPlace.values()].slice(0, shownMismatches)
}
