import { setTimeout as sleep } from 'node:timers/promises'
import type { Pause } from '../wire/layers/with-retry.ts'

/** Waits a twentieth of the time, which leaves whatever is awaited its turn. */
export const hurriedPause: Pause = {
  wait: (ms, signal) => sleep(ms / 20, undefined, { signal }).catch(() => undefined),
  random: Math.random,
  now: Date.now,
}
