import type { ClauseRow, Finding, StoredExchange } from '../model/report.ts'
import { capabilities } from '../model/clause.ts'
import type { Capability } from '../model/clause.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Mismatch, Verdict } from '../model/finding.ts'
import type { Json } from '../model/json.ts'
import { curlOf } from './curl.ts'
import { shownMismatches } from './locate.ts'
import type { ClauseTally, Proof } from './tally.ts'
import { mergeVerdicts, severityOf } from './verdict.ts'
import type { Waiver } from './waivers.ts'

/** What turning tallies into rows takes from the run. */
export interface RowSetting {
  readonly provider: string
  readonly capabilities: ReadonlySet<Capability>
  /** Redacts and keeps an exchange for the report. */
  readonly store: (exchange: Exchange) => StoredExchange
  readonly redact: (value: Json) => Json
  readonly redactText: (text: string) => string
  readonly replay: (check: string) => string
  readonly waiverOf: (clause: string) => Waiver | undefined
  /** The gaps at the bottom of what a clause stands on. */
  readonly rootsOf: (clause: string) => readonly string[]
  /** Why clauses without any judgement are so, where the run as a whole has a reason. */
  readonly reason?: string
}

/** Verdicts that a gap in what the clause stands on puts in doubt; an outage is told as such. */
const blockable: ReadonlySet<Verdict> = new Set(['gap', 'blocked', 'unobservable'])

function bottomOf(id: string, { rootsOf }: RowSetting): readonly string[] {
  const below = rootsOf(id)
  return below.length === 0 ? [id] : below
}

/** The row of one clause in the report. */
export function clauseRow(tally: ClauseTally, setting: RowSetting): ClauseRow {
  const { clause } = tally
  const merged = mergeVerdicts(tally.counts)
  const below = setting.rootsOf(clause.id)
  const roots = [...new Set([...[...tally.blockedBy].flatMap((id) => bottomOf(id, setting)), ...below])]
  const verdict = below.length > 0 && blockable.has(merged) ? 'blocked' : merged
  const waiver = setting.waiverOf(clause.id)
  // what was seen is stored first, so that all that is told of it has the same placeholders
  const findings = [...tally.proofs.values()].flatMap((proof) => findingsOf(proof, setting))
  const reason = reasonOf(tally, verdict, setting)
  const follows = followed(tally)
  return {
    provider: setting.provider,
    id: clause.id,
    level: clause.level,
    text: clause.text,
    section: clause.section,
    source: clause.source,
    verdict,
    severity: severityOf(verdict, clause.level, waiver !== undefined),
    judged: tally.instances,
    ...(reason === undefined ? {} : { reason: setting.redactText(reason) }),
    ...(verdict === 'inconclusive' && tally.outage !== undefined ? { outage: tally.outage } : {}),
    ...(verdict === 'blocked' ? { blockedBy: roots } : {}),
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

function reasonOf(
  { clause, reason }: ClauseTally,
  verdict: ClauseRow['verdict'],
  setting: RowSetting,
): string | undefined {
  if (verdict === 'conforms' || verdict === 'gap') return undefined
  if (clause.excluded !== undefined) return clause.excluded
  if (verdict !== 'unobservable') return reason
  const lacking = clause.needs.find((capability) => !setting.capabilities.has(capability))
  if (reason !== undefined) return reason
  if (setting.reason !== undefined) return setting.reason
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
function curlFor({ in: shown }: Mismatch, stored: readonly StoredExchange[]): string {
  const ours = stored.filter(({ direction }) => direction === 'outbound')
  const repeated = shown === undefined ? ours.at(-1) : ours.find(({ id }) => id === shown.id)
  return repeated === undefined ? '' : curlOf(repeated)
}

function findingsOf({ fingerprint, first, times }: Proof, setting: RowSetting): readonly Finding[] {
  const stored = first.evidence.map((exchange) => setting.store(exchange))
  return first.mismatches.slice(0, shownMismatches).map((mismatch) => ({
    fingerprint,
    by: first.by,
    at: setting.redactText(mismatch.at),
    expected: setting.redact(mismatch.expected),
    actual: setting.redact(mismatch.actual),
    evidence: stored.map(({ id }) => id),
    ...(mismatch.in === undefined ? {} : { exchange: mismatch.in.id }),
    ...(first.counterexample === undefined ? {} : { counterexample: setting.redact(first.counterexample) }),
    times,
    curl: curlFor(mismatch, stored),
    replay: setting.replay(first.during),
  }))
}
