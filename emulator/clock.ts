import { createHeap } from './heap.ts'

/** Emulated time. Frozen unless `ticking`, so that a run depends on no real clock. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Whole seconds since the epoch. */
  seconds(): number
  /** Runs a task once emulated time has reached `time` (milliseconds since the epoch), unless its owner is dropped before. */
  at(time: number, task: () => void | Promise<void>, owner?: object): void
  /** Moves time forward and runs what falls due on the way, in order, each at its own time. Throws a `RangeError` beyond the last year. */
  advance(seconds: number): Promise<void>
  /** Forgets what an owner had still to do. */
  drop(owner: object): void
}

interface Appointment {
  readonly time: number
  readonly order: number
  readonly task: () => void | Promise<void>
  readonly owner: object | undefined
}

/** Years of four digits are what dates of every API can hold; the rest of them is for what falls due later. */
const lastYear = 9989
const latest = Date.UTC(lastYear, 11, 31)

// a timer for longer than this fires at once
const longestTimer = 2 ** 31 - 1

export function createClock(options: { readonly start: number; readonly ticking?: boolean }): Clock {
  const startedAt = Date.now()
  let offset = 0
  const appointments = createHeap<Appointment>((a, b) => a.time < b.time || (a.time === b.time && a.order < b.order))
  let order = 0

  const now = (): number => options.start + offset + (options.ticking === true ? Date.now() - startedAt : 0)

  async function runDue(until: number): Promise<void> {
    for (let next = appointments.first(); next !== undefined && next.time <= until; next = appointments.first()) {
      appointments.takeFirst()
      if (next.time > now()) offset += next.time - now()
      await next.task()
    }
  }

  function wakeAt(time: number): void {
    const wake = (): void => (now() < time ? wakeAt(time) : void runDue(now()))
    setTimeout(wake, Math.min(longestTimer, Math.max(0, time - now()))).unref()
  }

  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    at(time, task, owner) {
      order += 1
      appointments.add({ time, order, task, owner })
      if (options.ticking === true) wakeAt(time)
    },
    async advance(seconds) {
      const until = now() + seconds * 1000
      if (!(until <= latest)) throw new RangeError(`The clock cannot be moved beyond the year ${lastYear}.`)
      await runDue(until)
      if (until > now()) offset += until - now()
    },
    drop(owner) {
      appointments.keep((appointment) => appointment.owner !== owner)
    },
  }
}
