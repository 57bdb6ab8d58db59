/** A signal that is raised at the first Ctrl-C or SIGTERM; the second ends the process at once. */
export function onInterrupt(meanwhile = 'stopping; what was judged so far is reported and what was made is removed'): {
  readonly signal: AbortSignal
  release(): void
} {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(2)
    controller.abort()
    process.stderr.write(`\nassay: ${meanwhile} (again to leave at once)\n`)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    },
  }
}
