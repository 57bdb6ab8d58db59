import { createHash } from 'node:crypto'
import type { Outcome } from './outcome.ts'

/** The same for the same gap shown in the same way, in any run: volatile values, list positions and keys of metadata do not enter. */
export function fingerprintOf({ clause, by, mismatches }: Outcome): string {
  const places = new Set(mismatches.map(({ at }) => placeOf(at)))
  return createHash('sha256')
    .update(JSON.stringify([clause, by, [...places].toSorted()]))
    .digest('hex')
    .slice(0, 12)
}

/** A place, whichever item of a list and whichever key of metadata it is in. */
export function placeOf(at: string): string {
  return at.replaceAll(/\/\d+(?=\/|$)/g, '/*').replace(/(\/metadata)\/[^/]+/, '$1/*')
}
