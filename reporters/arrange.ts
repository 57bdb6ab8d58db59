import type { ClauseRow, ProviderRow, Report } from '../model/report.ts'
import { standings } from './wording.ts'
import type { Standing } from './wording.ts'

/** One section of a provider's documentation with its clauses, in the order of the report. */
export interface Section {
  readonly title: string
  readonly rows: readonly ClauseRow[]
}

/** One provider with its clauses by section. */
export interface Arranged {
  readonly provider: ProviderRow
  readonly sections: readonly Section[]
}

/** How a clause stands, as its verdict and severity say. */
export function standingOf(row: ClauseRow): Standing {
  if (row.verdict === 'gap') return row.severity === 'waived' ? 'waived' : row.severity === 'warn' ? 'warns' : 'gap'
  return row.excluded === true ? 'excluded' : row.verdict
}

/** The clauses of a report by provider and section, each in its first-seen order. */
export function arrange(report: Report): readonly Arranged[] {
  const byProvider = groupInOrder(report.clauses, (row) => row.provider)
  return report.providers.map((provider) => ({
    provider,
    sections: sectionsOf(byProvider.get(provider.name) ?? []),
  }))
}

/** Only the clauses of some standings; sections and providers that have none are left out. */
export function withStanding(arranged: readonly Arranged[], wanted: readonly Standing[]): readonly Arranged[] {
  return arranged
    .map(({ provider, sections }) => ({
      provider,
      sections: sections
        .map(({ title, rows }) => ({ title, rows: rows.filter((row) => wanted.includes(standingOf(row))) }))
        .filter(({ rows }) => rows.length > 0),
    }))
    .filter(({ sections }) => sections.length > 0)
}

/** How many clauses have each standing, in the order of the wording, those of none left out. */
export function standingCounts(rows: readonly ClauseRow[]): readonly (readonly [Standing, number])[] {
  const counts = new Map<Standing, number>()
  for (const row of rows) counts.set(standingOf(row), (counts.get(standingOf(row)) ?? 0) + 1)
  const order = Object.keys(standings)
  return [...counts].toSorted(([left], [right]) => order.indexOf(left) - order.indexOf(right))
}

/** How many clauses are blocked by each clause with a gap. */
export function dependents(report: Report): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const blocker of report.clauses.flatMap(({ blockedBy = [] }) => blockedBy)) {
    counts.set(blocker, (counts.get(blocker) ?? 0) + 1)
  }
  return counts
}

function sectionsOf(rows: readonly ClauseRow[]): readonly Section[] {
  return [...groupInOrder(rows, (row) => row.section)].map(([title, group]) => ({ title, rows: group }))
}

/** Items by key, keys in first-seen order. */
export function groupInOrder<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
