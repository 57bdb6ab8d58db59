import type { Clause, KnownDeparture } from '../model/clause.ts'
import type { Mismatch } from '../model/finding.ts'
import { sameJson } from '../model/json.ts'

/** A gap shows nothing but known departures. */
export function isKnown(clause: Clause, mismatches: readonly Mismatch[]): boolean {
  return mismatches.every((mismatch) => knownDeparture(clause, mismatch) !== undefined)
}

/** The known departure that a mismatch shows, if it shows one. */
export function knownDeparture({ departures }: Clause, mismatch: Mismatch): KnownDeparture | undefined {
  return departures.find(
    ({ at, expected, actual, status }) =>
      (at === undefined || isAt(mismatch.at, at)) &&
      (expected === undefined || expected.some((value) => sameJson(value, mismatch.expected))) &&
      (actual === undefined || actual.some((value) => sameJson(value, mismatch.actual))) &&
      (status === undefined || status.some((seen) => seen === mismatch.in?.response.status)),
  )
}

/** `*` in the pattern stands for any one step. */
function isAt(place: string, pattern: string): boolean {
  const [steps, wanted] = [place.split('/'), pattern.split('/')]
  return steps.length === wanted.length && wanted.every((step, index) => step === '*' || step === steps[index])
}
