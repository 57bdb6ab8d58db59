import { verdicts } from '../model/finding.ts'
import { severities } from '../model/report.ts'
import type { ClauseRow, Figures } from '../model/report.ts'

/** Counts over the fixed set of a provider's clauses: what could not be judged stays in the denominator. */
export function figuresOf(rows: readonly ClauseRow[]): Figures {
  const count = (holds: (row: ClauseRow) => boolean): number => rows.filter(holds).length
  return {
    clauses: rows.length,
    documented: count(isDocumented),
    judged: count(({ verdict }) => verdict === 'conforms' || verdict === 'gap'),
    conforming: count(({ verdict }) => verdict === 'conforms'),
    failing: {
      document: count((row) => row.severity === 'fail' && isDocumented(row)),
      elsewhere: count((row) => row.severity === 'fail' && !isDocumented(row)),
    },
    verdicts: tallyBy(verdicts, (verdict) => count((row) => row.verdict === verdict)),
    severities: tallyBy(severities, (severity) => count((row) => row.severity === severity)),
  }
}

function isDocumented({ source }: ClauseRow): boolean {
  return source.kind === 'document' || source.kind === 'derived'
}

function tallyBy<Key extends string>(keys: readonly Key[], count: (key: Key) => number): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<Key, number>
}
