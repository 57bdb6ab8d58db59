import type { EventEmitter } from 'node:events'
import type { Pause } from '../wire/layers/with-retry.ts'

/** The variables that a command reads. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A stream that a command writes text to. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Whether a stream is written to in colours: only a terminal is, and not where `NO_COLOR` says anything. */
export function isColored({ isTTY }: Output, environment: Environment): boolean {
  return isTTY === true && (environment['NO_COLOR'] ?? '') === ''
}

/** What a command receives from the process that it runs in. */
export interface Io {
  readonly environment: Environment
  readonly stdout: Output
  readonly stderr: Output
  /** Emits what a process emits: `SIGINT` and the like, `uncaughtException`, `unhandledRejection` and `beforeExit`. */
  readonly signals: Pick<EventEmitter, 'on' | 'once' | 'off'>
  /** How time passes while a request waits for its turn, its next attempt or a webhook. */
  readonly pause: Pause
  /** The executable and the arguments that start this program again in a process of its own. */
  readonly program: readonly string[]
  /** Ends the process at once. */
  leave(code: number): void
}

/** Turns an action that returns an exit code into the handler of a commander command. */
export type Running = <Args extends readonly unknown[]>(
  action: (io: Io, ...args: Args) => Promise<number>,
) => (...args: Args) => Promise<void>
