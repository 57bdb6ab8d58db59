import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Provider, Schema } from '../../model/contract.ts'
import type { Json } from '../../model/json.ts'
import { patterned, stringOf, text } from './strings.ts'

type Keyword = (schema: Schema, encoding: Provider['encoding']) => Arbitrary<Json>

/** Values that break exactly one keyword of a property, also after shrinking. */
export function wrongValue(keyword: string, schema: Schema, encoding: Provider['encoding']): Arbitrary<Json> {
  const make = keywords[keyword]
  if (make === undefined) throw new Error(`no wrong values are known for the keyword ${keyword}`)
  return make(schema, encoding)
}

const keywords: Readonly<Record<string, Keyword>> = {
  type: wrongType,
  minimum: ({ minimum }) => below((minimum as number) - 1),
  exclusiveMinimum: ({ exclusiveMinimum: bound }) => below(bound as number),
  maximum: ({ maximum }) =>
    fc.oneof(
      fc.constant((maximum as number) + 1),
      fc.integer({ min: Math.ceil(maximum as number) + 1, max: Math.ceil(maximum as number) + 1000 }),
    ),
  minLength: ({ minLength }) => word((minLength as number) - 1, (minLength as number) - 1),
  maxLength: ({ maxLength }) => word((maxLength as number) + 1, (maxLength as number) + 20),
  enum: (schema) => outside(schema['enum'] as readonly Json[]),
  const: (schema) => outside([schema['const'] as Json]),
  pattern: ({ pattern }) => unlike(String(pattern)),
  format: ({ format }) => patterned('^[a-z]{3,12}$').map((value) => (format === 'uri' ? `${value} ${value}` : value)),
  minItems: ({ minItems, items }) =>
    fc.array(stringOf((items ?? {}) as Schema), { maxLength: (minItems as number) - 1 }),
  maxItems: ({ maxItems }) =>
    fc.array(word(1, 8), { minLength: (maxItems as number) + 1, maxLength: (maxItems as number) + 3 }),
  maxProperties: ({ maxProperties }) => tooMany(maxProperties as number),
  propertyNames: ({ propertyNames }) => longName(propertyNames as Schema),
  additionalProperties: (schema) => longValue(schema['additionalProperties'] as Schema),
}

/** What is taken for a value of another type by whoever converts. */
const coerced: Readonly<Record<string, readonly Json[]>> = {
  string: [42, true],
  integer: ['42'],
  number: ['42'],
  boolean: ['true', 1],
}

/** What is nearly of a format. */
const nearly: Readonly<Record<string, readonly string[]>> = {
  ipv4: ['256.1.1.1', '1.2.3.4.5'],
  email: ['ada@', '@example.com'],
  uuid: ['7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b1'],
  date: ['2043-02-29', '2044-13-01'],
}

/** What is no integer, in a form either. */
export function fractionsOf({ type, minimum }: Schema): readonly Json[] {
  return type === 'integer' ? [Number(minimum ?? 1) + 0.5] : []
}

/** The first values that are wrong, where some are the likeliest to be taken: one beyond a limit, or nearly a known one. */
export function firstWrongValues(keyword: string, schema: Schema): readonly Json[] {
  const limit = schema[keyword]
  if (keyword === 'type') return [limit].flat().length > 1 ? [] : (coerced[String(limit)] ?? [])
  if (keyword === 'enum') {
    const known = limit as readonly Json[]
    return [...known.flatMap(nearlyKnown(known)), ...((schema['x-unlisted'] ?? []) as readonly Json[])]
  }
  if (keyword === 'const') return nearlyKnown([limit as Json])(limit as Json)
  if (keyword === 'format') return nearly[String(limit)] ?? []
  if (typeof limit !== 'number') return []
  switch (keyword) {
    case 'minimum':
      return [limit - 1]
    case 'exclusiveMinimum':
      return [limit]
    case 'maximum':
      return [limit + 1]
    case 'minLength':
      return limit < 1 ? [] : ['a'.repeat(limit - 1)]
    case 'maxLength':
      return ['a'.repeat(limit + 1)]
    default:
      return []
  }
}

/** A known value with a letter too many, and with one too few. */
const nearlyKnown =
  (known: readonly Json[]) =>
  (value: Json): readonly Json[] =>
    typeof value === 'string' && value.length > 1
      ? [`${value}x`, value.slice(0, -1)].filter((near) => !known.includes(near))
      : []

/** The first value that is too small, as often as all others: an error by one is the likeliest. */
function below(largest: number): Arbitrary<Json> {
  return fc.oneof(fc.constant(largest), fc.integer({ min: Math.floor(largest) - 1000, max: Math.floor(largest) }))
}

// Stryker disable next-line StringLiteral: without characters the module cannot be loaded, and no test runs that could fail
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')

function word(minLength: number, maxLength: number): Arbitrary<string> {
  return fc.string({
    unit: letter,
    minLength: Math.max(0, minLength),
    maxLength: Math.max(0, maxLength),
  })
}

/** In a form everything is text, so only what no text can be is of another type. */
function wrongType({ type }: Schema, encoding: Provider['encoding']): Arbitrary<Json> {
  const types = [type].flat() as readonly string[]
  const nonsense = patterned('^[a-z]{2,8}$')
  if (encoding === 'form') return nonsense
  const candidates: readonly (readonly [string, Arbitrary<Json>])[] = [
    ['string', nonsense],
    ['integer', fc.integer({ min: 1, max: 99 })],
    ['boolean', fc.boolean()],
    ['array', fc.constant([])],
    ['object', fc.constant({})],
  ]
  const isOther = (name: string): boolean => !types.includes(name) && !(name === 'integer' && types.includes('number'))
  return fc.oneof(...candidates.filter(([name]) => isOther(name)).map(([, values]) => values))
}

function unlike(pattern: string): Arbitrary<Json> {
  const form = new RegExp(pattern, 'u')
  // Stryker disable next-line ArrowFunction: a filter that lets nothing pass does not come to an end
  return fc.oneof(word(1, 12), text(1, 12)).filter((value) => !form.test(value))
}

function outside(known: readonly Json[]): Arbitrary<Json> {
  const words = patterned('^[a-z]{4,12}$')
  // Stryker disable next-line ArrowFunction,BooleanLiteral: a filter that lets next to nothing pass does not come to an end
  return words.filter((value) => !known.includes(value))
}

function tooMany(most: number): Arbitrary<Json> {
  // Stryker disable next-line ObjectLiteral: without bounds the memory is full before a test can fail
  const counts = fc.integer({ min: most + 1, max: most + 5 })
  return counts.map((count) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key_${index}`, 'value'])),
  )
}

function longName({ maxLength }: Schema): Arbitrary<Json> {
  const most = maxLength as number
  return word(most + 1, most + 20).map((name) => ({ [name]: 'value' }))
}

function longValue({ maxLength }: Schema): Arbitrary<Json> {
  const most = maxLength as number
  return word(most + 1, most + 20).map((value) => ({ key: value }))
}
