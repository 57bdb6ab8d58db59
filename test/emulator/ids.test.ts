import { describe, expect, it } from 'vitest'
import { createIds } from '../../emulator/ids.ts'

describe('the ids of two emulators', () => {
  it('are the same for the same seed', () => {
    expect(createIds(7).uuid()).toBe(createIds(7).uuid())
  })

  it.each([
    ['next to each other', 1, 2],
    ['a step of an additive generator apart', 1, 1 + 0x6d2b79f5],
    ['alike but for what 32 bits cannot hold', 1, 1 + 2 ** 32],
  ])('never meet where the seeds are %s', (_, one, other) => {
    const drawn = (seed: number): readonly string[] => {
      const { hex } = createIds(seed)
      return Array.from({ length: 2000 }, () => hex(1))
    }
    const [left, right] = [drawn(one).join(''), drawn(other).join('')]
    const shared = Array.from({ length: 1980 }, (__, at) => left.slice(at, at + 20)).filter((run) =>
      right.includes(run),
    )
    expect(shared).toEqual([])
  })
})
