import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { providers } from '../contracts/index.ts'
import { projectRoot } from '../schemas/project-root.ts'

/** What many seeds of a provider's pristine emulator came to. */
export interface AlarmCount {
  readonly provider: string
  readonly measuredOn: string
  readonly seeds: number
  readonly exchanges: number
  /** Clauses that were not conforming although nothing was wrong, over all seeds. */
  readonly alarms: number
}

const path = join(projectRoot, 'docs', 'false-alarms.json')

/** What was counted last, provider by provider. */
export function readAlarms(): readonly AlarmCount[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly AlarmCount[]) : []
}

/** Takes the place of what was counted for the same provider before. */
export function keepAlarms(count: AlarmCount): void {
  const counted = new Map([...readAlarms(), count].map((one) => [one.provider, one]))
  writeFileSync(
    path,
    `${JSON.stringify(
      providers.flatMap(({ name }) => counted.get(name) ?? []),
      null,
      2,
    )}\n`,
  )
}
