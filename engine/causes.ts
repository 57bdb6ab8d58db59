import { createHash } from 'node:crypto'
import type { Cause, ClauseRow, Severity, StoredExchange } from '../model/report.ts'
import { severities } from '../model/report.ts'
import { isAbsent } from './absent.ts'
import { errorObject, missingHeader, missingProperty, wrongForm, wrongList, wrongProperty } from './origins/answers.ts'
import type { Origin, Rule, Shown } from './origins/origin.ts'
import { idsSent, operationOf } from './origins/paths.ts'
import {
  absentOperation,
  idempotencyKeys,
  missingRefusal,
  otherRefusal,
  otherStatus,
  repeatedNonsense,
  sharedAccounts,
  unvalidated,
} from './origins/refusals.ts'

/** Which origin a gap has: the first rule that knows one of its findings. */
const rules: readonly Rule[] = [
  absentOperation,
  sharedAccounts,
  idempotencyKeys,
  missingHeader,
  missingRefusal,
  repeatedNonsense,
  otherRefusal,
  otherStatus,
  wrongList,
  errorObject,
  missingProperty,
  wrongForm,
  wrongProperty,
]

interface Group {
  readonly key: string
  readonly origin: Origin
  readonly provider: string
  readonly rows: ClauseRow[]
  readonly names: Set<string>
}

/**
 * Puts the gaps of a report together by where they come from: the same absent operations, the same missing header, the validation
 * that is not there, the same property of the same kind of object. Those that fail, and then those that break and block most, come first.
 */
export function causesOf(rows: readonly ClauseRow[], exchanges: readonly StoredExchange[]): readonly Cause[] {
  const seen = surroundingsOf(rows, exchanges)
  const resources = new Set(rows.filter(({ id }) => id.endsWith('.answers')).map(topicOf))
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const origin =
      row.verdict === 'broken'
        ? faultOf(row)
        : row.verdict === 'gap'
          ? originOf(row, { ...seen, ofResource: resources.has(topicOf(row)) })
          : undefined
    if (origin === undefined) continue
    const key = `${row.provider} ${origin.key}`
    const group = groups.get(key) ?? { key, origin, provider: row.provider, rows: [], names: new Set() }
    group.rows.push(row)
    if (origin.name !== undefined) group.names.add(origin.name)
    groups.set(key, group)
  }
  const providers = new Set(rows.map(({ provider }) => provider))
  return [...providers]
    .flatMap((name) =>
      withLesserAbsencesAsOne(
        [...groups.values()].filter(({ provider }) => provider === name),
        rows,
      ),
    )
    .map((group) => causeFor(group, rows))
    .toSorted(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.breaks.length + b.blocks.length - (a.breaks.length + a.blocks.length),
    )
}

/** Absent operations that nothing else stands on are one origin where there are several, whatever they are about. */
function withLesserAbsencesAsOne(groups: readonly Group[], all: readonly ClauseRow[]): readonly Group[] {
  const blocking = new Set(all.flatMap(({ verdict, blockedBy = [] }) => (verdict === 'blocked' ? blockedBy : [])))
  const isLesser = ({ origin, rows }: Group): boolean =>
    origin.key.startsWith('absent ') && !rows.some(({ id }) => blocking.has(id))
  const lesser = groups.filter(isLesser)
  const [first, ...others] = lesser
  if (first === undefined || others.length === 0) return groups
  const joined: Group = {
    ...first,
    key: `${first.provider} absent others`,
    rows: lesser.flatMap(({ rows }) => rows),
    names: new Set(lesser.flatMap(({ names }) => [...names])),
  }
  return groups.flatMap((group) => (group === first ? joined : isLesser(group) ? [] : group))
}

function causeFor({ key, origin, provider, rows, names }: Group, all: readonly ClauseRow[]): Cause {
  const breaks = new Set(rows.map(({ id }) => id))
  const blocks = all.filter(
    ({ verdict, blockedBy = [] }) => verdict === 'blocked' && blockedBy.some((id) => breaks.has(id)),
  )
  const severity = severities.find((one) => rows.some((row) => row.severity === one)) as Severity
  const best = rows.find((row) => row.severity === severity && row.findings.length > 0) ?? rows[0]
  return {
    fingerprint: createHash('sha256').update(key).digest('hex').slice(0, 12),
    provider,
    // a single clause says best itself what is wrong
    title: rows.length === 1 && isLoose(origin) ? (best?.text ?? origin.title) : origin.title + listed(names),
    severity,
    breaks: [...breaks],
    blocks: blocks.map(({ id }) => id),
    proof: best?.id ?? '',
  }
}

const shownNames = 3

/** A few names in the order of the alphabet, and how many more there are. */
function listed(names: ReadonlySet<string>): string {
  if (names.size === 0) return ''
  const sorted = [...names].toSorted()
  const shown = sorted.slice(0, shownNames)
  const last = sorted.length > shownNames ? `${sorted.length - shownNames} more` : shown.pop()
  return ` ${shown.length === 0 ? last : `${shown.join(', ')} and ${last}`}`
}

/** Resource or feature that a clause is of: the second word of its id. */
function topicOf({ id }: ClauseRow): string {
  return id.split('.').slice(0, 2).join('.')
}

function faultOf({ reason = '' }: ClauseRow): Origin {
  return { key: `fault ${reason}`, title: `Assay itself failed: ${reason}` }
}

/** Gaps of a section that no rule knows have that in common and nothing more. */
const loose = 'section '
const isLoose = ({ key }: Origin): boolean => key.startsWith(loose) || key.startsWith('property ')

/** What a rule is told besides the finding. */
interface Surroundings extends Pick<Shown, 'spoiled' | 'present'> {
  readonly exchanges: ReadonlyMap<number, StoredExchange>
}

function surroundingsOf(rows: readonly ClauseRow[], stored: readonly StoredExchange[]): Surroundings {
  const exchanges = new Map(stored.map((exchange) => [exchange.id, exchange]))
  const answered = stored.filter(({ response }) => !isAbsent(response.status))
  const plain = { exchanges, spoiled: new Set<string>(), present: new Set(answered.map(operationOf)) }
  const unrefused = rows
    .filter(({ verdict }) => verdict === 'gap')
    .flatMap((row) => shownBy(row, { ...plain, ofResource: true }))
    .filter((shown) => [missingRefusal, repeatedNonsense].some((rule) => rule(shown)?.key === unvalidated.key))
  return { ...plain, spoiled: new Set(unrefused.flatMap(({ exchange }) => (exchange ? idsSent(exchange) : []))) }
}

function shownBy(row: ClauseRow, { exchanges, ...more }: Surroundings & Pick<Shown, 'ofResource'>): readonly Shown[] {
  return row.findings.map((finding) => ({
    row,
    finding,
    exchange: exchanges.get(finding.exchange ?? finding.evidence.at(-1) ?? -1),
    ...more,
  }))
}

/** Which of a gap's findings came first differs from run to run, so the first in the order of the alphabet tells. */
function originOf(row: ClauseRow, surroundings: Surroundings & Pick<Shown, 'ofResource'>): Origin {
  const shown = shownBy(row, surroundings)
  for (const rule of rules) {
    const known = shown.map(rule).filter((origin) => origin !== undefined)
    const [first] = known.toSorted((one, other) => (one.key < other.key ? -1 : 1))
    if (first !== undefined) return first
  }
  return { key: loose + row.section, title: `${row.section}: promises of this section are not kept` }
}
