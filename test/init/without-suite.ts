import { rmSync } from 'node:fs'
import { join } from 'node:path'

/** Takes the suite file away, which needs the installed package; what the description promises is the suite then. */
export function withoutSuite(folder: string): void {
  rmSync(join(folder, 'suite.ts'))
}
