import { isCardNumber, passesLuhn } from '../../model/card-number.ts'

/** Whether the digits and letters of a number given to a person or an account agree with its check digits. */
export type HasCheckDigits = (text: string) => boolean

const digitsOf = (text: string): readonly number[] => [...text.replaceAll(/\D/g, '')].map(Number)

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0)

const remainder = (text: string, modulus: number): number =>
  [...text].reduce((rest, digit) => (rest * 10 + Number(digit)) % modulus, 0)

const descending = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from - index)

export const card: HasCheckDigits = (text) => isCardNumber(text.replaceAll(/\D/g, ''))

export const luhn: HasCheckDigits = (text) => passesLuhn(text.replaceAll(/\D/g, ''))

/** ISO 13616: letters count from 10, the first four characters come last. */
export const iban: HasCheckDigits = (text) => {
  const compact = text.replaceAll(/[^A-Za-z\d]/g, '').toUpperCase()
  const turned = `${compact.slice(4)}${compact.slice(0, 4)}`
  return (
    compact.length >= 15 &&
    remainder(
      turned.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
      97,
    ) === 1
  )
}

/** No number of social security has zeros for a part, or an area that is not given out. */
export const socialSecurity: HasCheckDigits = (text) => {
  const [area = '', group = '', serial = ''] = text.split(/\D+/)
  return !/^(?:000|666|9\d\d)$/.test(area) && group !== '00' && serial !== '0000'
}

/** Brazil: two check digits over all digits before each. */
const brazilian =
  (lengths: number, weights: (count: number) => readonly number[]): HasCheckDigits =>
  (text) => {
    const digits = digitsOf(text)
    const check = (count: number): boolean => {
      const rest = (weighted(digits, weights(count)) * 10) % 11
      return (rest === 10 ? 0 : rest) === digits[count]
    }
    return digits.length === lengths && new Set(digits).size > 1 && check(lengths - 2) && check(lengths - 1)
  }
export const cpf = brazilian(11, (count) => descending(count + 1, count))
export const cnpj = brazilian(14, (count) => Array.from({ length: count }, (_, index) => ((count - 1 - index) % 8) + 2))

const dniLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'
/** Spain: the letter is the rest of a division by 23; X, Y and Z stand for 0, 1 and 2. */
export const dni: HasCheckDigits = (text) => {
  const compact = text.replaceAll(/[^A-Za-z\d]/g, '').toUpperCase()
  const digits = compact.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))
  return dniLetters[Number(digits) % 23] === compact.at(-1)
}

/** France: 97 minus the rest of a division by 97. */
export const insee: HasCheckDigits = (text) => {
  const digits = text.replaceAll(/\D/g, '')
  return 97 - remainder(digits.slice(0, 13), 97) === Number(digits.slice(13))
}

/** Switzerland: as of an article number. */
export const ahv: HasCheckDigits = (text) => {
  const digits = digitsOf(text)
  return (
    weighted(
      digits,
      digits.map((_, index) => (index % 2 === 0 ? 1 : 3)),
    ) %
      10 ===
    0
  )
}

/** Poland. */
export const pesel: HasCheckDigits = (text) => weighted(digitsOf(text), [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0

/** India: Verhoeff's check digit. */
export const verhoeff: HasCheckDigits = (text) =>
  digitsOf(text)
    .toReversed()
    .reduce((check, digit, index) => multiplied(check, permuted(digit, index % 8)), 0) === 0

function multiplied(a: number, b: number): number {
  const turned = a >= 5
  const sum = ((a % 5) + (turned ? -1 : 1) * (b % 5) + 5) % 5
  return turned === b >= 5 ? sum : sum + 5
}

function permuted(digit: number, times: number): number {
  return times === 0 ? digit : permuted([1, 5, 7, 6, 2, 8, 3, 0, 9, 4][digit] as number, times - 1)
}

/** China: the last of 18 characters is a rest of 11, 10 of which is written X. */
export const residentId: HasCheckDigits = (text) => {
  const digits = digitsOf(text.slice(0, 17))
  const rest =
    (12 -
      (weighted(
        digits,
        digits.map((_, index) => 2 ** (17 - index) % 11),
      ) %
        11)) %
    11
  return '0123456789X'[rest] === text.at(-1)?.toUpperCase()
}

/** Finland: the last character is a rest of 31, written without letters that look like digits. */
export const hetu: HasCheckDigits = (text) =>
  '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${text.slice(0, 6)}${text.slice(7, 10)}`) % 31] ===
  text.at(-1)?.toUpperCase()

/** Norway: two check digits, each a rest of 11. */
export const norwegian: HasCheckDigits = (text) => {
  const digits = digitsOf(text)
  return (
    digits.length === 11 &&
    weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0]) % 11 === 0 &&
    weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  )
}
