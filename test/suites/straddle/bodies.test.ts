import { describe, expect, it } from 'vitest'
import { accountNumber, dayOf } from '../../../suites/straddle/bodies.ts'

const at = (time: string) => ({ now: () => Date.parse(time) })

describe('the day of a payment', () => {
  it.for([
    ['late in the evening in New York', '2026-01-02T04:30:00Z', 0, '2026-01-01'],
    ['in the morning in New York', '2026-01-02T14:30:00Z', 0, '2026-01-02'],
    ['the day before a day of 25 hours', '2026-11-02T04:30:00Z', -1, '2026-10-31'],
    ['over the end of a month', '2026-01-30T15:00:00Z', 3, '2026-02-02'],
  ] as const)('is a day of its calendar: %s', ([, now, days, day]) => {
    expect(dayOf(at(now), days)).toBe(day)
  })
})

describe('an account number', () => {
  it('has ten digits, and is another for another name', () => {
    let count = 0
    const trial = { unique: (prefix: string) => `${prefix}${(count += 1).toString(36)}` }
    const numbers = Array.from({ length: 1000 }, () => accountNumber(trial))
    expect(numbers.every((number) => /^[1-9]\d{9}$/.test(number))).toBe(true)
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})
