import type { ErrorObject } from 'ajv/dist/2020.js'
import { isObject } from '../model/json.ts'
import type { Json } from '../model/json.ts'

/** What the violated keyword asks for, as a short value for a report. */
export function expectationOf({ keyword, params, message, schema }: ErrorObject): Json {
  switch (keyword) {
    case 'required':
      return 'present'
    case 'type':
      return `type ${[params['type']].flat().join(' or ')}`
    case 'const':
      return params['allowedValue'] as Json
    case 'enum':
      return { 'one of': params['allowedValues'] as Json }
    case 'format':
      return `format ${String(params['format'])}`
    case 'pattern':
      return `pattern ${String(params['pattern'])}`
    case 'not':
      return forbidden(schema as Json)
    case 'anyOf':
    case 'oneOf':
      return `one of the ${(schema as readonly unknown[]).length} documented shapes`
    default:
      return message ?? keyword
  }
}

/** What a value is not to be, where the schema lists it. */
function forbidden(schema: Json): Json {
  const { const: one, enum: several } = isObject(schema) ? schema : {}
  if (one !== undefined) return { 'other than': one }
  return several === undefined ? 'another shape' : { 'none of': several }
}
