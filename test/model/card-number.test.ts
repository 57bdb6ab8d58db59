import { describe, expect, it } from 'vitest'
import { isCardNumber, passesLuhn, withCheckDigit } from '../../model/card-number.ts'

describe('a card number', () => {
  it.each([
    ['Visa', '4242424242424242'],
    ['Visa of 13 digits', '4222222222222'],
    ['Mastercard', '5555555555554444'],
    ['Mastercard, second series', '2223003122003222'],
    ['American Express', '378282246310005'],
    ['Discover', '6011111111111117'],
    ['Diners Club', '30569309025904'],
    ['JCB', '3566002020360505'],
    ['UnionPay', '6200000000000005'],
    ['UnionPay of 19 digits', '6205500000000000004'],
    ['Maestro', '6759649826438453'],
  ])('of %s is %s', (_, digits) => {
    expect(isCardNumber(digits)).toBe(true)
  })

  it.each([
    ['a wrong check digit', '4242424242424241'],
    ['a length of no issuer', '424242424242'],
    ['a phone number', '5511987654325'],
    ['a prefix of no issuer', '1000000000000008'],
    ['zeros', '0000000000000000'],
    ['a time in milliseconds', '1517486400006'],
    ['nothing', ''],
  ])('has not %s: %s', (_, digits) => {
    expect(isCardNumber(digits)).toBe(false)
  })

  it('ends in its check digit', () => {
    expect(withCheckDigit('424242424242424')).toBe('4242424242424242')
    expect(withCheckDigit('1')).toBe('18')
    expect(['18', '4242424242424242', '81', '1'].map(passesLuhn)).toEqual([true, true, false, false])
  })
})
