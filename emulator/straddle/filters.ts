import { formats, timeOf } from './formats.ts'
import type { Format } from './formats.ts'
import type { Rules } from './rules.ts'

/** Narrows a list by the values of one query parameter. */
export interface Filter<Item> {
  /** What is wrong with a value, if anything. */
  readonly fault?: (value: string) => string | undefined
  readonly keeps: (rules: Rules, item: Item, values: readonly string[]) => boolean
}

type TextOf<Item> = (item: Item) => string | null | undefined

const form =
  (format: Format) =>
  (value: string): string | undefined =>
    formats[format](value) ? undefined : `The value is not a valid ${format}.`

/** Objects of which a field equals the one value asked for. */
export function exactly<Item>(field: TextOf<Item>, format?: Format): Filter<Item> {
  const keeps: Filter<Item>['keeps'] = (rules, item, [wanted = '']) => rules.matchesExactly(field(item) ?? '', wanted)
  return format === undefined ? { keeps } : { fault: form(format), keeps }
}

/** Objects of which a field contains the text asked for. */
export function part<Item>(field: TextOf<Item>): Filter<Item> {
  return { keeps: (rules, item, [wanted = '']) => rules.matchesPart(field(item) ?? '', wanted) }
}

/** Objects of which a field is any of the values asked for. */
export function anyOf<Item>(values: readonly string[], field: TextOf<Item>): Filter<Item> {
  return {
    fault: (value) => (values.includes(value) ? undefined : `The value has to be one of: ${values.join(', ')}.`),
    keeps: (rules, item, wanted) => rules.matchesAny(field(item) ?? '', wanted),
  }
}

/** Objects in one of whose fields the text occurs. */
export function search<Item>(fields: (item: Item) => readonly (string | null | undefined)[]): Filter<Item> {
  return {
    keeps: (rules, item, [wanted = '']) =>
      rules.finds(
        fields(item).map((field) => field ?? ''),
        wanted,
      ),
  }
}

export function trueOrFalse<Item>(field: (item: Item) => boolean): Filter<Item> {
  return {
    fault: (value) => (value === 'true' || value === 'false' ? undefined : 'The value has to be true or false.'),
    keeps: (_rules, item, [wanted]) => field(item) === (wanted === 'true'),
  }
}

type NumberOf<Item> = (item: Item) => number | undefined

function bound<Item>(
  holds: (rules: Rules, value: number, limit: number) => boolean,
  read: (wanted: string) => number,
  field: NumberOf<Item>,
): Filter<Item>['keeps'] {
  return (rules, item, [wanted = '']) => {
    const value = field(item)
    return value !== undefined && holds(rules, value, read(wanted))
  }
}

const wholeNumber = (value: string): string | undefined =>
  /^-?\d+$/.test(value) ? undefined : 'The value has to be a whole number.'

export function atLeast<Item>(field: NumberOf<Item>): Filter<Item> {
  return { fault: wholeNumber, keeps: bound((rules, value, low) => rules.notBelow(value, low), Number, field) }
}

export function atMost<Item>(field: NumberOf<Item>): Filter<Item> {
  return { fault: wholeNumber, keeps: bound((rules, value, high) => rules.notAbove(value, high), Number, field) }
}

/** Objects from a day or moment on. */
export function since<Item>(field: NumberOf<Item>): Filter<Item> {
  return { fault: form('day'), keeps: bound((rules, value, low) => rules.notBelow(value, low), timeOf, field) }
}

const wholeDay = 24 * 60 * 60 * 1000 - 1

/** Objects up to a moment, or to the end of a day. */
export function until<Item>(field: NumberOf<Item>): Filter<Item> {
  const end = (wanted: string): number => timeOf(wanted) + (/[Tt]/.test(wanted) ? 0 : wholeDay)
  return { fault: form('day'), keeps: bound((rules, value, high) => rules.notAbove(value, high), end, field) }
}
