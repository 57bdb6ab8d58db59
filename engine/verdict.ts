import type { Clause } from '../model/clause.ts'
import type { Verdict } from '../model/finding.ts'
import type { Severity } from '../model/report.ts'

/**
 * Which of the things that were said of a clause is its verdict. What is proven stays proven, so a gap comes first. A part that
 * a check could not go on to takes nothing from what was seen to be kept, so `blocked` comes after `conforms`.
 */
const precedence = ['gap', 'broken', 'inconclusive', 'conforms', 'blocked', 'unobservable'] as const

/** The verdict of a clause from everything that was said of it. */
export function mergeVerdicts(counts: Readonly<Record<Verdict, number>>): Verdict {
  return precedence.find((verdict) => counts[verdict] > 0) ?? 'unobservable'
}

/** Whether the first verdict comes before the second one. */
export function outranks(first: Verdict, second: Verdict): boolean {
  return precedence.indexOf(first) <= precedence.indexOf(second)
}

/** What is known of a gap besides the clause. */
export interface GapStanding {
  readonly waived: boolean
  /** All that shows it was seen of the provider itself. */
  readonly known: boolean
}

/** What a verdict means for the reader. A gap fails the run where the provider's own word binds, and no known departure explains it. */
export function severityOf(
  verdict: Verdict,
  { level, source }: Pick<Clause, 'level' | 'source'>,
  { waived, known }: GapStanding,
): Severity {
  switch (verdict) {
    case 'gap':
      if (waived) return 'waived'
      return level === 'must' && source.kind !== 'ours' && !known ? 'fail' : 'warn'
    case 'broken':
      return 'fault'
    case 'inconclusive':
    case 'blocked':
      return 'open'
    case 'conforms':
      return 'ok'
    case 'unobservable':
      return 'none'
  }
}
