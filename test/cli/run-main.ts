import { EventEmitter } from 'node:events'
import { main } from '../../cli/assay.ts'
import type { Environment } from '../../cli/io.ts'

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface MainSetting {
  readonly env?: Environment
  readonly signals?: EventEmitter
}

/** Runs the command line in this process, with an environment that holds nothing but what is given. */
export async function runMain(
  argv: readonly string[],
  { env = {}, signals = new EventEmitter() }: MainSetting = {},
): Promise<Ended> {
  const written = { stdout: '', stderr: '' }
  const code = await main(argv, {
    environment: { NO_COLOR: '1', ...env },
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    signals,
    program: [],
    leave(status) {
      throw new Error(`the command left at once with ${status}`)
    },
  })
  return { code, ...written }
}
