import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { providers } from '../contracts/index.ts'
import { projectRoot } from '../schemas/project-root.ts'

/** How many of Stryker's mutants of an emulator its suite sees. */
export interface Recall {
  readonly provider: string
  readonly measuredOn: string
  /** All mutants that Stryker makes, and those that were tried. */
  readonly all: number
  readonly tried: number
  readonly killed: number
  /** Warned of, excused or crashed: they count neither way. */
  readonly leftOut: number
}

const path = join(projectRoot, 'docs', 'recall.json')

/** What was measured last, provider by provider. */
export function readRecall(): readonly Recall[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly Recall[]) : []
}

/** Takes the place of what was measured for the same provider before. */
export function keepRecall(recall: Recall): void {
  const measured = new Map([...readRecall(), recall].map((one) => [one.provider, one]))
  const stored = providers.flatMap(({ name }) => measured.get(name) ?? [])
  writeFileSync(path, `${JSON.stringify(stored, null, 2)}\n`)
}

/** Killed, of those that could be. */
export function shareOf({ killed, tried, leftOut }: Recall): string {
  return tried === leftOut ? 'none' : `${((100 * killed) / (tried - leftOut)).toFixed(1)} %`
}
