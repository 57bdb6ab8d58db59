import { createHash } from 'node:crypto'
import type { Outcome } from './outcome.ts'

/** The same for the same gap shown in the same way, in any run: volatile values, list positions and how many items show it do not enter. */
export function fingerprintOf({ clause, by, mismatches }: Outcome): string {
  const places = [...new Set(mismatches.map(({ at }) => at.replaceAll(/\/\d+(?=\/|$)/g, '/*')))]
  return createHash('sha256')
    .update(JSON.stringify([clause, by, places]))
    .digest('hex')
    .slice(0, 12)
}
