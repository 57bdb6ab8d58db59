import type { Finding, Report, StoredExchange } from '../../model/report.ts'

/** The exchanges of a report, each shown in full at the first finding that rests on it and linked from all others. */
export interface Proofs {
  readonly exchanges: ReadonlyMap<number, StoredExchange>
  readonly shownAt: ReadonlyMap<number, Finding>
}

/** Decides where each exchange is shown, so that a page grows with its exchanges and not with the findings on them. */
export function proofsOf(report: Report): Proofs {
  const shownAt = new Map<number, Finding>()
  for (const finding of report.clauses.flatMap(({ findings }) => findings)) {
    for (const id of finding.evidence) if (!shownAt.has(id)) shownAt.set(id, finding)
  }
  return { exchanges: new Map(report.exchanges.map((exchange) => [exchange.id, exchange])), shownAt }
}
