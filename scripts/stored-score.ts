import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Score } from '../engine/mutants/score.ts'
import { projectRoot } from '../schemas/project-root.ts'

/** A score without its longest lists, as it is kept in the repository. */
export type KeptScore = Omit<Score, 'collateralClauses' | 'equivalents' | 'unfailing'> &
  Partial<Pick<Score, 'unfailing'>>

/** Scores of all providers and how they were measured. */
export interface StoredScore {
  readonly measuredOn: string
  readonly seed: number
  readonly runs: number
  /** Only every so many of the derived mutants were tried; all where absent. */
  readonly every?: number
  readonly providers: readonly KeptScore[]
}

export const scorePath = join(projectRoot, 'docs', 'mutation-score.json')

/** The score that was measured last; undefined before the first time. */
export function readScore(): StoredScore | undefined {
  return existsSync(scorePath) ? (JSON.parse(readFileSync(scorePath, 'utf8')) as StoredScore) : undefined
}
