import { describe, expect, it } from 'vitest'
import type { List } from '../../../model/declaration.ts'
import { askedBy } from '../../../suites/observers/conditions.ts'

const list = {
  filters: [{ parameter: 'from', properties: ['/created'], how: 'at-least', clause: 'by-created' }],
} as unknown as List

describe('a bound on instants', () => {
  it.for<readonly [string, string, boolean | undefined]>([
    ['holds for a later one', '2026-01-01T10:00:02Z', true],
    ['does not hold for an earlier one', '2026-01-01T09:59:59.5Z', false],
    ['holds for the very same', '2026-01-01T10:00:00.000003Z', true],
    ['says nothing of one that tells fewer digits', '2026-01-01T10:00:00.00001Z', undefined],
  ])('%s', ([, created, expected]) => {
    const { asked } = askedBy(list, new URLSearchParams({ from: '2026-01-01T10:00:00.000003Z' }))
    expect(asked[0]?.holds({ created })).toBe(expected)
  })
})
