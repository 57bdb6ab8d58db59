import pLimit from 'p-limit'
import type { Pace } from '../../model/contract.ts'
import type { Carry } from '../in-process.ts'
import type { Pause } from './with-retry.ts'

/** Keeps to the account's documented limits: so many at once, so many a second. */
export function withPace(carry: Carry, pace: Pace, pause: Pick<Pause, 'wait' | 'now'>): Carry {
  const limit = pLimit(pace.concurrency)
  const gap = 1000 / pace.requestsPerSecond
  let next = 0
  return (request) =>
    limit(async () => {
      const now = pause.now()
      const at = Math.max(now, next)
      next = at + gap
      if (at > now) await pause.wait(at - now)
      return carry(request)
    })
}
