import { isObject } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { formats } from './formats.ts'
import type { Format } from './formats.ts'

/** Kinds of fault in a member: it is not there, or not of the type, form, length or vocabulary that is asked for. */
export type FaultKind = 'missing' | 'type' | 'form' | 'length' | 'choice'

/** What is wrong with one member of a body, by its path. */
export interface Problem {
  readonly kind: FaultKind
  readonly at: string
  readonly detail: string
}

/**
 * Reads a member of a body. What is wrong goes into `problems`; the value returned then is of the right type and
 * otherwise arbitrary, and whoever reads a whole body looks at the problems first.
 */
export type Reader<Value> = (input: Json | undefined, at: string, problems: Problem[]) => Value

export type Read<Each> = Each extends Reader<infer Value> ? Value : never

export type Fault = readonly [kind: FaultKind, detail: string]

/** A reader of required values for which `fault` says what is wrong with one, if anything; then `usable` stands in. */
export function value<Value>(
  fault: (input: Json) => Fault | undefined,
  usable: (input: Json | undefined) => Value,
): Reader<Value> {
  return (input, at, problems) => {
    const [kind, detail] =
      input === undefined ? (['missing', 'This field is required.'] as const) : (fault(input) ?? [])
    if (kind === undefined || detail === undefined) return input as Value
    problems.push({ kind, at, detail })
    return usable(input)
  }
}

interface TextLimits {
  readonly pattern?: RegExp
  readonly format?: Format
  readonly length?: number
  readonly shortest?: number
  readonly longest?: number
}

function textFault(read: string, limits: TextLimits): Fault | undefined {
  const { pattern, format, length, shortest = 0, longest = Number.POSITIVE_INFINITY } = limits
  const size = [...read].length
  if (length !== undefined && size !== length) return ['form', `The value has to be exactly ${length} characters long.`]
  if (size < shortest) return ['length', `The value has to be at least ${shortest} characters long.`]
  if (size > longest) return ['length', `The value has to be at most ${longest} characters long.`]
  if (format !== undefined && !formats[format](read)) return ['form', `The value is not a valid ${format}.`]
  if (pattern !== undefined && !pattern.test(read)) return ['form', 'The value does not have the expected form.']
  return undefined
}

export function text(limits: TextLimits = {}): Reader<string> {
  const isDay = limits.format === 'date'
  return value(
    (input) => (typeof input === 'string' ? textFault(input, limits) : ['type', 'The value has to be a string.']),
    (input) => (isDay ? '9999-12-31' : typeof input === 'string' ? input : ''),
  )
}

/** A 32-bit whole number, as amounts of money are. */
export function integer(lowest = -(2 ** 31), highest = 2 ** 31 - 1): Reader<number> {
  return value(
    (input) => {
      if (typeof input !== 'number' || !Number.isInteger(input)) return ['type', 'The value has to be a whole number.']
      const within = input >= lowest && input <= highest
      return within ? undefined : ['form', `The value has to be from ${lowest} to ${highest}.`]
    },
    () => 1,
  )
}

export const number: Reader<number> = value(
  (input) => (typeof input === 'number' ? undefined : ['type', 'The value has to be a number.']),
  () => 0,
)

export const flag: Reader<boolean> = value(
  (input) => (typeof input === 'boolean' ? undefined : ['type', 'The value has to be true or false.']),
  () => false,
)

export function oneOf<const Value extends string>(values: readonly [Value, ...(readonly Value[])]): Reader<Value> {
  const known = values as readonly Json[]
  return value(
    (input) => {
      if (typeof input !== 'string') return ['type', 'The value has to be a string.']
      return known.includes(input) ? undefined : ['choice', `The value has to be one of: ${values.join(', ')}.`]
    },
    () => values[0],
  )
}

/** A member that may be left out. */
export function optional<Value>(reader: Reader<Value>): Reader<Value | undefined> {
  return (input, at, problems) => (input === undefined ? undefined : reader(input, at, problems))
}

/** A member that may be null. */
export function nullable<Value>(reader: Reader<Value>): Reader<Value | null> {
  return (input, at, problems) => (input === null ? null : reader(input, at, problems))
}

/** A member that may be left out or null. */
export function maybe<Value>(reader: Reader<Value>): Reader<Value | null | undefined> {
  return optional(nullable(reader))
}

export function list<Value>(reader: Reader<Value>): Reader<readonly Value[]> {
  const whole = value<Json>(
    (input) => (Array.isArray(input) ? undefined : ['type', 'The value has to be a list.']),
    () => [],
  )
  return (input, at, problems) => {
    const items = whole(input, at, problems)
    return Array.isArray(items) ? items.map((each: Json, index) => reader(each, `${at}.${index}`, problems)) : []
  }
}

const anObject = value<Json>(
  (input) => (isObject(input) ? undefined : ['type', 'The value has to be an object.']),
  () => null,
)

/** An object of named members; members it does not name are not read. */
export function record<Members extends Readonly<Record<string, Reader<unknown>>>>(
  members: Members,
): Reader<{ readonly [Name in keyof Members]: Read<Members[Name]> }> {
  type Whole = { readonly [Name in keyof Members]: Read<Members[Name]> }
  return (input, at, problems) => {
    const whole = anObject(input, at, problems)
    const [held, heard] = isObject(whole) ? [whole, problems] : [{}, []]
    const prefix = at === '' ? '' : `${at}.`
    const read = Object.entries(members).map(([name, member]) => [
      name,
      member(Object.hasOwn(held, name) ? held[name] : undefined, `${prefix}${name}`, heard),
    ])
    return Object.fromEntries(read) as Whole
  }
}
