import type { Check } from '../model/check.ts'

/** How much of the matrix of laws by resources is judged: one cell of each law, each resource at least once besides, or all of it. */
export const breadths = ['one', 'resource', 'all'] as const
export type Breadth = (typeof breadths)[number]

/** The checks of a suite at a breadth; those that are no cell of the matrix are always judged. */
export function atBreadth(checks: readonly Check[], breadth: Breadth): readonly Check[] {
  if (breadth === 'all') return checks
  const chosen = new Map<string, string>()
  const covered = new Set<string>()
  for (const { cell } of checks) {
    if (cell === undefined || chosen.has(cell.law)) continue
    chosen.set(cell.law, cell.resource)
    covered.add(cell.resource)
  }
  const kept = new Set([...chosen].map(([law, resource]) => `${law} ${resource}`))
  if (breadth === 'resource')
    for (const { cell } of checks) {
      if (cell === undefined || covered.has(cell.resource)) continue
      covered.add(cell.resource)
      kept.add(`${cell.law} ${cell.resource}`)
    }
  return checks.filter(({ cell }) => cell === undefined || kept.has(`${cell.law} ${cell.resource}`))
}
