import fc from 'fast-check'
import { cardPlaceholder } from '../../../wire/redaction/card-number.ts'

/** Something that no output may hold. */
export interface Planted {
  readonly kind: string
  readonly value: string
}

const letters = (characters: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: length, maxLength: length })
const lower = 'abcdefghijklmnopqrstuvwxyz'
const alphanumeric = `${lower}${lower.toUpperCase()}0123456789`
const word = fc
  .tuple(letters(lower.toUpperCase(), 1), letters('bcdfghjklmnpqrstvwxz', 7))
  .map((parts) => parts.join(''))

const card = fc
  .tuple(fc.constantFrom('4', '51', '35', '6011'), letters('0123456789', 14), fc.constantFrom('', ' ', '-'))
  .map(([head, rest, separator]) => {
    const digits = `${head}${rest}`.slice(0, 15)
    const checked = [...'0123456789']
      .map((last) => `${digits}${last}`)
      .find((number) => number === cardPlaceholderOf(digits)) as string
    return separator === '' ? checked : (checked.match(/.{4}/g) as string[]).join(separator)
  })

/** The card number that begins with fifteen digits. */
function cardPlaceholderOf(digits: string): string {
  return cardPlaceholder('0'.repeat(16), Number(digits))
}

/** What its form alone tells, so that it may stand anywhere. */
export const formed: fc.Arbitrary<Planted> = fc.oneof(
  planted(
    'key',
    fc
      .tuple(fc.constantFrom('sk_test_', 'pk_live_', 'rk_test_', 'sk_'), letters(alphanumeric, 24))
      .map((parts) => parts.join('')),
  ),
  planted(
    'jwt',
    fc
      .tuple(letters(alphanumeric, 30), letters(alphanumeric, 20))
      .map(([claims, signature]) => `eyJhbGciOiJIUzI1NiJ9.eyJ${claims}.${signature}`),
  ),
  planted('card', card),
  planted(
    'ssn',
    fc.tuple(letters('123456789', 3), letters('123456789', 2), letters('123456789', 4)).map((parts) => parts.join('-')),
  ),
  planted(
    'ein',
    fc.tuple(letters('123456789', 2), letters('123456789', 7)).map((parts) => parts.join('-')),
  ),
  planted(
    'e-mail',
    fc.tuple(word, word, letters(lower, 9)).map(([first, last, host]) => `${first}.${last}@${host}.com`),
  ),
  planted(
    'phone',
    letters('23456789', 10).map((digits) => `+1${digits}`),
  ),
)

/** A key as the environment gives it, with characters that every encoding writes in another way. */
export const environmentKey: fc.Arbitrary<string> = fc
  .tuple(letters(`${alphanumeric}-._~+/=&"\\`, 20), letters(alphanumeric, 12))
  .map((parts) => parts.join(''))

/** What only its place tells. */
export const personal = {
  name: fc.tuple(word, word).map((parts) => parts.join(' ')),
  street: fc.tuple(letters('123456789', 3), word).map(([number, street]) => `${number} ${street} St`),
  city: word,
  account: letters('123456789', 12),
  routing: letters('123456789', 9),
  born: fc
    .tuple(fc.integer({ min: 1930, max: 1999 }), letters('123456789', 1))
    .map(([year, day]) => `${year}-11-0${day}`),
  ip: fc
    .tuple(fc.integer({ min: 11, max: 99 }), fc.integer({ min: 100, max: 255 }), fc.integer({ min: 100, max: 255 }))
    .map((parts) => `${parts.join('.')}.217`),
} as const

function planted(kind: string, values: fc.Arbitrary<string>): fc.Arbitrary<Planted> {
  return values.map((value) => ({ kind, value }))
}

/** Ways in which a value can be written inside of something else. */
export const encodings: Readonly<Record<string, (value: string) => string>> = {
  plain: (value) => value,
  url: (value) => encodeURIComponent(value),
  'every byte': (value) => [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  base64: (value) => Buffer.from(value).toString('base64'),
  basic: (value) => `Basic ${Buffer.from(`${value}:`).toString('base64')}`,
  'json in a string': (value) => JSON.stringify({ deep: [{ inside: value }] }),
  'json in json in a string': (value) => JSON.stringify({ deep: JSON.stringify([value]) }),
  'form in a string': (value) => `a=1&deep=${encodeURIComponent(value)}`,
  'base64 of json': (value) => Buffer.from(JSON.stringify({ inside: value })).toString('base64'),
}

/** How often values show in a text, however they are written. */
export function hits(text: string, values: readonly string[]): readonly string[] {
  return values.flatMap((value) => {
    const bytes = Buffer.from(value)
    const digits = /^[\d -]+$/.test(value) ? [value.replaceAll(/\D/g, '')] : []
    const forms = [
      value,
      ...digits,
      encodeURIComponent(value),
      JSON.stringify(value).slice(1, -1),
      JSON.stringify(JSON.stringify(value)).slice(3, -3),
      bytes.toString('base64'),
      Buffer.from(`${value}:`).toString('base64'),
      escaped(value),
    ]
    return [...new Set(forms)].filter((form) => text.includes(form)).map((form) => `${value} as ${form}`)
  })
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
