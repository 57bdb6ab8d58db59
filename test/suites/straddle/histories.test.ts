import { describe, expect, it } from 'vitest'
import { isKept, mismatchesOf, nothing } from '../../../model/judgement.ts'
import { followsTransitions, grows, historyOf, mirrors, ordered } from '../../../suites/straddle/histories.ts'

const entry = (status: string, minute: number, reason = 'ok') => ({
  status,
  reason,
  source: 'system',
  message: status,
  changed_at: `2026-01-01T10:${String(minute).padStart(2, '0')}:00Z`,
})
const life = [entry('created', 0), entry('scheduled', 1), entry('pending', 2), entry('pending', 2), entry('paid', 5)]

describe('the history of a payment', () => {
  it('is ordered when no entry is older than the one before it', () => {
    expect(isKept(ordered(life))).toBe(true)
    expect(mismatchesOf(ordered(life.toReversed())).map(({ at }) => at)).toEqual(
      [1, 3, 4].map((index) => `/data/status_history/${index}/changed_at`),
    )
  })

  it('shows no order while it has one entry', () => {
    expect(ordered(life.slice(0, 1))).toEqual(nothing)
  })

  it('reads a time without a zone as UTC', () => {
    expect(
      isKept(ordered([{ ...entry('created', 1), changed_at: '2026-01-01T10:01:00' }, entry('scheduled', 1)])),
    ).toBe(true)
  })

  it('mirrors the status in its last entry', () => {
    const { status, ...details } = entry('paid', 5)
    expect(isKept(mirrors({ status, status_details: details }, life))).toBe(true)
    expect(mismatchesOf(mirrors({ status: 'pending', status_details: details }, life))).toMatchObject([
      { at: '/data/status', expected: 'paid' },
    ])
    expect(mismatchesOf(mirrors({ status, status_details: { ...details, reason: 'disputed' } }, life))).toMatchObject([
      { at: '/data/status_details/reason' },
    ])
    const returned = { status, status_details: { ...details, code: 'R01' } }
    expect(mismatchesOf(mirrors(returned, life))).toMatchObject([{ at: '/data/status_details/code' }])
    expect(isKept(mirrors({ status, status_details: { ...details, code: null } }, life))).toBe(true)
  })

  it.for([
    ['a whole life', ['created', 'scheduled', 'pending', 'paid', 'reversed'], 0],
    ['a hold that is released', ['created', 'on_hold', 'created', 'scheduled'], 0],
    ['a hold of what was scheduled', ['created', 'scheduled', 'on_hold', 'cancelled'], 0],
    ['a payment that skips its processing', ['created', 'paid'], 1],
    ['a payment that goes on after its end', ['created', 'cancelled', 'scheduled'], 1],
    ['a release that skips the checks', ['created', 'on_hold', 'scheduled'], 1],
  ] as const)('tells whether it is documented: %s', ([, statuses, gaps]) => {
    expect(mismatchesOf(followsTransitions(statuses.map((status, index) => entry(status, index))))).toHaveLength(gaps)
  })

  it('grows, and keeps what it said before', () => {
    expect(isKept(grows(life.slice(0, 2), life))).toBe(true)
    expect(mismatchesOf(grows(life, life.slice(0, 2)))).toMatchObject([
      { at: '/data/status_history/2', actual: 'absent' },
    ])
    expect(mismatchesOf(grows(life, [entry('created', 0, 'disputed'), ...life.slice(1)]))).toEqual([
      { at: '/data/status_history/0/reason', expected: 'ok', actual: 'disputed' },
    ])
  })

  it('is taken only from what has one', () => {
    expect(historyOf({ status_history: life })).toEqual(life)
    expect(historyOf({ status_history: [] })).toBeUndefined()
    expect(historyOf({ status_history: 'none' })).toBeUndefined()
    expect(historyOf([life])).toBeUndefined()
  })
})
