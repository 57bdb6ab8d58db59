import { EventEmitter } from 'node:events'
import type { Environment, Io, Output } from '../cli/io.ts'
import { realPause } from '../wire/pause.ts'

const nowhere: Output = { write: () => true }

/** What a function gives to a run: nothing is printed, and the process's signals and errors stay with whoever calls. */
export function quietIo(environment: Environment): Io {
  return {
    environment,
    stdout: nowhere,
    stderr: nowhere,
    signals: new EventEmitter(),
    pause: realPause,
    program: [],
    leave: () => undefined,
  }
}
