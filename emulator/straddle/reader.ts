import { isObject } from '../../suites/model/json.ts'
import type { Json } from '../../suites/model/json.ts'
import { formats } from './formats.ts'
import type { Format } from './formats.ts'

/** What is wrong with one member of a body, by its path. */
export interface Problem {
  readonly kind: 'missing' | 'invalid'
  readonly at: string
  readonly detail: string
}

/**
 * Reads a member of a body. What is wrong goes into `problems`; the value returned then is meaningless, and whoever
 * reads a whole body looks at the problems first.
 */
export type Reader<Value> = (input: Json | undefined, at: string, problems: Problem[]) => Value

export type Read<Each> = Each extends Reader<infer Value> ? Value : never

/** A reader of required values for which `fault` says what is wrong with one, if anything. */
export function value<Value extends Json>(fault: (input: Json) => string | undefined): Reader<Value> {
  return (input, at, problems) => {
    const missing = input === undefined
    const detail = missing ? 'This field is required.' : fault(input)
    if (detail !== undefined) problems.push({ kind: missing ? 'missing' : 'invalid', at, detail })
    return input as Value
  }
}

interface TextLimits {
  readonly pattern?: RegExp
  readonly format?: Format
  readonly length?: number
  readonly shortest?: number
  readonly longest?: number
}

function textFault(read: string, limits: TextLimits): string | undefined {
  const { pattern, format, length, shortest = 0, longest = Number.POSITIVE_INFINITY } = limits
  const size = [...read].length
  if (length !== undefined && size !== length) return `The value has to be exactly ${length} characters long.`
  if (size < shortest) return `The value has to be at least ${shortest} characters long.`
  if (size > longest) return `The value has to be at most ${longest} characters long.`
  if (format !== undefined && !formats[format](read)) return `The value is not a valid ${format}.`
  if (pattern !== undefined && !pattern.test(read)) return 'The value does not have the expected form.'
  return undefined
}

export function text(limits: TextLimits = {}): Reader<string> {
  return value((input) => (typeof input === 'string' ? textFault(input, limits) : 'The value has to be a string.'))
}

/** A 32-bit whole number, as amounts of money are. */
export function integer(lowest = -(2 ** 31), highest = 2 ** 31 - 1): Reader<number> {
  return value((input) => {
    if (typeof input !== 'number' || !Number.isInteger(input)) return 'The value has to be a whole number.'
    return input < lowest || input > highest ? `The value has to be from ${lowest} to ${highest}.` : undefined
  })
}

export const number: Reader<number> = value((input) =>
  typeof input === 'number' ? undefined : 'The value has to be a number.',
)

export const flag: Reader<boolean> = value((input) =>
  typeof input === 'boolean' ? undefined : 'The value has to be true or false.',
)

export function oneOf<const Value extends string>(values: readonly Value[]): Reader<Value> {
  return value((input) =>
    (values as readonly Json[]).includes(input) ? undefined : `The value has to be one of: ${values.join(', ')}.`,
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
  return (input, at, problems) => {
    if (Array.isArray(input)) return input.map((each: Json, index) => reader(each, `${at}.${index}`, problems))
    return value<never>(() => 'The value has to be a list.')(input, at, problems)
  }
}

/** An object of named members; members it does not name are not read. */
export function record<Members extends Readonly<Record<string, Reader<unknown>>>>(
  members: Members,
): Reader<{ readonly [Name in keyof Members]: Read<Members[Name]> }> {
  type Whole = { readonly [Name in keyof Members]: Read<Members[Name]> }
  return (input, at, problems) => {
    if (!isObject(input)) return value<never>(() => 'The value has to be an object.')(input, at, problems)
    const member = (name: string): unknown =>
      members[name]?.(
        Object.hasOwn(input, name) ? input[name] : undefined,
        at === '' ? name : `${at}.${name}`,
        problems,
      )
    return Object.fromEntries(Object.keys(members).map((name) => [name, member(name)])) as Whole
  }
}
