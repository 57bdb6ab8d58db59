import type { ProviderRecord, RunRecord } from '../model/record.ts'
import type { Verdict } from '../model/finding.ts'
import { knownRun } from './known-run.ts'
import type { KnownRun } from './known-run.ts'

/** The runs of one provider on one target, the earliest first. */
export interface Trend {
  readonly provider: string
  readonly title: string
  readonly target: RunRecord['target']
  readonly targetName?: string
  readonly runs: readonly KnownRun[]
}

/** How one clause stood in the runs that know it. */
export interface ClauseTrend extends Trend {
  readonly clause: string
  readonly verdicts: readonly { readonly startedAt: string; readonly verdict: Verdict }[]
}

/** How many clauses a cause broke in each run. */
export interface CauseTrend extends Trend {
  readonly cause: Pick<ProviderRecord['causes'][number], 'fingerprint' | 'title'>
  readonly breaks: readonly { readonly startedAt: string; readonly broken: number }[]
}

/** The runs of a history by provider and target. */
export function trendsOf(records: readonly RunRecord[]): readonly Trend[] {
  const trends = new Map<string, Trend & { readonly runs: KnownRun[] }>()
  for (const record of records)
    for (const provider of record.providers) {
      const { target, targetName } = record
      const key = JSON.stringify([provider.name, target, targetName])
      const trend = trends.get(key) ?? {
        provider: provider.name,
        title: provider.title,
        target,
        ...(targetName === undefined ? {} : { targetName }),
        runs: [],
      }
      trend.runs.push(knownRun(record, provider))
      trends.set(key, trend)
    }
  return [...trends.values()]
}

/** How a clause stood, for each target that was judged by it. */
export function trendsOfClause(records: readonly RunRecord[], clause: string): readonly ClauseTrend[] {
  return trendsOf(records).flatMap((trend) => {
    const verdicts = trend.runs.flatMap(({ startedAt, states }) => {
      const verdict = states.get(clause)?.verdict
      return verdict === undefined ? [] : [{ startedAt, verdict }]
    })
    return verdicts.length === 0 ? [] : [{ ...trend, clause, verdicts }]
  })
}

/** How far a cause reached, by the beginning of its fingerprint, for each target that had it. */
export function trendsOfCause(records: readonly RunRecord[], prefix: string): readonly CauseTrend[] {
  return trendsOf(records).flatMap((trend) => {
    const causes = trend.runs.flatMap(({ provider }) => provider.causes)
    const fingerprints = [...new Set(causes.map(({ fingerprint }) => fingerprint))].filter((one) =>
      one.startsWith(prefix),
    )
    return fingerprints.map((fingerprint) => ({
      ...trend,
      cause: { fingerprint, title: causes.findLast((one) => one.fingerprint === fingerprint)?.title ?? '' },
      breaks: trend.runs.map(({ startedAt, provider }) => ({
        startedAt,
        broken: provider.causes.find((one) => one.fingerprint === fingerprint)?.breaks.length ?? 0,
      })),
    }))
  })
}
