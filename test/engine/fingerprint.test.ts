import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../engine/fingerprint.ts'
import type { Outcome } from '../../engine/outcome.ts'
import { outcome } from './outcomes.ts'

describe('a fingerprint', () => {
  const gap = outcome({ verdict: 'gap', mismatches: [{ at: '/data/3/amount', expected: 1, actual: 2 }] })
  it('does not see values and list positions', () => {
    expect(fingerprintOf(gap)).toBe(
      fingerprintOf({ ...gap, mismatches: [{ at: '/data/12/amount', expected: 5, actual: 6 }] }),
    )
  })
  it('does not see a list position at the end of a place', () => {
    const at = (place: string): Outcome => ({ ...gap, mismatches: [{ at: place, expected: 1, actual: 2 }] })
    expect(fingerprintOf(at('/data/3'))).toBe(fingerprintOf(at('/data/4')))
    expect(fingerprintOf(at('/data/3'))).not.toBe(fingerprintOf(at('/data')))
  })
  it('does not see how many items or keys of metadata depart', () => {
    const at = (...places: readonly string[]): Outcome => ({
      ...gap,
      mismatches: places.map((place) => ({ at: place, expected: 1, actual: 2 })),
    })
    expect(fingerprintOf(at('/data/3/a', '/data/1/b'))).toBe(fingerprintOf(at('/data/2/b', '/data/0/a', '/data/1/a')))
    expect(fingerprintOf(at('/metadata/one'))).toBe(fingerprintOf(at('/metadata/two')))
    expect(fingerprintOf(at('/data/3/a', '/data/1/b'))).not.toBe(fingerprintOf(at('/data/3/a')))
  })
  it('is short enough to be read out', () => {
    expect(fingerprintOf(gap)).toMatch(/^[0-9a-f]{12}$/)
  })
  it.each([
    ['clause', { clause: 'acme.b' }],
    ['check', { by: 'acme/b' }],
    ['place', { mismatches: [{ at: '/data/3/fee', expected: 1, actual: 2 }] }],
  ])('sees another %s', (_, other) => {
    expect(fingerprintOf({ ...gap, ...other })).not.toBe(fingerprintOf(gap))
  })
})
