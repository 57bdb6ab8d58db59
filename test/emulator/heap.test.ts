import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHeap } from '../../emulator/heap.ts'

describe('a heap', () => {
  it('gives its items in order, whatever was added, taken and left out meanwhile', () => {
    const step = fc.oneof(
      fc.record({ add: fc.integer({ min: -50, max: 50 }) }),
      fc.constant('take' as const),
      fc.record({ keepAbove: fc.integer({ min: -50, max: 50 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const heap = createHeap<number>((one, other) => one < other)
        let plain: number[] = []
        for (const taken of steps) {
          let expected: number | undefined
          let gave: number | undefined
          if (taken === 'take') {
            expected = plain.shift()
            gave = heap.takeFirst()
          } else if ('add' in taken) {
            heap.add(taken.add)
            plain = [...plain, taken.add].toSorted((a, b) => a - b)
          } else {
            heap.keep((item) => item > taken.keepAbove)
            plain = plain.filter((item) => item > taken.keepAbove)
          }
          expect([gave, heap.first()]).toEqual([expected, plain[0]])
        }
      }),
    )
  })
})
