/** The end of the time that one request has. */
export interface Deadline {
  /** Raised when the time is over, for whatever can be cancelled. */
  readonly signal: AbortSignal
  /** The outcome of the work, or a rejection when the time is over, whether or not the work heeds the signal. */
  within<Done>(work: Promise<Done>): Promise<Done>
  clear(): void
}

export function startDeadline(ms: number): Deadline {
  const controller = new AbortController()
  let expire: (reason: Error) => void
  const over = new Promise<never>((_, reject) => (expire = reject))
  // nobody may be waiting for it any more
  over.catch(() => undefined)
  const timer = setTimeout(() => {
    const reason = new Error('the time limit is over')
    controller.abort(reason)
    expire(reason)
  }, ms)
  return {
    signal: controller.signal,
    within: (work) => Promise.race([work, over]),
    clear: () => clearTimeout(timer),
  }
}
