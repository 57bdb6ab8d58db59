import type { Past } from '../model/report.ts'
import type { KnownRun, State } from './known-run.ts'

/** An earlier run in which a clause had a gap, or conformed though the run tried what shows the gap. */
interface Judged {
  readonly run: KnownRun
  readonly state: State
  readonly isGap: boolean
}

/**
 * What earlier runs say of each clause of a run, the earliest run first; nothing of a clause of which they say nothing. A run that did
 * not try what shows a gap neither mends it nor speaks against it, and what a run did not try is not "no longer judged" by it.
 */
export function pastOf(current: KnownRun, earlier: readonly KnownRun[]): ReadonlyMap<string, Past> {
  const newestFirst = earlier.toReversed()
  const pasts = new Map<string, Past>()
  if (earlier.length === 0) return pasts
  for (const [clause, state] of current.states) {
    const past =
      state.verdict === 'gap'
        ? pastOfGap(clause, state, current, newestFirst)
        : state.verdict === 'conforms'
          ? pastOfConforming(clause, current, newestFirst)
          : pastOfUnjudged(clause, current, newestFirst)
    if (past !== undefined) pasts.set(clause, past)
  }
  return pasts
}

function pastOfGap(clause: string, { gap }: State, current: KnownRun, runs: readonly KnownRun[]): Past {
  const judged = judgedIn(clause, runs, gap?.during ?? [])
  const streak = judged.findIndex(({ isGap }) => !isGap)
  const standing = streak === -1 ? judged : judged.slice(0, streak)
  const first = standing.at(-1)
  const gaps = judged.filter(({ isGap }) => isGap).length
  const conforming = judged[streak]?.run.startedAt
  const counts = {
    seen: gaps + 1,
    of: judged.length + 1,
    ...(conforming === undefined ? {} : { lastConforming: conforming }),
  }
  if (first === undefined) return { change: gaps > 0 ? 'back' : 'new', since: current.startedAt, ...counts }
  const failedBefore = standing[0]?.state.gap?.severity !== 'warn'
  const isWorse = gap?.severity === 'fail' && !failedBefore
  return { change: isWorse ? 'worse' : 'standing', since: first.run.startedAt, ...counts }
}

/** Mended where the run tried what showed the last gap, and none before it did so and found nothing. */
function pastOfConforming(clause: string, current: KnownRun, runs: readonly KnownRun[]): Past | undefined {
  const last = runs.find(({ states }) => states.get(clause)?.verdict === 'gap')
  const during = last?.states.get(clause)?.gap?.during ?? []
  if (last === undefined || !current.tried(during)) return undefined
  const judged = judgedIn(clause, runs, during)
  const isStanding = judged[0]?.isGap ?? false
  if (!isStanding) return undefined
  return {
    change: 'mended',
    since: current.startedAt,
    seen: judged.filter(({ isGap }) => isGap).length,
    of: judged.length + 1,
    last: last.startedAt,
  }
}

/** Not judged any more where an earlier run judged the clause by what this one tried, too. */
function pastOfUnjudged(clause: string, current: KnownRun, runs: readonly KnownRun[]): Past | undefined {
  const index = runs.findIndex((run) => {
    const state = run.states.get(clause)
    if (state?.verdict === 'gap' && state.gap !== undefined && current.tried(state.gap.during)) return true
    return (state?.verdict === 'gap' || state?.verdict === 'conforms') && current.covers(run)
  })
  const last = runs[index]
  if (last === undefined) return undefined
  const since = runs.slice(0, index).findLast((run) => run.states.has(clause) && run.covers(last))
  const judged = judgedIn(clause, runs, [])
  return {
    change: 'unjudged',
    since: (since ?? current).startedAt,
    seen: judged.filter(({ isGap }) => isGap).length,
    of: judged.length,
    last: last.startedAt,
  }
}

/** The runs that say something of a clause, the newest first: those with a gap, and those that tried what shows it and conformed. */
function judgedIn(clause: string, runs: readonly KnownRun[], during: readonly string[]): readonly Judged[] {
  return runs.flatMap<Judged>((run) => {
    const state = run.states.get(clause)
    if (state?.verdict === 'gap') return [{ run, state, isGap: true }]
    return state?.verdict === 'conforms' && run.tried(during) ? [{ run, state, isGap: false }] : []
  })
}
