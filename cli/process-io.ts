import { realPause } from '../wire/pause.ts'
import { readEnvironment } from './environment.ts'
import type { Io } from './io.ts'

/** What this process gives to the command that it runs. */
export function processIo(): Io {
  const [, script = ''] = process.argv
  return {
    environment: readEnvironment(),
    stdout: process.stdout,
    stderr: process.stderr,
    signals: process,
    pause: realPause,
    program: [process.execPath, ...process.execArgv, script],
    leave: (code) => process.exit(code),
  }
}
