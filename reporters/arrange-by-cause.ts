import type { Cause, ClauseRow, Report } from '../model/report.ts'

/** A row with the cause that its gap comes from. */
export interface CausedRow {
  readonly row: ClauseRow
  readonly cause: Cause | undefined
}

/** All rows, those of the first cause first, as a reader mends them; then the others in the order of the documents. */
export function rowsByCause({ causes, clauses }: Report): readonly CausedRow[] {
  const rank = new Map(
    causes.flatMap((cause, index) => cause.breaks.map((id) => [`${cause.provider} ${id}`, { cause, index }] as const)),
  )
  const placeOf = ({ provider, id }: ClauseRow) => rank.get(`${provider} ${id}`)
  return clauses
    .map((row) => ({ row, cause: placeOf(row)?.cause, index: placeOf(row)?.index ?? causes.length }))
    .toSorted((one, other) => one.index - other.index)
    .map(({ row, cause }) => ({ row, cause }))
}
