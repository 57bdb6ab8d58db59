import { describe, expect, it } from 'vitest'
import { decimalOf, isWithin, lastDigit, minus, plus, sameNumber, times } from '../../../suites/strike/decimals.ts'

const number = (text: string) => decimalOf(text) ?? { units: 0n, scale: 0 }

describe('decimals', () => {
  it.for([
    ['12.50', '12.5', true],
    ['1,000,000.00', '1000000', true],
    ['0.10000000', '0.1', true],
    ['999999999999999999.99', '999999999999999999.98', false],
    ['-0.0', '0', true],
    [0.5, '0.50', true],
    [1, '2', false],
  ] as const)('%s and %s', ([left, right, same]) => {
    expect(sameNumber(left, right)).toBe(same)
  })

  it.for(['', 'much', '1e3', '1.', '.5', ' 1', true, null, undefined])('are not %j', (value) => {
    expect(decimalOf(value)).toBeUndefined()
    expect(sameNumber(value, value)).toBe(false)
  })

  it('are computed without rounding', () => {
    expect(minus(times(number('0.1'), number('0.2')), number('0.02')).units).toBe(0n)
    expect(plus(number('0.1'), number('0.25'))).toEqual({ units: 35n, scale: 2 })
    expect(isWithin(number('-0.02'), lastDigit(number('0.50')))).toBe(false)
    expect(isWithin(number('-0.010'), lastDigit(number('0.50')))).toBe(true)
  })
})
