import { Mishap } from '../wire/errors.ts'
import type { Io } from './io.ts'

/** What ends a run although nobody meant to. */
export interface Mishaps {
  /** Raised by the first one, so that nothing more is sent; its reason is a `Mishap`. */
  readonly signal: AbortSignal
  /** Ends the run: with a `UsageError` for what the user can mend, with anything else for a fault of ours. */
  raise(cause: unknown): void
  /** The outcome of work, or a rejection as soon as a mishap happens meanwhile. */
  over<Done>(work: Promise<Done>): Promise<Done>
}

export function createMishaps(): Mishaps {
  const controller = new AbortController()
  const waiting = new Set<(mishap: Mishap) => void>()
  return {
    signal: controller.signal,
    raise(cause) {
      const mishap = cause instanceof Mishap ? cause : new Mishap(cause)
      controller.abort(mishap)
      for (const reject of waiting) reject(mishap)
    },
    async over(work) {
      let end: (mishap: Mishap) => void = () => undefined
      const mishap = new Promise<never>((_, reject) => (end = reject))
      waiting.add(end)
      try {
        return await Promise.race([work, mishap])
      } finally {
        waiting.delete(end)
      }
    },
  }
}

/** Hears of what nothing caught, and of a process that waits for what never comes. Answers with what ends the watch. */
export function watchProcess({ raise }: Mishaps, { signals }: Pick<Io, 'signals'>): () => void {
  const stranded = (): void => raise(new Error('the run waits for something that can no longer happen'))
  signals.on('uncaughtException', raise)
  signals.on('unhandledRejection', raise)
  signals.on('beforeExit', stranded)
  return () => {
    signals.off('uncaughtException', raise)
    signals.off('unhandledRejection', raise)
    signals.off('beforeExit', stranded)
  }
}
