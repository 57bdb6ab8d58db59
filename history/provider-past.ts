import type { ProviderRecord } from '../model/record.ts'
import type { Past, ProviderPast, RunPoint } from '../model/report.ts'
import type { KnownRun } from './known-run.ts'

/** Runs that a trend shows. */
const shownRuns = 60

/** What there is to say of the earlier runs of a provider. */
export function providerPast(
  current: KnownRun,
  earlier: readonly KnownRun[],
  pasts: ReadonlyMap<string, Past>,
): ProviderPast {
  const before = earlier.at(-1)
  return {
    name: current.provider.name,
    runs: earlier.length,
    ...(before !== undefined && before.provider.contract !== current.provider.contract
      ? { contractChanged: true }
      : {}),
    gone: before === undefined ? [] : goneSince(before, current),
    points: [...earlier, current].slice(-shownRuns).map(pointOf),
    mended: mendedCauses(earlier, pasts),
  }
}

function pointOf({ startedAt, provider }: KnownRun): RunPoint {
  const { outcome, figures, scope } = provider
  const { clauses, judged, conforming, severities } = figures
  return {
    startedAt,
    outcome,
    clauses,
    judged,
    conforming,
    failing: severities.fail,
    ...(scope?.tried === undefined ? {} : { narrowed: true }),
  }
}

function goneSince(before: KnownRun, current: KnownRun): readonly string[] {
  return [...before.states]
    .filter(([id, { verdict }]) => (verdict === 'gap' || verdict === 'conforms') && !current.states.has(id))
    .map(([id]) => id)
}

/** Causes of earlier runs of which every clause is mended in this one; of several with the same clauses, the latest. */
function mendedCauses(earlier: readonly KnownRun[], pasts: ReadonlyMap<string, Past>): ProviderPast['mended'] {
  const told = new Set<string>()
  const causes: ProviderRecord['causes'][number][] = []
  for (const { provider } of earlier.toReversed())
    for (const cause of provider.causes) {
      const isMended = cause.breaks.length > 0 && cause.breaks.every((clause) => pasts.get(clause)?.change === 'mended')
      if (!isMended || cause.breaks.every((clause) => told.has(clause))) continue
      for (const clause of cause.breaks) told.add(clause)
      causes.push(cause)
    }
  return causes.map(({ fingerprint, title, breaks }) => ({ fingerprint, title, breaks }))
}
