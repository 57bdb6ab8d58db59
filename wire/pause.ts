import { setTimeout as sleep } from 'node:timers/promises'
import type { Pause } from './layers/with-retry.ts'

/** Real time. */
export const realPause: Pause = {
  wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
  random: Math.random,
  now: Date.now,
}
