import type { ClauseRow, ProviderRow, Scope } from '../model/report.ts'
import { outcomeOf } from './exit-code.ts'
import { figuresOf } from './figures.ts'
import { outranks } from './verdict.ts'
import type { ProviderRun } from './conclude.ts'

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
  const partial = left.partial || right.partial
  const row: ProviderRow = {
    ...left.row,
    outcome: outcomeOf(figures, partial),
    figures,
    ...scopeOf(left.row.scope, right.row.scope),
    ...(left.row.speaks === undefined && right.row.speaks !== undefined ? { speaks: right.row.speaks } : {}),
    exchanges: left.row.exchanges + right.row.exchanges,
    durationMs: left.row.durationMs + right.row.durationMs,
    additive: addUp([...left.row.additive, ...right.row.additive], ({ schema, at, kind, value }) => [
      schema,
      at,
      kind,
      value,
    ]),
    outages: addUp([...left.row.outages, ...right.row.outages], ({ operation, status }) => [operation, String(status)]),
    apart: addUp([...left.row.apart, ...right.row.apart], ({ reason }) => [reason]),
    unmatched: addUp([...left.row.unmatched, ...right.row.unmatched], ({ path }) => [path]),
    leftovers: [...left.row.leftovers, ...right.row.leftovers],
  }
  return { row, clauses, exchanges: [...left.exchanges, ...right.exchanges], partial }
}

/** What two parts tried together; nothing is listed where that is the whole suite. */
function scopeOf(left: Scope | undefined, right: Scope | undefined): { readonly scope?: Scope } {
  if (left?.tried === undefined) return left === undefined ? {} : { scope: left }
  if (right?.tried === undefined) return right === undefined ? {} : { scope: right }
  const tried = [...new Set([...left.tried, ...right.tried])].toSorted()
  return { scope: { checks: left.checks, ...(tried.length === left.checks ? {} : { tried }) } }
}

/** Of two rows of one clause the graver verdict holds; counts add up and findings are told once. */
export function mergeRows(left: ClauseRow, right: ClauseRow | undefined): ClauseRow {
  if (right === undefined) return left
  const graver = outranks(left.verdict, right.verdict) ? left : right
  const follows = addUp([...(left.follows ?? []), ...(right.follows ?? [])], ({ name }) => [name])
  const afterRetry = (left.afterRetry ?? 0) + (right.afterRetry ?? 0)
  const blockedBy = [...new Set([...(left.blockedBy ?? []), ...(right.blockedBy ?? [])])]
  return {
    ...graver,
    judged: left.judged + right.judged,
    ...(follows.length === 0 ? {} : { follows }),
    ...(afterRetry === 0 ? {} : { afterRetry }),
    ...(blockedBy.length > 0 && (graver.verdict === 'blocked' || graver.verdict === 'conforms') ? { blockedBy } : {}),
    findings: addUp([...left.findings, ...right.findings], ({ fingerprint, at }) => [fingerprint, at]),
  }
}

/** What was seen more than once is told once, as it was first, with how often in all. */
function addUp<Seen extends { readonly times: number }>(
  seen: readonly Seen[],
  key: (one: Seen) => readonly string[],
): readonly Seen[] {
  const merged = new Map<string, Seen>()
  for (const one of seen) {
    const same = JSON.stringify(key(one))
    const known = merged.get(same)
    merged.set(same, known === undefined ? one : { ...known, times: known.times + one.times })
  }
  return [...merged.values()]
}

/** Gives the evidence of each part ids of its own. */
export function numbered(runs: readonly ProviderRun[]): readonly ProviderRun[] {
  let offset = 0
  return runs.map((run) => {
    const start = offset
    offset += Math.max(0, ...run.exchanges.map(({ id }) => id))
    return renumber(run, start)
  })
}

function renumber(run: ProviderRun, start: number): ProviderRun {
  return {
    ...run,
    exchanges: run.exchanges.map((exchange) => ({ ...exchange, id: exchange.id + start })),
    row: {
      ...run.row,
      outages: run.row.outages.map((outage) => ({ ...outage, exchange: outage.exchange + start })),
    },
    clauses: run.clauses.map((clause) => ({
      ...clause,
      ...(clause.stops === undefined
        ? {}
        : {
            stops: clause.stops.map((stop) => ({
              ...stop,
              ...(stop.exchange === undefined ? {} : { exchange: stop.exchange + start }),
            })),
          }),
      findings: clause.findings.map((finding) => ({
        ...finding,
        evidence: finding.evidence.map((id) => id + start),
        ...(finding.exchange === undefined ? {} : { exchange: finding.exchange + start }),
      })),
    })),
  }
}
