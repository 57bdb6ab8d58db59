import { describe, expect, it } from 'vitest'
import { dateIn, startOf } from '../../../emulator/straddle/payments/calendar.ts'

describe('dates in New York', () => {
  it.for([
    ['2026-03-02', '2026-03-02T05:00:00.000Z'],
    ['2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['2026-03-09', '2026-03-09T04:00:00.000Z'],
    ['2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['2026-11-02', '2026-11-02T05:00:00.000Z'],
  ] as const)('%s begins at %s', ([date, moment]) => {
    const start = startOf(date, 'America/New_York')
    expect(new Date(start).toISOString()).toBe(moment)
    expect([dateIn('America/New_York', start), dateIn('America/New_York', start - 1) < date]).toEqual([date, true])
  })
})
