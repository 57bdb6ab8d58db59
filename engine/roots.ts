import type { Clause } from '../model/clause.ts'

/**
 * Finds the gaps at the bottom of what a clause stands on, so that a blocked row names a row that is a gap. An operation that
 * is lacking stands on nothing: that it is absent is plain whatever else is wrong.
 */
export function createRoots(
  clauses: ReadonlyMap<string, Clause>,
  gaps: ReadonlySet<string>,
  lacking: ReadonlySet<string>,
): (clause: string) => readonly string[] {
  const below = (id: string, seen: ReadonlySet<string>): readonly string[] => {
    if (lacking.has(id)) return []
    const standing = (clauses.get(id)?.standsOn ?? []).filter((other) => gaps.has(other) && !seen.has(other))
    return standing.flatMap((other) => {
      const deeper = below(other, new Set([...seen, other]))
      return deeper.length === 0 ? [other] : deeper
    })
  }
  return (clause) => [...new Set(below(clause, new Set([clause])))]
}
