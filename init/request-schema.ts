import { isObject } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { strictFormats } from '../model/strict.ts'
import type { Document } from './document.ts'
import { toJsonSchema } from './schema.ts'
import { validSchema, withOwnExamples } from './valid-schema.ts'

const deepest = 5
/** Beyond so many parts, a body is too large to be made as a whole. */
const most = 2_000

const limits = [
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'enum',
  'minItems',
] as const

/** Clauses about a request's body, by what is wrong with it. */
export interface RefusalClauses {
  readonly required: string
  readonly types: string
  readonly limits: string
}

/** The schema of a request's body without references, with the clause that refuses each fault beside the keyword it breaks. */
export function requestSchema(
  document: Document,
  schema: Json | undefined,
  clauses: RefusalClauses,
  example: Json | undefined,
  where: string,
  isJson: boolean,
): JsonObject {
  const flat = flattened(document, schema)
  const given = example === undefined ? flat : { ...flat, examples: [example] }
  const schemaOfBody = withRefusals(withOwnExamples(given, document.note, where), clauses, false)
  return isJson && schemaOfBody['type'] === 'object'
    ? { ...schemaOfBody, 'x-refused': { type: clauses.types } }
    : schemaOfBody
}

/** A schema without references: they are followed and parts of `allOf` joined, down to a depth; beyond it, anything goes. */
export function flattened(document: Document, schema: Json | undefined): JsonObject {
  let parts = 0
  const flat = (inner: Json | undefined, under: readonly string[]): JsonObject => {
    parts += 1
    if (under.length > deepest || parts > most) return {}
    const converted = toJsonSchema(document.follow(inner), {
      document,
      without: 'readOnly',
      reference: (reference) => (under.includes(reference) ? {} : flat({ $ref: reference }, [...under, reference])),
      format: (format) => ({ format }),
    })
    return joinedIn(converted)
  }
  return validSchema(flat(schema, []), document.note)
}

/** The parts of `allOf` as one schema. */
function joinedIn(schema: JsonObject): JsonObject {
  const { allOf: parts, ...rest } = schema
  return Array.isArray(parts) ? [...(parts as readonly JsonObject[]), rest].reduce(joined, {}) : schema
}

function joined(left: JsonObject, right: JsonObject): JsonObject {
  const required = [...((left['required'] ?? []) as readonly Json[]), ...((right['required'] ?? []) as readonly Json[])]
  const properties = {
    ...(left['properties'] as JsonObject | undefined),
    ...(right['properties'] as JsonObject | undefined),
  }
  return {
    ...left,
    ...right,
    ...(required.length === 0 ? {} : { required: [...new Set(required)] }),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  }
}

/** Every property says which clause refuses what is wrong with it; inside alternatives nothing is said. */
function withRefusals(schema: JsonObject, clauses: RefusalClauses, property: boolean, required = false): JsonObject {
  const properties = isObject(schema['properties']) ? schema['properties'] : undefined
  const needed = new Set(Array.isArray(schema['required']) ? (schema['required'] as readonly string[]) : [])
  const simple = typeof schema['type'] === 'string' && schema['type'] !== 'string' && schema['type'] !== 'null'
  const refused = {
    ...(required && schema['default'] === undefined ? { required: clauses.required } : {}),
    ...(simple ? { type: clauses.types } : {}),
    ...Object.fromEntries(
      limits.filter((keyword) => breakable(schema, keyword)).map((keyword) => [keyword, clauses.limits]),
    ),
  }
  return {
    ...schema,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, inner]) => [
              name,
              isObject(inner) ? withRefusals(inner, clauses, true, needed.has(name)) : inner,
            ]),
          ),
        }),
    ...(property && Object.keys(refused).length > 0 ? { 'x-refused': refused } : {}),
  }
}

/** Whether a value can be made that breaks this keyword alone. */
function breakable(schema: JsonObject, keyword: (typeof limits)[number]): boolean {
  const value = schema[keyword]
  const { type } = schema
  switch (keyword) {
    case 'enum':
      return Array.isArray(value) && type === 'string'
    case 'minimum':
    case 'exclusiveMinimum':
    case 'maximum':
      return typeof value === 'number' && (type === 'integer' || type === 'number')
    case 'minLength':
      return typeof value === 'number' && value > 0 && type === 'string' && schema['pattern'] === undefined
    case 'maxLength':
      return typeof value === 'number' && type === 'string' && schema['pattern'] === undefined
    case 'pattern': {
      if (typeof value !== 'string' || type !== 'string') return false
      const pattern = new RegExp(value, 'u')
      return ['a', 'abcdefgh', 'x y'].filter((text) => !pattern.test(text)).length > 1
    }
    case 'format':
      return type === 'string' && strictFormats.has(String(value))
    default:
      return typeof value === 'number' && value > 0 && type === 'array'
  }
}
