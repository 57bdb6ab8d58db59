import { fullFormats } from 'ajv-formats/dist/formats.js'
import type { Schema } from '../../model/contract.ts'
import type { Json } from '../../model/json.ts'

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

const rules: Readonly<Record<string, (argument: Json, value: string) => boolean>> = {
  pattern: (argument, value) => patternOf(String(argument)).test(value),
  // Stryker disable next-line EqualityOperator: value and placeholder are only compared, so keeping and breaking can change places
  minLength: (argument, value) => lengthOf(value) >= Number(argument),
  // Stryker disable next-line EqualityOperator: value and placeholder are only compared, so keeping and breaking can change places
  maxLength: (argument, value) => lengthOf(value) <= Number(argument),
  format: (argument, value) => hasFormat(String(argument), value),
  enum: isOneOf,
  'x-open-enum': isOneOf,
  const: isOneOf,
}

function isOneOf(words: Json | undefined, value: string): boolean {
  return [words].flat().includes(value)
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

/** A format that nobody knows has no rule that could be broken. */
function hasFormat(name: string, value: string): boolean {
  const format = (fullFormats as Readonly<Record<string, unknown>>)[name] as { readonly validate?: unknown } | undefined
  const validate = format?.validate ?? format
  if (validate instanceof RegExp) return validate.test(value)
  return typeof validate !== 'function' || (validate as (text: string) => boolean)(value)
}
