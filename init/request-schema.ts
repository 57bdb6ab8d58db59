import { isObject } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Document } from './document.ts'
import { toJsonSchema } from './schema.ts'

const deepest = 5

const limits = ['minimum', 'exclusiveMinimum', 'maximum', 'minLength', 'maxLength', 'enum', 'minItems'] as const

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
): JsonObject {
  const flat = flattened(document, schema, 0)
  const marked = withRefusals(flat, clauses, false)
  return example === undefined ? marked : { ...marked, examples: [example] }
}

/** References are followed and parts of `allOf` joined, down to a depth; beyond it, anything goes. */
function flattened(document: Document, schema: Json | undefined, depth: number): JsonObject {
  if (depth > deepest) return {}
  const converted = toJsonSchema(document.follow(schema), {
    document,
    without: 'readOnly',
    reference: (reference) => flattened(document, { $ref: reference }, depth + 1),
    format: (format) => ({ format }),
  })
  const parts = converted['allOf']
  if (!Array.isArray(parts)) return converted
  const { allOf: _, ...rest } = converted
  return [...(parts as readonly JsonObject[]), rest].reduce(joined, {})
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
    default:
      return typeof value === 'number' && value > 0 && type === 'array'
  }
}
