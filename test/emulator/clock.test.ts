import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock } from '../../emulator/clock.ts'

const start = Date.parse('2026-03-02T15:00:00Z')
const days = 24 * 60 * 60

beforeEach(() => void vi.useFakeTimers({ now: start }))
afterEach(() => void vi.useRealTimers())

describe('a ticking clock', () => {
  it('keeps appointments that are further away than any timer reaches', async () => {
    const clock = createClock({ start, ticking: true })
    const kept = vi.fn<() => void>()
    clock.at(start + 40 * days * 1000, kept)
    await vi.advanceTimersByTimeAsync(40 * days * 1000 - 1)
    expect(kept).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(kept).toHaveBeenCalledOnce()
  })

  it('can be moved ahead of real time', async () => {
    const clock = createClock({ start, ticking: true })
    const kept = vi.fn<() => void>()
    clock.at(start + days * 1000, kept)
    await clock.advance(days)
    expect(kept).toHaveBeenCalledOnce()
    await vi.advanceTimersByTimeAsync(5000)
    expect(clock.now()).toBe(start + days * 1000 + 5000)
    expect(kept).toHaveBeenCalledOnce()
  })
})

describe('a frozen clock', () => {
  it('runs what falls due in order, each at its own time', async () => {
    const clock = createClock({ start })
    const seen: number[] = []
    clock.at(start + 2000, () => void seen.push(clock.now() - start))
    clock.at(start + 1000, () => {
      seen.push(clock.now() - start)
      clock.at(start + 1500, () => void seen.push(clock.now() - start))
    })
    await clock.advance(2)
    expect([seen, clock.now() - start]).toEqual([[1000, 1500, 2000], 2000])
  })
})

it('drops what somebody had still to do, and nothing of anybody else', async () => {
  const clock = createClock({ start: 0 })
  const [owner, other] = [{}, {}]
  const done: string[] = []
  clock.at(1_000, () => void done.push('owner'), owner)
  clock.at(1_000, () => void done.push('other'), other)
  clock.at(1_000, () => void done.push('nobody'))
  clock.drop(owner)
  await clock.advance(2)
  expect(done).toEqual(['other', 'nobody'])
})

it.each([1e300, Number.MAX_SAFE_INTEGER, 260_000_000_000, NaN])('cannot be moved by %d seconds', async (seconds) => {
  const clock = createClock({ start: Date.UTC(2026, 0, 1) })
  await expect(clock.advance(seconds)).rejects.toThrow('The clock cannot be moved beyond the year 9989.')
  await clock.advance(1)
  expect(clock.now()).toBe(Date.UTC(2026, 0, 1, 0, 0, 1))
})
