import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Schema } from '../../model/contract.ts'

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
// fast-check works out once for each unit which dangerous strings it can write, so each unit is made once
// Stryker disable next-line StringLiteral: without characters the module cannot be loaded, and no test runs that could fail
const word = fc.constantFrom(...`${letters}0123456789`)
/** Printable text with the characters that encodings get wrong; no leading or trailing blank. */
// Stryker disable next-line StringLiteral: without characters the module cannot be loaded, and no test runs that could fail
const anyCharacter = fc.constantFrom(...`${letters}0123456789 -_.,;:!?&=+%#/'"()[]äß€漢`)

/** Strings that a schema allows. */
export function stringOf(schema: Schema): Arbitrary<string> {
  if (typeof schema['pattern'] === 'string') return patterned(schema['pattern'], schema)
  if (typeof schema['format'] === 'string') return formatted(schema['format'], schema)
  const minLength = lengthOr(schema['minLength'], 0)
  const maxLength = lengthOr(schema['maxLength'], Math.max(minLength, 30))
  return text(minLength, maxLength)
}

const longestDrawn = 1000

/** Text of this many characters, with neither end blank. */
export function text(minLength: number, maxLength: number): Arbitrary<string> {
  if (maxLength < 3) return fc.string({ unit: word, minLength, maxLength })
  // Stryker disable next-line MethodExpression: fast-check does not come to an end with a negative length
  const middle = fc.string({ unit: anyCharacter, minLength: Math.max(0, minLength - 2), maxLength: maxLength - 2 })
  // as long as allowed now and then: what is cut off shows only there
  const longest = fc.string({ unit: anyCharacter, minLength: maxLength - 2, maxLength: maxLength - 2, size: 'max' })
  const inside =
    maxLength > longestDrawn ? middle : fc.oneof({ arbitrary: middle, weight: 6 }, { arbitrary: longest, weight: 1 })
  const framed = fc.tuple(word, inside, word).map(([first, inner, last]) => `${first}${inner}${last}`)
  return minLength <= 1 ? fc.oneof(fc.string({ unit: word, minLength, maxLength: 2 }), framed) : framed
}

const known = new Map<string, Arbitrary<string>>()

/** Making one of these takes longer than drawing from it a hundred times, so each is made once. */
export function patterned(pattern: string, bounds: Schema = {}): Arbitrary<string> {
  const maxLength = lengthOr(bounds['maxLength'], 200)
  const minLength = lengthOr(bounds['minLength'], 0)
  const key = `${minLength} ${maxLength} ${pattern}`
  const made = known.get(key) ?? matching(pattern, minLength, maxLength)
  known.set(key, made)
  return made
}

function matching(pattern: string, minLength: number, maxLength: number): Arbitrary<string> {
  const made = fc.stringMatching(new RegExp(pattern, 'u'), { maxLength })
  // Stryker disable next-line ArrowFunction,BooleanLiteral,ConditionalExpression,EqualityOperator: a filter that lets nothing pass does not come to an end
  return made.filter((value) => !(value.length < minLength))
}

function formatted(format: string, schema: Schema): Arbitrary<string> {
  switch (format) {
    case 'uuid':
      return fc.uuid({ version: 4 })
    case 'date-time':
      return moment().map((date) => date.toISOString())
    case 'date':
      return moment().map((date) => date.toISOString().slice(0, 10))
    case 'email':
      return fc
        .tuple(fc.string({ unit: word, minLength: 3, maxLength: 12 }), fc.nat(99_999))
        .map(([name, number]) => `${name.toLowerCase()}.${number}@example.com`)
    case 'uri':
      return fc.string({ unit: word, minLength: 1, maxLength: 12 }).map((path) => `https://shop.example/${path}`)
    case 'ipv4':
      return fc.ipV4()
    default:
      return text(lengthOr(schema['minLength'], 1), lengthOr(schema['maxLength'], 30))
  }
}

function moment(): Arbitrary<Date> {
  return fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
}

function lengthOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}
