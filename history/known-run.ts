import type { Verdict } from '../model/finding.ts'
import type { KeptGap, ProviderRecord, RunRecord } from '../model/record.ts'

/** How a clause stood in a run; a gap with what showed it. */
export interface State {
  readonly verdict: Verdict
  readonly gap?: KeptGap
}

/** One run of one provider, ready to be compared. */
export interface KnownRun {
  readonly startedAt: string
  readonly seed: number
  readonly provider: ProviderRecord
  readonly states: ReadonlyMap<string, State>
  /** Whether the run tried all of these: checks, or operations where it judged traffic. Nobody knows what shows a gap of none. */
  tried(what: readonly string[]): boolean
  /** Whether the run tried all that another one tried. */
  covers(other: KnownRun): boolean
}

/** The run of one provider that a record tells of. */
export function knownRun({ startedAt, seed, target, only }: RunRecord, provider: ProviderRecord): KnownRun {
  const listed = triedIn(provider, target, only)
  const set = new Set(listed)
  const triedAll = (what: readonly string[]): boolean => what.length > 0 && what.every((one) => set.has(one))
  const covered = new Map<KnownRun, boolean>()
  return {
    startedAt,
    seed,
    provider,
    states: statesOf(provider),
    tried: (what) => listed === undefined || triedAll(what),
    covers(other) {
      const covers = covered.get(other) ?? (listed === undefined || triedAll(other.provider.scope?.tried ?? []))
      covered.set(other, covers)
      return covers
    },
  }
}

/** What a run tried, where that was not the whole suite. A run that was narrowed and does not say to what tried nothing for certain. */
function triedIn(
  { scope }: ProviderRecord,
  target: RunRecord['target'],
  only: readonly string[],
): readonly string[] | undefined {
  if (scope !== undefined) return scope.tried
  const isTraffic = target === 'recording' || target === 'proxy'
  return isTraffic || only.length > 0 ? [] : undefined
}

function statesOf({ clauses, gaps }: ProviderRecord): ReadonlyMap<string, State> {
  const states = new Map<string, State>()
  for (const [prefix, verdicts] of Object.entries(clauses))
    for (const [verdict, names] of Object.entries(verdicts) as readonly [Verdict, readonly string[]][])
      for (const name of names) {
        const id = `${prefix}.${name}`
        const gap = verdict === 'gap' ? gaps[id] : undefined
        states.set(id, gap === undefined ? { verdict } : { verdict, gap })
      }
  return states
}
