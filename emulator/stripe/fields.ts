import type { Context } from './context.ts'
import { hashOf, listOf } from './form.ts'
import type { Param, ParamHash } from './form.ts'
import { refuse } from './refusal.ts'

/** Reads one parameter; `at` is its name as the client wrote it. */
export interface Field<Value> {
  readonly read: (param: Param, at: string, context: Context) => Value
  readonly required?: true
  /** An empty value unsets it, and reads as null; otherwise an empty value is refused. */
  readonly unsettable?: true
}

export type Fields = Readonly<Record<string, Field<unknown>>>

type ValueOf<F> = F extends { readonly required: true; readonly read: (...args: never[]) => infer Value }
  ? Value
  : F extends { readonly unsettable: true; readonly read: (...args: never[]) => infer Value }
    ? Value | null | undefined
    : F extends { readonly read: (...args: never[]) => infer Value }
      ? Value | undefined
      : never

/** What a set of fields reads a request into: undefined where a parameter was not sent, null where it was unset. */
export type InputOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> }

export function required<Value>(field: Field<Value>): Field<Value> & { readonly required: true } {
  return { read: field.read, required: true }
}

function textOf(param: Param, at: string, { rules }: Context): string {
  return typeof param === 'string' ? param : refuse(rules.invalidString(at))
}

/** Any text, up to a length. */
export function string(longest = 5000): Field<string> & { readonly unsettable: true } {
  return {
    unsettable: true,
    read(param, at, context) {
      const text = textOf(param, at, context)
      return text.length > longest ? refuse(context.rules.tooLong(at, longest)) : text
    },
  }
}

/** A whole number within bounds. */
export function integer(least = -99_999_999, most = 99_999_999): Field<number> {
  return {
    read(param, at, context) {
      const text = textOf(param, at, context)
      const value = context.rules.integerOf(text)
      if (value === undefined) return refuse(context.rules.invalidInteger(at, text))
      return value < least || value > most ? refuse(context.rules.outOfRange(at, least, most)) : value
    },
  }
}

/** A number with a fraction, such as a percentage. */
export function decimal(least: number, most: number): Field<number> & { readonly unsettable: true } {
  return {
    unsettable: true,
    read(param, at, context) {
      const text = textOf(param, at, context)
      if (!/^-?\d{1,9}(?:\.\d{1,4})?$/u.test(text)) return refuse(context.rules.invalidDecimal(at, text))
      return Number(text) < least || Number(text) > most
        ? refuse(context.rules.outOfRange(at, least, most))
        : Number(text)
    },
  }
}

export const boolean: Field<boolean> = {
  read(param, at, context) {
    const text = textOf(param, at, context)
    if (text !== 'true' && text !== 'false') return refuse(context.rules.invalidBoolean(at, text))
    return text === 'true'
  },
}

/** One of a closed list of words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Field<Word> {
  return {
    read(param, at, context) {
      const text = textOf(param, at, context)
      return words.find((word) => word === text) ?? refuse(context.rules.notOneOf(at, words))
    },
  }
}

/** A hash with fields of its own. */
export function hash<F extends Fields>(fields: F): Field<InputOf<F>> & { readonly unsettable: true } {
  return {
    unsettable: true,
    read(param, at, context) {
      const inner = hashOf(param) ?? refuse(context.rules.invalidHash(at))
      return readFields(fields, inner, context, at)
    },
  }
}

/** Several values of one kind. */
export function list<Value>(item: Field<Value>): Field<readonly Value[]> {
  return {
    read(param, at, context) {
      const items = listOf(param) ?? refuse(context.rules.invalidArray(at))
      return items.map((each, index) => item.read(each, `${at}[${index}]`, context))
    },
  }
}

/** A field by any of two readings: text by the first, a hash by the second. */
export function either<One, Other>(text: Field<One>, nested: Field<Other>): Field<One | Other> {
  return { read: (param, at, context) => (typeof param === 'string' ? text : nested).read(param, at, context) }
}

function readOne(field: Field<unknown>, param: Param, at: string, context: Context): unknown {
  const { rules } = context
  if (param !== '') return field.read(param, at, context)
  if (field.unsettable === true) return null
  return refuse(rules.emptyParameter(at))
}

/** Reads a hash of parameters by its fields, and refuses what none of them knows. */
export function readFields<F extends Fields>(
  fields: F,
  params: ParamHash,
  context: Context,
  within?: string,
): InputOf<F> {
  const { rules } = context
  const nameOf = (name: string): string => (within === undefined ? name : `${within}[${name}]`)
  for (const name of Object.keys(params))
    if (!Object.hasOwn(fields, name) && rules.refusesUnknownParameters) refuse(rules.unknownParameter(nameOf(name)))
  const input: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const field = fields[name] as Field<unknown>
    const param = params[name]
    if (param === undefined && field.required === true) refuse(rules.missingParameter(nameOf(name)))
    input[name] = param === undefined ? undefined : readOne(field, param, nameOf(name), context)
  }
  return input as InputOf<F>
}
