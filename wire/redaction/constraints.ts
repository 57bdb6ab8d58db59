import { fullFormats } from 'ajv-formats/dist/formats.js'
import type { Schema } from '../../suites/model/contract.ts'
import { sameJson } from '../../suites/model/json.ts'
import type { Json } from '../../suites/model/json.ts'

const patterns = new Map<string, RegExp>()

/** Whether a placeholder keeps and breaks exactly those rules of the schemas that the value itself keeps and breaks. */
export function judgedAlike(schemas: readonly Schema[], value: string, placeholder: string): boolean {
  return schemas.every((schema) => {
    for (const keyword in schema) {
      const rule = rules[keyword]
      const argument = schema[keyword] as Json
      if (rule !== undefined && rule(argument, value) !== rule(argument, placeholder)) return false
    }
    return true
  })
}

/** Whether a schema names a value as one of its own words. */
export function isDocumented(schemas: readonly Schema[], value: Json): boolean {
  return schemas.some(
    (schema) => (Array.isArray(schema['enum']) && schema['enum'].includes(value)) || schema['const'] === value,
  )
}

const rules: Readonly<Record<string, (argument: Json, value: string) => boolean>> = {
  pattern: (argument, value) => patternOf(String(argument)).test(value),
  minLength: (argument, value) => lengthOf(value) >= Number(argument),
  maxLength: (argument, value) => lengthOf(value) <= Number(argument),
  format: (argument, value) => hasFormat(String(argument), value),
  enum: (argument, value) => Array.isArray(argument) && argument.includes(value),
  const: (argument, value) => sameJson(argument, value),
  'x-open-enum': (argument, value) => Array.isArray(argument) && argument.includes(value),
}

/** JSON Schema counts characters, not code units. */
function lengthOf(value: string): number {
  return [...value].length
}

function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, 'u')
  patterns.set(source, known)
  return known
}

function hasFormat(name: string, value: string): boolean {
  const format: unknown = (fullFormats as Readonly<Record<string, unknown>>)[name]
  if (format instanceof RegExp) return format.test(value)
  if (typeof format === 'function') return (format as (text: string) => boolean)(value)
  const validate: unknown =
    typeof format === 'object' && format !== null && 'validate' in format ? format.validate : undefined
  if (validate instanceof RegExp) return validate.test(value)
  return typeof validate === 'function' ? (validate as (text: string) => boolean)(value) : true
}
