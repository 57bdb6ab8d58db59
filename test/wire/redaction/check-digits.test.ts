import { describe, expect, it } from 'vitest'
import * as checks from '../../../wire/redaction/check-digits.ts'

// examples that authorities and standards publish
const valid = [
  ['an IBAN', checks.iban, 'DE89370400440532013000'],
  ['an IBAN', checks.iban, 'GB82 WEST 1234 5698 7654 32'],
  ['an IBAN', checks.iban, 'FR14 2004 1010 0505 0001 3M02 606'],
  ['a CPF', checks.cpf, '529.982.247-25'],
  ['a CNPJ', checks.cnpj, '11.222.333/0001-81'],
  ['a DNI', checks.dni, '12345678Z'],
  ['a NIE', checks.dni, 'X1234567L'],
  ['a French number', checks.insee, '2 55 08 14 168 025 38'],
  ['a Swiss number', checks.ahv, '756.9217.0769.85'],
  ['a PESEL', checks.pesel, '44051401359'],
  ['an Aadhaar', checks.verhoeff, '2363'],
  ['a resident number', checks.residentId, '11010519491231002X'],
  ['a Canadian number', checks.luhn, '046 454 286'],
  ['a social security number', checks.socialSecurity, '219-09-9999'],
] as const

describe('check digits', () => {
  it.each(valid)('of %s agree', (_, check, text) => {
    expect(check(text)).toBe(true)
  })

  it.each(valid.filter(([, check]) => check !== checks.socialSecurity))(
    'of %s do not agree when a digit is another',
    (_, check, text) => {
      const at = [...text].findLastIndex((character, index) => /\d/.test(character) && index < text.length - 1)
      const changed = `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`
      expect(check(changed)).toBe(false)
    },
  )

  it.each(['000-12-3456', '666-12-3456', '912-12-3456', '123-00-4567', '123-45-0000'])('%s is nobody’s', (text) => {
    expect(checks.socialSecurity(text)).toBe(false)
  })

  it.each([
    [checks.cpf, '111.111.111-11'],
    [checks.cnpj, '00.000.000/0000-00'],
    [checks.iban, 'DE89'],
  ])('are not all there is', (check, text) => {
    expect(check(text)).toBe(false)
  })
})
