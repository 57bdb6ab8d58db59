import type { Contract, Schema } from '../../model/contract.ts'
import { isStarred } from '../../model/masked.ts'
import { objectsIn } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { isPlaceholder } from './typed-placeholders.ts'

/** Whether something that no schema describes is known to tell nothing of a person, an account or a secret. */
export interface Harmless {
  /** A piece of text without blanks. */
  atom(atom: string): boolean
  /** An id of a form that the contract gives. */
  id(text: string): boolean
  /** A word of the contract or of our own, as a whole. */
  word(text: string): boolean
  /** A text of words of the contract and of our own alone, as error messages are. */
  wording(text: string): boolean
}

/** Letters, digits and what joins them to one piece. */
export const atoms =
  /\[[a-z][a-z ]* \d+\]|[\p{L}\p{M}\p{Nd}_@$#%~*•](?:[\p{L}\p{M}\p{Nd}_@$#%~*•.:+'’-]*[\p{L}\p{M}\p{Nd}_@$#%~*•])?/gu

const number =
  /^[+-]?(?:\p{Nd}{1,8}|\p{Nd}{1,3}(?:,\p{Nd}{3})+)(?:\.\p{Nd}+)?(?:[eE][+-]?\d{1,3})?(?:%|st|nd|rd|th|x|ms|s|m|h|d|px|k|kb|mb|gb|b)?$/iu
/** A day in this century and the last, a time, a time zone. */
const date = /^(?:19|20)\d{2}-?(?:0[1-9]|1[0-2])(?:-?(?:0[1-9]|[12]\d|3[01]))?$|^\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}$/
const instant = /^(?:19|20)\d{2}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?(?:[Zz]|[+-]\d{2}:?\d{2})?$/
const time = /^\d{1,2}:\d{1,2}(?::\d{2})?(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?$/i
/** Of the years 2014 to 2036, in seconds or milliseconds. */
const epoch = /^(?:1[4-9]|20)\d{8}(?:\d{3})?$/
const version = /^[vV~^]?\d{1,5}(?:\.\d{1,5}){1,2}(?:[-+][a-z]{1,6}[.-]?\d{0,4})?$/
const packaged = /^@?[a-z][a-z\d._-]{0,40}@[vV~^]?\d{1,5}(?:\.\d{1,5}){0,3}(?:[-+][a-z]{1,6}[.-]?\d{0,4})?$/
const fileName =
  /^[a-z\d][\w.@-]{0,60}\.(?:png|svg|ico|css|js|mjs|cjs|jsx|ts|mts|tsx|map|html?|json|ya?ml|toml|wasm|woff2?|java|lock)(?::\d+){0,2}$/i
const reserved = /^(?:[a-z\d-]+\.)*(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)(?::\d{1,5})?$/i
const loopback = /^(?:127\.0\.0\.1|0\.0\.0\.0|::1)(?::\d{1,5})?$/
/** Of a country, a language, a currency. */
const code = /^[A-Z]{2,3}$|^[a-z]{2}-[A-Z]{2}$/
const invoice = /^ln(?:bc|tb|bcrt)[\da-z]+$/
/** Digits that no number given to somebody has: all alike after the first, or the bounds of computers' integers. */
const round = /^\d?(\d)\1*$/
const bounds: ReadonlySet<string> = new Set(
  [31, 32, 53, 63, 64].flatMap((bits) => [2n ** BigInt(bits), 2n ** BigInt(bits) - 1n]).map(String),
)

const harmlessForms = [
  number,
  date,
  instant,
  time,
  epoch,
  version,
  packaged,
  fileName,
  reserved,
  loopback,
  code,
  invoice,
]

/** Knows the words and the forms of ids that a contract gives, beside those of everybody. */
export function createHarmless(isVocabulary: (word: string) => boolean, schemas: Contract['schemas']): Harmless {
  const ids = idForms(schemas)
  const isId = (text: string): boolean => ids.some((form) => form.test(text))

  const isWord = (part: string): boolean => part.length === 1 || isVocabulary(part)
  /** `card_declined`, `maxLength`, `no-store`, `payments.v1`, `item2`. */
  const isName = (text: string): boolean => {
    if (isVocabulary(text)) return true
    const parts = partsOf(text)
    const isCount = (part: string): boolean => /^\p{Nd}{1,4}$/u.test(part)
    return parts.every((part) => isCount(part) || isWord(part)) && !parts.every(isCount)
  }
  const isNumber = (text: string): boolean => round.test(text) || bounds.has(text)

  function atom(text: string): boolean {
    return (
      text.length === 1 ||
      isName(text) ||
      harmlessForms.some((form) => form.test(text)) ||
      (/^\d+$/.test(text) && isNumber(text)) ||
      /^\d{1,6}-\d{1,7}$/.test(text) ||
      isId(text) ||
      isStarred(text) ||
      isPlaceholder(text)
    )
  }

  return {
    atom,
    id: isId,
    word: isVocabulary,
    wording(text) {
      const pieces = text.match(atoms) ?? []
      const plain = !text.includes('@') && pieces.every((piece) => /^\p{Nd}{1,3}$/u.test(piece) || isName(piece))
      // words that begin with a capital within a text, and a number before them, are of a name or an address
      const isSentence = pieces.length > 2 && !/^\p{Nd}|\s\p{Lu}\p{Ll}/u.test(text)
      return plain && (isSentence || /^[^\p{Lu}\p{Nd}]/u.test(text) || /^[A-Z_]+$/.test(text))
    },
  }
}

/** The parts of an atom that are words: at underscores and the like, at humps, and digits at the end apart. */
function partsOf(atom: string): readonly string[] {
  return atom
    .replaceAll(/(?<=[a-z])(?=[A-Z\d])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    .filter((part) => part !== '')
}

/** The forms of ids that schemas give, by their patterns or by their examples: with a prefix of letters and an underscore, and UUIDs. */
function idForms(schemas: ReadonlyMap<string, Schema>): readonly RegExp[] {
  const described = [...schemas.values()].flatMap(objectsIn).filter((schema) => schema['x-secret'] !== true)
  const patterns = described.flatMap(({ pattern }) =>
    typeof pattern === 'string' && idPattern.test(pattern) ? [pattern] : [],
  )
  const examples = described.flatMap(({ examples: some }) => stringsIn(some ?? null))
  const prefixes = examples.flatMap((example) => idExample.exec(example)?.[1] ?? [])
  const hasUuids =
    described.some(({ format }) => format === 'uuid') || examples.some((example) => uuidForm.test(example))
  return [
    ...[...new Set(patterns)].map(
      (pattern) => new RegExp(pattern.endsWith('$') ? pattern : `${pattern}\\w{1,40}$`, 'u'),
    ),
    ...(prefixes.length === 0 ? [] : [new RegExp(`^(?:${[...new Set(prefixes)].join('|')})_[A-Za-z\\d]{1,40}$`)]),
    ...(hasUuids ? [uuidForm] : []),
  ]
}

function stringsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value]
  return Object.values(value ?? {}).flatMap((inner: Json) => stringsIn(inner))
}

const idPattern = /^\^(?:[a-z]{2,8}|\([a-z|]{2,40}\))_/
const idExample = /^(?!sk_|pk_|rk_|whsec_)([a-z]{2,8})_(?=[a-z]*[A-Z\d])[A-Za-z\d]{6,40}$/
const uuidForm = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
