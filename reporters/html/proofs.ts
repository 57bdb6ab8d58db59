import type { ClauseRow, Finding, Report, StoredExchange } from '../../model/report.ts'

/** An answer from which a check could not go on. */
export type Stop = NonNullable<ClauseRow['stops']>[number]

/** The exchanges of a report, each shown in full at the first finding or stop that rests on it and linked from all others. */
export interface Proofs {
  readonly exchanges: ReadonlyMap<number, StoredExchange>
  readonly shownAt: ReadonlyMap<number, Finding | Stop>
}

/** Decides where each exchange is shown, so that a page grows with its exchanges and not with the findings on them. */
export function proofsOf(report: Report): Proofs {
  const shownAt = new Map<number, Finding | Stop>()
  for (const { findings, stops = [] } of report.clauses) {
    for (const finding of findings) for (const id of finding.evidence) if (!shownAt.has(id)) shownAt.set(id, finding)
    for (const stop of stops)
      if (stop.exchange !== undefined && !shownAt.has(stop.exchange)) shownAt.set(stop.exchange, stop)
  }
  return { exchanges: new Map(report.exchanges.map((exchange) => [exchange.id, exchange])), shownAt }
}
