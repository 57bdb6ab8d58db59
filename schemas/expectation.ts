import type { ErrorObject } from 'ajv/dist/2020.js'
import { isObject } from '../model/json.ts'
import type { Json } from '../model/json.ts'

/** What the violated keyword asks for, as a short value for a report. */
export function expectationOf({ keyword, params, message, schema, parentSchema }: ErrorObject): Json {
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
      return alternatives(schema as readonly Json[], parentSchema?.['x-readings'] as Json | undefined)
    default:
      return message ?? keyword
  }
}

/** The alternatives by the names of their readings, or by what they say where that is short. */
function alternatives(branches: readonly Json[], readings: Json | undefined): Json {
  const names = isObject(readings) ? readings['names'] : undefined
  if (names !== undefined) return { 'one of': names }
  const short = branches.flatMap((branch) => inShort(branch) ?? [])
  return short.length === branches.length ? { 'one of': short } : `one of the ${branches.length} documented shapes`
}

function inShort(branch: Json): Json | undefined {
  if (!isObject(branch)) return undefined
  const { const: one, pattern, format, type } = branch
  if (one !== undefined) return one
  if (pattern !== undefined) return `pattern ${String(pattern)}`
  if (format !== undefined) return `format ${String(format)}`
  return type === undefined || Object.keys(branch).length > 1 ? undefined : `type ${[type].flat().join(' or ')}`
}

/** What a value is not to be, where the schema lists it. */
function forbidden(schema: Json): Json {
  if (isObject(schema) && Object.keys(schema).length === 0) return 'absent'
  const { const: one, enum: several } = isObject(schema) ? schema : {}
  if (one !== undefined) return { 'other than': one }
  return several === undefined ? 'another shape' : { 'none of': several }
}
