import type { StuckClause } from '../model/report.ts'
import type { KnownRun } from './known-run.ts'

/** Clauses that this run and those just before it could not judge because of outages. Runs that did not try a clause do not count. */
export function stuckIn(current: KnownRun, earlier: readonly KnownRun[], least: number): readonly StuckClause[] {
  const newestFirst = earlier.toReversed()
  return [...current.states]
    .filter(([, { verdict }]) => verdict === 'inconclusive')
    .map(([clause]) => {
      const row = inARow(clause, current, newestFirst)
      return { provider: current.provider.name, clause, runs: row.length + 1, since: (row.at(-1) ?? current).startedAt }
    })
    .filter(({ runs }) => runs >= least)
}

function inARow(clause: string, current: KnownRun, runs: readonly KnownRun[]): readonly KnownRun[] {
  const asked = runs.filter(
    (run) => run.states.get(clause)?.verdict === 'inconclusive' || isJudged(clause, run) || run.covers(current),
  )
  const end = asked.findIndex((run) => run.states.get(clause)?.verdict !== 'inconclusive')
  return end === -1 ? asked : asked.slice(0, end)
}

function isJudged(clause: string, { states }: KnownRun): boolean {
  const verdict = states.get(clause)?.verdict
  return verdict === 'gap' || verdict === 'conforms'
}
