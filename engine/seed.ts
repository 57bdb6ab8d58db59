import { createHash } from 'node:crypto'

/** A 32-bit seed for one part of a run, fixed by the run's seed and the part's name. */
export function seedFor(seed: number, part: string): number {
  return createHash('sha256').update(`${seed}/${part}`).digest().readInt32LE(0)
}
