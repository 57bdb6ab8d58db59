import type { Report } from '../model/report.ts'

// What a reader looks for first stands first; all other names follow in alphabetical order.
const leading =
  'format version target partial exitCode seed runs only versions startedAt finishedAt durationMs ' +
  'waiverProblems providers clauses exchanges ' +
  'provider id name title outcome level text section source verdict severity'
const rank = new Map(leading.split(' ').map((name, index) => [name, index]))

/** The report itself, its keys in an order that does not depend on how it was made. */
export function json(report: Report): string {
  return `${JSON.stringify(report, (_key, value: unknown) => inOrder(value), 2)}\n`
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => compare(left, right)))
}

function compare(left: string, right: string): number {
  const byRank = (rank.get(left) ?? Infinity) - (rank.get(right) ?? Infinity)
  return Number.isNaN(byRank) || byRank === 0 ? (left < right ? -1 : 1) : byRank
}
