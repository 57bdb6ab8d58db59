import { isObject } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Document } from './document.ts'

/** Keywords that say nothing of a value, or nothing that JSON Schema knows. */
const leftOut = new Set([
  'discriminator',
  'xml',
  'externalDocs',
  'deprecated',
  'example',
  'nullable',
  'readOnly',
  'writeOnly',
])
const ofOne = new Set(['not', 'items', 'additionalProperties', 'contains', 'propertyNames', 'if', 'then', 'else'])
const ofSeveral = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const ofNamed = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs'])

export interface Conversion {
  readonly document: Document
  /** Properties of this mark are only sent (`writeOnly`) or only shown (`readOnly`), and left out on the other side. */
  readonly without: 'readOnly' | 'writeOnly'
  /** What a reference becomes. */
  readonly reference: (reference: string) => JsonObject
  /** What a format of a schema becomes. */
  readonly format: (format: string, schema: JsonObject) => JsonObject
}

/** A schema of the document as JSON Schema 2020-12. */
export function toJsonSchema(schema: Json | undefined, conversion: Conversion): JsonObject {
  if (schema === false) return { not: {} }
  if (!isObject(schema)) return {}
  const { document } = conversion
  if (typeof schema['$ref'] === 'string') {
    const { $ref: _, nullable, ...beside } = schema
    const target = conversion.reference(schema['$ref'])
    if (nullable === true) return { anyOf: [target, { type: 'null' }] }
    const {
      title: _title,
      description: _description,
      default: _default,
      examples: _examples,
      ...more
    } = toJsonSchema(beside, conversion)
    return Object.keys(more).length === 0 ? target : { allOf: [target, more] }
  }
  const hidden = hiddenIn(schema, conversion)
  const converted: Record<string, Json> = {}
  const all: JsonObject[] = []
  for (const [keyword, value] of Object.entries(schema)) {
    if (leftOut.has(keyword) || keyword.startsWith('x-') || keyword.startsWith('$')) continue
    if (keyword === 'enum' && Array.isArray(value) && value.length === 0) continue
    if (keyword === 'format' && typeof value === 'string') {
      const { allOf, ...format } = conversion.format(value, schema)
      Object.assign(converted, format)
      all.push(...((allOf ?? []) as readonly JsonObject[]))
    } else if (keyword === 'required' && Array.isArray(value)) {
      const required = value.filter((name) => !hidden.has(String(name)))
      if (required.length > 0) converted[keyword] = required as Json
    } else if (ofOne.has(keyword) && isObject(value)) converted[keyword] = toJsonSchema(value, conversion)
    else if (ofSeveral.has(keyword) && Array.isArray(value)) {
      const parts = value.map((one) => toJsonSchema(one as Json, conversion))
      // descriptions say oneOf where alternatives overlap: an answer that is two of them at once is no departure
      if (keyword === 'oneOf' && conversion.without === 'writeOnly') all.push({ anyOf: parts })
      else if (keyword === 'allOf') all.push(...(conversion.without === 'writeOnly' ? parts.map(opened) : parts))
      else converted[keyword] = parts
    } else if (ofNamed.has(keyword) && isObject(value))
      converted[keyword] = Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => keyword !== 'properties' || !hidden.has(name))
          .filter(([name]) => keyword !== 'patternProperties' || isPattern(name, document))
          .map(([name, one]) => [name, toJsonSchema(one, conversion)]),
      )
    else if (keyword !== 'pattern' || isPattern(String(value), document)) converted[keyword] = value
  }
  if (schema['example'] !== undefined && converted['examples'] === undefined)
    converted['examples'] = [schema['example']]
  if (all.length > 0) converted['allOf'] = all
  if (Array.isArray(schema['allOf']) && conversion.without === 'writeOnly') return as2020(schema, opened(converted))
  return as2020(schema, converted)
}

/** A part of a whole that knows nothing of the other parts: that it is closed would exclude all that they have. */
export function opened(schema: JsonObject): Record<string, Json> {
  const { additionalProperties, ...rest } = schema
  return additionalProperties === undefined || additionalProperties === false ? rest : { ...schema }
}

/** What version 3.0 says in its own way: bounds that exclude, and null. */
function as2020(schema: JsonObject, converted: Record<string, Json>): JsonObject {
  for (const [bound, excluded] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (typeof schema[excluded] !== 'boolean') continue
    delete converted[excluded]
    if (schema[excluded] && schema[bound] !== undefined) {
      converted[excluded] = schema[bound]
      delete converted[bound]
    }
  }
  if (schema['nullable'] !== true) return converted
  if (converted['type'] === undefined)
    return converted['enum'] === undefined ? { anyOf: [converted, { type: 'null' }] } : converted
  if (typeof converted['type'] === 'string') converted['type'] = [converted['type'], 'null']
  if (Array.isArray(converted['enum']) && !converted['enum'].includes(null))
    converted['enum'] = [...(converted['enum'] as readonly Json[]), null]
  return converted
}

function hiddenIn(schema: JsonObject, { document, without }: Conversion): ReadonlySet<string> {
  const properties = isObject(schema['properties']) ? schema['properties'] : {}
  return new Set(
    Object.entries(properties)
      .filter(([, property]) => {
        const target = document.follow(property)
        return isObject(target) && target[without] === true
      })
      .map(([name]) => name),
  )
}

function isPattern(pattern: string, document: Document): boolean {
  try {
    return new RegExp(pattern, 'u').source !== ''
  } catch {
    document.note('patterns that are no regular expressions of JavaScript are left out', pattern)
    return false
  }
}
