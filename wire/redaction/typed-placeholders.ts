import { isCardNumber, withCheckDigit } from '../../model/card-number.ts'
import { isNumeric, shapedLike, skeletonOf } from './skeleton.ts'

/** One way to write a placeholder: numbers are counted within a family, and placeholders of one family never meet. */
export interface Candidate {
  readonly family: string
  readonly write: (number: number) => string
}

type Typed = readonly [form: RegExp, label: string, write: (value: string, number: number) => string]

const dayMs = 86_400_000
const firstDay = Date.UTC(1800, 0, 1)

/** What is known by its form, whatever field it stands in, and what has that form but belongs to nobody. */
const typed: readonly Typed[] = [
  [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email', (_, number) => `person${number}@redacted.example`],
  [
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
    'uuid',
    (_, number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  ],
  [/^(?:\d{1,3}\.){3}\d{1,3}$/, 'ip', (_, number) => `198.18.${(number >> 8) & 255}.${number & 255}`],
  [/^(?=.*:.*:)[0-9a-f:]+$/i, 'ip', (_, number) => `2001:db8::${number.toString(16)}`],
  [
    /^\d{4}-\d{2}-\d{2}(?:T.*)?$/,
    'date',
    (value, number) =>
      `${new Date(firstDay + number * dayMs).toISOString().slice(0, 10)}${value.length > 10 ? 'T00:00:00Z' : ''}`,
  ],
  [/^https?:\/\//i, 'url', (_, number) => `https://redacted.example/${inLetters(number)}`],
  [/^eyJ[\w-]*\.[\w-]*\.[\w-]*$/, 'token', (_, number) => `eyJhbGciOiJub25lIn0.e30.redacted${number}`],
  [/^\+\d{7,}$/, 'phone', ({ length }, number) => `+1${String(number).padStart(length - 2, '0')}`],
]

/** A number as the rest of an address: a, b … z, ba, bb … */
function inLetters(number: number): string {
  return [...(number - 1).toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')
}

/** As many digits with a valid check digit, which begin as no card does. */
function numbered(length: number, number: number): string {
  return withCheckDigit(
    String(number)
      .padStart(length - 1, '0')
      .slice(1 - length),
  )
}

/** Prefixes that say what a key is for. */
const keyForm = /^((?:[a-z]{2,6})_(?:(?:test|live|prod|sandbox)_)?)[A-Za-z0-9+/=_-]{8,}$/

/** Kinds that open something. */
const opening: ReadonlySet<string> = new Set(['secret', 'token', 'key', 'credentials'])

const shortText = 64
const longText = 1000

/**
 * Ways to write a placeholder for a value: in brackets, with its kind and a number; of the form of its kind, for where a schema asks
 * for that; and of its very shape as the last resort.
 */
export function candidatesFor(value: string, label: string): readonly Candidate[] {
  const shape = { family: skeletonOf(value), write: (number: number) => shapedLike(value, number) }
  const prefix = label === 'key' ? keyForm.exec(value)?.[1] : undefined
  if (prefix !== undefined) return [{ family: prefix, write: (number) => `${prefix}redacted${number}` }, shape]
  const [kind, write] = kindOf(value, label)
  // in one word, so that a shell script can carry it from an answer to a request
  if (opening.has(kind)) {
    const word = { family: kind, write: (number: number) => `${kind}_redacted${number}` }
    return write === undefined
      ? [word, shape]
      : [word, { family: kind, write: (number) => write(value, number) }, shape]
  }
  const family = `${value.length > longText ? 'very long ' : value.length > shortText ? 'long ' : ''}${kind}`
  return [
    { family, write: (number) => `[${family} ${number}]` },
    ...(write === undefined ? [] : [{ family, write: (number: number) => write(value, number) }]),
    shape,
  ]
}

function kindOf(value: string, label: string): readonly [kind: string, write?: Typed[2]] {
  const [, kind, write] = typed.find(([form]) => form.test(value)) ?? []
  if (kind !== undefined && write !== undefined) return [kind, write]
  if (!isNumeric(value)) return [label]
  const digits = value.replaceAll(/\D/g, '')
  if (isCardNumber(digits)) return ['card', (_, number) => intoDigits(value, numbered(digits.length, number))]
  return [label === 'text' ? 'number' : label]
}

/** Other digits in the places of a text's digits. */
export function intoDigits(text: string, digits: string): string {
  let index = 0
  return text.replaceAll(/\d/g, () => digits[index++] as string)
}

const placeholder =
  /^(?:\[(?:very )?(?:long )?[a-z]+ \d+\]|person\d+@redacted\.example|00000000-0000-4000-8000-\d{12}|198\.1[89]\.\d+\.\d+|2001:db8::[\da-f]+|18\d\d-\d\d-\d\d(?:T00:00:00Z)?|https:\/\/redacted\.example\/[a-z]+|[\w.]*redacted\d+|\+10{3,}\d*|0000[ .-]?0000[\d .-]*|000-00-\d{4}|00-\d{7}|(?:\(000\) ?|000[-.])000[-.]\d{4})$/

/** Whether a value is a placeholder already, as in a recording that was redacted when it was written. */
export function isPlaceholder(value: string): boolean {
  return placeholder.test(value)
}
