import { cardPlaceholder, passesLuhn } from './card-number.ts'
import { isNumeric, shapedLike, skeletonOf } from './skeleton.ts'

/** One way to write a placeholder: numbers are counted within a family, and placeholders of one family never meet. */
export interface Candidate {
  readonly family: string
  readonly write: (number: number) => string
}

type Kind = readonly [form: RegExp, family: string, write: (value: string, number: number) => string]

const dayMs = 86_400_000
const firstDay = Date.UTC(1800, 0, 1)
const base64url = /^eyJ[\w-]*\.[\w-]*\.[\w-]*$/

/** What is known by its form, whatever field it stands in. */
const kinds: readonly Kind[] = [
  [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'person', (_, number) => `person${number}@redacted.example`],
  [
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
    'uuid',
    (_, number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  ],
  [/^(?:\d{1,3}\.){3}\d{1,3}$/, 'ipv4', (_, number) => `198.18.${(number >> 8) & 255}.${number & 255}`],
  [/^(?=.*:.*:)[0-9a-f:]+$/i, 'ipv6', (_, number) => `2001:db8::${number.toString(16)}`],
  [
    /^\d{4}-\d{2}-\d{2}(?:T.*)?$/,
    'date',
    (value, number) =>
      `${new Date(firstDay + number * dayMs).toISOString().slice(0, 10)}${value.length > 10 ? 'T00:00:00Z' : ''}`,
  ],
  [/^https?:\/\//i, 'url', (_, number) => `https://redacted.example/${inLetters(number)}`],
  [base64url, 'token', (_, number) => `eyJhbGciOiJub25lIn0.e30.redacted${number}`],
]

/** A number as the rest of an address: a, b … z, ba, bb … */
function inLetters(number: number): string {
  return [...(number - 1).toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')
}

/** Prefixes that say what a key is for. */
const keyForm = /^((?:[a-z]{2,6})_(?:(?:test|live|prod|sandbox)_)?)[A-Za-z0-9]{8,}$/

/** Ways to write a placeholder for a value, the most telling one first, the one that keeps most of its shape last. */
export function candidatesFor(value: string, label: string): readonly Candidate[] {
  const shape = { family: skeletonOf(value), write: (number: number) => shapedLike(value, number) }
  const typed = kinds.find(([form]) => form.test(value))
  if (typed !== undefined) return [{ family: typed[1], write: (number) => typed[2](value, number) }, shape]
  const prefix = keyForm.exec(value)?.[1]
  if (prefix !== undefined) return [...ofLength(value, `${prefix}redacted`, prefix), shape]
  if (isNumeric(value)) return [numeric(value) ?? shape]
  const head = label === 'Secret' ? 'secret_redacted' : `${label} `
  return [...ofLength(value, head, label), shape]
}

function ofLength(value: string, head: string, family: string): readonly Candidate[] {
  return [
    { family, write: (number) => `${head}${number}` },
    {
      family: `${family}#${value.length}`,
      write: (number) => `${head}${String(number).padStart(Math.max(0, value.length - head.length), '0')}`,
    },
  ]
}

/** Digits that need more than their shape: card numbers keep their check digit, phone numbers do not begin with 0. */
function numeric(value: string): Candidate | undefined {
  const digits = value.replaceAll(/\D/g, '')
  if (isCard(digits))
    return { family: `card#${digits.length}`, write: (number) => intoDigits(value, cardPlaceholder(digits, number)) }
  if (/^\+\d{7,}$/.test(value))
    return {
      family: `phone#${digits.length}`,
      write: (number) => `+1${String(number).padStart(digits.length - 1, '0')}`,
    }
  return undefined
}

/** Whether digits are a card number: its length, its first digit, its check digit. */
export function isCard(digits: string): boolean {
  return digits.length >= 13 && digits.length <= 19 && /^[2-6]/.test(digits) && passesLuhn(digits)
}

/** Other digits in the places of a text's digits. */
export function intoDigits(text: string, digits: string): string {
  let index = 0
  return text.replaceAll(/\d/g, () => digits[index++] as string)
}

/** Texts that a run writes in place of others, told by their form alone. */
const placeholder =
  /^(?:person\d+@redacted\.example|00000000-0000-4000-8000-\d{12}|198\.1[89]\.\d+\.\d+|18\d\d-\d\d-\d\d(?:T00:00:00Z)?|https:\/\/redacted\.example\/[a-z]+|\S*redacted\d+|\+10{3,}\d*|000-00-\d{4}|00-\d{7}|(?:\(000\) ?|000[-.])000[-.]\d{4}|(?:Name|Address|City|Text) \d+)$/

/** Whether a value is a placeholder already, as in a recording that was redacted when it was written. */
export function isPlaceholder(value: string): boolean {
  return placeholder.test(value)
}
