import fc from 'fast-check'
import { plantedKinds } from './planted-kinds.ts'

const letters = (characters: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: length, maxLength: length })
const lower = 'abcdefghijklmnopqrstuvwxyz'
const alphanumeric = `${lower}${lower.toUpperCase()}0123456789`
const word = fc
  .tuple(letters(lower.toUpperCase(), 1), letters('bcdfghjklmnpqrstvwxz', 7))
  .map((parts) => parts.join(''))

/** What its form alone tells, so that it may stand anywhere; on one line. */
export const formed: fc.Arbitrary<{ readonly kind: string; readonly value: string }> = fc
  .constantFrom(
    ...plantedKinds.filter(({ name, random, kind }) => name === undefined && random !== true && !kind.endsWith('PEM')),
  )
  .chain(({ kind, values }) => values.map((value) => ({ kind, value })))

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

/** Where values show in a text, however they are written. */
export function hits(text: string, values: readonly string[]): readonly string[] {
  return values.flatMap((value) => {
    const bytes = Buffer.from(value)
    const digits = /^[\d .\u00a0-]+$/.test(value) && value.length > 8 ? [value.replaceAll(/\D/g, '')] : []
    const halves = value.length >= 32 ? [value.slice(-16), value.slice(value.length / 2, value.length / 2 + 12)] : []
    const forms = [
      value,
      ...digits,
      ...halves,
      encodeURIComponent(value),
      JSON.stringify(value).slice(1, -1),
      JSON.stringify(JSON.stringify(value)).slice(3, -3),
      bytes.toString('base64'),
      Buffer.from(`${value}:`).toString('base64'),
      value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    ]
    return [...new Set(forms)].filter((form) => isIn(text, form)).map((form) => `${value} as ${form}`)
  })
}

/** Whether a form stands in a text; a short one of digits or letters only where it is not a part of something longer. */
function isIn(text: string, form: string): boolean {
  if (form.length > 6) return text.includes(form)
  return new RegExp(String.raw`(?<![\w.])${form.replaceAll(/\W/g, String.raw`\$&`)}(?!\w)`).test(text)
}
