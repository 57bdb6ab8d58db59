import type { Level } from '../model/clause.ts'
import type { Verdict } from '../model/finding.ts'
import { verdicts } from '../model/finding.ts'
import type { Severity } from '../model/report.ts'

/** The verdict of a clause from everything that was said of it: the gravest one wins. */
export function mergeVerdicts(counts: Readonly<Record<Verdict, number>>): Verdict {
  return verdicts.find((verdict) => counts[verdict] > 0) ?? 'unobservable'
}

/** What a verdict means for the reader. */
export function severityOf(verdict: Verdict, level: Level, waived: boolean): Severity {
  switch (verdict) {
    case 'gap':
      if (waived) return 'waived'
      return level === 'must' ? 'fail' : 'warn'
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
