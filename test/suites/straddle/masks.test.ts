import { expect, it } from 'vitest'
import { isHidden, isMasked, isMaskedToken, maskedToken, showsLastFour } from '../../../suites/straddle/masks.ts'
import { answered } from '../../answered.ts'

it.for(['***-**-****', 'XXX-XX-XXXX', '•••', '**.**.**.**'])('%s hides all digits', (text) => {
  expect(isHidden(text)).toBe(true)
})

it.for(['***-**-6789', '1985-**-**', '192.168.**.**', '', 'hidden'])('%s does not', (text) => {
  expect(isHidden(text)).toBe(false)
})

it('an account number shows its last four digits and no other', () => {
  expect(showsLastFour('****0691', '123450691')).toBe(true)
  expect(showsLastFour('*****0691', '120691')).toBe(true)
  expect(showsLastFour('***50691', '123450691')).toBe(false)
  expect(showsLastFour('0691', '123450691')).toBe(false)
  expect(showsLastFour('****0692', '123450691')).toBe(false)
})

it('a token shows no more than a few characters', () => {
  expect(isMaskedToken(maskedToken)).toBe(true)
  expect(isMaskedToken('abc**********ff70')).toBe(true)
  expect(isMaskedToken('0123456789***')).toBe(false)
  expect(isMaskedToken('0123456789abcdef')).toBe(false)
})

it('what is not masked departs at its place', () => {
  const shown = answered({ data: { ssn: '123-45-6789' } }, 200)
  expect(isMasked(shown, '/data/ssn', '***-**-****')).toMatchObject({
    says: 'departs',
    mismatches: [{ at: '/data/ssn', expected: 'masked, such as ***-**-****', actual: '123-45-6789' }],
  })
})
