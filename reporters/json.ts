import { isObject } from '../model/json.ts'
import type { Report } from '../model/report.ts'
import { writeJson } from '../model/write-json.ts'

// What a reader looks for first stands first; all other names follow in alphabetical order.
const leading =
  'format version target partial exitCode seed runs only versions startedAt finishedAt durationMs ' +
  'waiverProblems causes providers clauses exchanges ' +
  'provider id name title outcome level text section source verdict severity'
const rank = new Map(leading.split(' ').map((name, index) => [name, index]))

/** The report itself, its keys in an order that does not depend on how it was made. */
export function json(report: Report): string {
  return `${writeJson(inOrder(report), 2)}\n`
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => compare(left, right))
      .map(([name, inner]) => [name, inOrder(inner)]),
  )
}

function compare(left: string, right: string): number {
  const byRank = (rank.get(left) ?? Infinity) - (rank.get(right) ?? Infinity)
  return Number.isNaN(byRank) || byRank === 0 ? (left < right ? -1 : 1) : byRank
}
