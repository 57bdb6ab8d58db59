import type { Io } from './io.ts'

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A signal that is raised at the first Ctrl-C, SIGTERM or closed terminal; the second ends the process at once. */
export function onInterrupt(
  { signals, stderr, leave }: Pick<Io, 'signals' | 'stderr' | 'leave'>,
  meanwhile = 'stopping; the report covers what was judged so far, and created objects are removed',
): {
  readonly signal: AbortSignal
  release(): void
} {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) return leave(2)
    controller.abort()
    stderr.write(`\nassay: ${meanwhile} (press again to quit immediately)\n`)
  }
  for (const ending of endings) signals.on(ending, stop)
  return {
    signal: controller.signal,
    release() {
      for (const ending of endings) signals.off(ending, stop)
    },
  }
}
