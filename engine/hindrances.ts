import type { Exchange } from '../model/exchange.ts'
import type { Outage, Verdict } from '../model/finding.ts'

/** One reason for which a clause could not be judged, with the first exchange that shows it. */
export interface Hindrance {
  readonly verdict: Verdict
  readonly reason: string
  readonly exchange?: Exchange
  readonly outage?: Outage
  readonly blockedBy: ReadonlySet<string>
  readonly times: number
}

/** Keeps the reasons for which a clause could not be judged, apart by verdict; each is told once, with how often it was met. */
export interface Hindrances {
  add(hindrance: Omit<Hindrance, 'blockedBy'> & { readonly blockedBy?: Iterable<string> }): void
  /** Those of a verdict, the most frequent first. */
  of(verdict: Verdict): readonly Hindrance[]
}

const most = 8
const none: readonly string[] = []

export function createHindrances(): Hindrances {
  const known = new Map<string, Hindrance & { times: number }>()
  return {
    add({ blockedBy = none, ...hindrance }) {
      const key = `${hindrance.verdict} ${hindrance.reason}`
      const before = known.get(key)
      if (before === undefined && known.size >= most) return
      // thousands of times what was said of an exchange before
      if (before !== undefined && blockedBy === none) {
        before.times += hindrance.times
        return
      }
      known.set(key, {
        ...hindrance,
        ...before,
        blockedBy: new Set([...(before?.blockedBy ?? []), ...blockedBy]),
        times: (before?.times ?? 0) + hindrance.times,
      })
    },
    of: (verdict) => [...known.values()].filter((one) => one.verdict === verdict).toSorted((a, b) => b.times - a.times),
  }
}
