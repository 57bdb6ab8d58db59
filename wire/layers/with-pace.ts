import type { Pace } from '../../model/contract.ts'
import type { Carry } from '../in-process.ts'
import { createPlaces } from '../places.ts'
import type { Release } from '../places.ts'
import type { Pause } from './with-retry.ts'

/** Keeps to the account's limits: so many requests at once, so many a second. The two requests of a pair leave together. */
export function withPace(carry: Carry, pace: Pace, pause: Pick<Pause, 'wait' | 'now'>): Carry {
  const places = createPlaces(pace.concurrency)
  const gap = 1000 / pace.requestsPerSecond
  let next = 0

  async function take(count: number): Promise<readonly Release[]> {
    const taken = await places.take(count)
    const now = pause.now()
    const at = Math.max(now, next)
    next = at + taken.length * gap
    if (at > now) await pause.wait(at - now)
    return taken
  }

  const alone = async (): Promise<Release | undefined> => (await take(1))[0]

  return async (request, departure) => {
    const pair = departure?.pair
    const release = pair === undefined ? await alone() : ((await pair.place(() => take(2))) ?? (await alone()))
    try {
      return await carry(request, departure)
    } finally {
      release?.()
    }
  }
}
