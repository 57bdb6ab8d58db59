import type { Io } from './io.ts'

/** A signal that is raised at the first Ctrl-C or SIGTERM; the second ends the process at once. */
export function onInterrupt(
  { signals, stderr, leave }: Pick<Io, 'signals' | 'stderr' | 'leave'>,
  meanwhile = 'stopping; what was judged so far is reported and what was made is removed',
): {
  readonly signal: AbortSignal
  release(): void
} {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) return leave(2)
    controller.abort()
    stderr.write(`\nassay: ${meanwhile} (again to leave at once)\n`)
  }
  signals.on('SIGINT', stop)
  signals.on('SIGTERM', stop)
  return {
    signal: controller.signal,
    release() {
      signals.off('SIGINT', stop)
      signals.off('SIGTERM', stop)
    },
  }
}
