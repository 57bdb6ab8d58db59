import type { Report, TargetKind } from '../model/report.ts'
import { kindOf } from './report.ts'
import type { Waiver } from './waivers.ts'

/** What is written into each new waiver. */
export type Terms = Pick<Waiver, 'reason' | 'owner' | 'expires'>

/** A waiver for every gap of a report that fails it, of the clauses and sections that are named, or of all. */
export function waiversForGaps(report: Report, terms: Terms, only: readonly string[] = []): readonly Waiver[] {
  const target: TargetKind = kindOf(report.target)
  const causes = report.causes.filter(({ fingerprint }) =>
    only.some((word) => isFingerprint(word) && fingerprint.startsWith(word)),
  )
  const isNamed = (id: string): boolean =>
    only.length === 0 ||
    only.some((word) => id === word || id.startsWith(`${word}.`)) ||
    causes.some(({ breaks }) => breaks.includes(id))
  return report.clauses
    .filter(({ id, severity }) => severity === 'fail' && isNamed(id))
    .map(({ id }) => ({ clause: id, target, ...terms }))
}

const isFingerprint = (word: string): boolean => /^[0-9a-f]{4,12}$/.test(word)

/** Waivers with new ones among them, which take the place of those of the same clause and target. */
export function withWaivers(waivers: readonly Waiver[], added: readonly Waiver[]): readonly Waiver[] {
  const keyOf = ({ clause, target }: Waiver): string => `${target} ${clause}`
  const replaced = new Set(added.map(keyOf))
  return [...waivers.filter((waiver) => !replaced.has(keyOf(waiver))), ...added]
}
