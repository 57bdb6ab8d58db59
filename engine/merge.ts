import { verdicts } from '../suites/model/finding.ts'
import type { ClauseRow, Finding, ProviderRow } from '../suites/model/report.ts'
import { outcomeOf } from './exit-code.ts'
import { figuresOf } from './figures.ts'
import type { ProviderRun } from './run-provider.ts'

/** Puts parts of one provider's run together, in any order: checks run one by one, or shards of them elsewhere. */
export function mergeRuns(runs: readonly ProviderRun[]): ProviderRun {
  const [first, ...others] = numbered(runs)
  if (first === undefined) throw new Error('there is no run to merge')
  return others.reduce(mergeTwo, first)
}

function mergeTwo(left: ProviderRun, right: ProviderRun): ProviderRun {
  const byId = new Map(right.clauses.map((row) => [row.id, row]))
  const clauses = left.clauses.map((row) => mergeRows(row, byId.get(row.id)))
  const figures = figuresOf(clauses)
  const row: ProviderRow = {
    ...left.row,
    outcome: outcomeOf(figures),
    figures,
    exchanges: left.row.exchanges + right.row.exchanges,
    durationMs: left.row.durationMs + right.row.durationMs,
    additive: mergeAdditive(left.row.additive, right.row.additive),
    leftovers: [...left.row.leftovers, ...right.row.leftovers],
  }
  return { row, clauses, exchanges: [...left.exchanges, ...right.exchanges] }
}

/** Of two rows of one clause the graver verdict holds; counts add up and findings are told once. */
export function mergeRows(left: ClauseRow, right: ClauseRow | undefined): ClauseRow {
  if (right === undefined) return left
  const graver = verdicts.indexOf(left.verdict) <= verdicts.indexOf(right.verdict) ? left : right
  const follows = mergeFollows(left.follows ?? [], right.follows ?? [])
  const afterRetry = (left.afterRetry ?? 0) + (right.afterRetry ?? 0)
  const blockedBy = [...new Set([...(left.blockedBy ?? []), ...(right.blockedBy ?? [])])]
  return {
    ...graver,
    judged: left.judged + right.judged,
    ...(follows.length === 0 ? {} : { follows }),
    ...(afterRetry === 0 ? {} : { afterRetry }),
    ...(graver.verdict === 'blocked' ? { blockedBy } : {}),
    findings: mergeFindings(left.findings, right.findings),
  }
}

function mergeFollows(left: NonNullable<ClauseRow['follows']>, right: NonNullable<ClauseRow['follows']>): NonNullable<ClauseRow['follows']> {
  const names = [...new Set([...left, ...right].map(({ name }) => name))]
  return names.map((name) => {
    const same = [...left, ...right].filter((reading) => reading.name === name)
    return { name, text: same[0]?.text ?? name, times: same.reduce((sum, { times }) => sum + times, 0) }
  })
}

function mergeFindings(left: readonly Finding[], right: readonly Finding[]): readonly Finding[] {
  const key = ({ fingerprint, at }: Finding): string => `${fingerprint} ${at}`
  const merged = new Map(left.map((finding) => [key(finding), finding]))
  for (const finding of right) {
    const known = merged.get(key(finding))
    merged.set(key(finding), known === undefined ? finding : { ...known, times: known.times + finding.times })
  }
  return [...merged.values()]
}

function mergeAdditive(left: ProviderRow['additive'], right: ProviderRow['additive']): ProviderRow['additive'] {
  const key = ({ schema, at, kind, value }: ProviderRow['additive'][number]): string => [schema, at, kind, value].join(' ')
  const merged = new Map(left.map((change) => [key(change), change]))
  for (const change of right) {
    const known = merged.get(key(change))
    merged.set(key(change), known === undefined ? change : { ...known, times: known.times + change.times })
  }
  return [...merged.values()]
}

/** Gives the evidence of each part ids of its own. */
export function numbered(runs: readonly ProviderRun[]): readonly ProviderRun[] {
  let offset = 0
  return runs.map((run) => {
    const start = offset
    offset += Math.max(0, ...run.exchanges.map(({ id }) => id))
    return start === 0 ? run : renumber(run, start)
  })
}

function renumber(run: ProviderRun, start: number): ProviderRun {
  return {
    row: run.row,
    exchanges: run.exchanges.map((exchange) => ({ ...exchange, id: exchange.id + start })),
    clauses: run.clauses.map((clause) =>
      clause.findings.length === 0
        ? clause
        : { ...clause, findings: clause.findings.map((finding) => ({ ...finding, evidence: finding.evidence.map((id) => id + start) })) },
    ),
  }
}
