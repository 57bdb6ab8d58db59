import type { Filter } from '../../../model/declaration.ts'
import { sameJson, valueAt } from '../../../model/json.ts'
import type { Json, JsonObject } from '../../../model/json.ts'

/** What a request asks of the items of a list. */
export interface Condition {
  readonly filter: Filter
  readonly query: JsonObject
  readonly holds: (item: Json) => boolean
}

/** Conditions of a filter by so many values that the items have: on both sides of each bound, and for each of several values. */
export function conditionsOf(filter: Filter, items: readonly Json[], most = 8): readonly Condition[] {
  const values = distinct(items.flatMap((item) => valuesOf(filter, item)))
  const middle = values.toSorted(compare)[Math.floor(values.length / 2)]
  const [first, second] = values
  if (first === undefined || middle === undefined) return []
  const condition = (query: Json, holds: (value: Json) => boolean): Condition => ({
    filter,
    query: { [filter.parameter]: query },
    holds: (item) => valuesOf(filter, item).some(holds),
  })
  // one that is a part of another tells equality from likeness
  const contained = values.find((value) =>
    values.some((other) => other !== value && String(other).includes(String(value))),
  )
  const some = distinct([contained, ...values].filter((value) => value !== undefined)).slice(0, most)
  switch (filter.how) {
    case 'equality':
      return some.map((value) => condition(value, (own) => sameJson(own, value)))
    case 'odata':
      return some.map((value) => condition(`${nameOf(filter)} eq ${literal(value)}`, (own) => sameJson(own, value)))
    case 'set':
      return [
        ...values.slice(0, Math.max(most, mostChoices)).map((value) => [value]),
        ...(second === undefined ? [] : [[first, second]]),
      ].map((wanted) => condition(wanted.join(','), (own) => wanted.includes(own)))
    case 'flag':
      return values.includes(true) ? [condition(true, (own) => own === true)] : []
    case 'contains':
      return some.map((value) => {
        // a search looks at more than one property, so that a part of a text could be found in another
        const part = filter.properties.length > 1 ? String(value) : String(value).slice(1, -1)
        return condition(part, (own) => String(own).includes(part))
      })
    case 'at-least':
      return [condition(middle, (own) => compare(own, middle) >= 0)]
    case 'at-most':
      return [condition(middle, (own) => compare(own, middle) <= 0)]
    case 'odata-bounds':
      return odataBounds(
        filter,
        [values.toSorted(compare)[Math.floor(values.length / 2) - 1] ?? middle, middle],
        condition,
      )
    case 'bounds':
      return [
        condition(middle, (own) => sameJson(own, middle)),
        condition({ gt: middle }, (own) => compare(own, middle) > 0),
        condition({ gte: middle }, (own) => compare(own, middle) >= 0),
        condition({ lt: middle }, (own) => compare(own, middle) < 0),
        condition({ lte: middle }, (own) => compare(own, middle) <= 0),
        condition({ gte: first, lt: middle }, (own) => compare(own, first) >= 0 && compare(own, middle) < 0),
      ]
  }
}

/** A table of values is wrong in one place. */
const mostChoices = 8

const operators = ['gt', 'ge', 'lt', 'le'] as const
const holds: Readonly<Record<(typeof operators)[number], (difference: number) => boolean>> = {
  gt: (difference) => difference > 0,
  ge: (difference) => difference >= 0,
  lt: (difference) => difference < 0,
  le: (difference) => difference <= 0,
}

/** Both sides of bounds, each bound once as the list writes it and once with another offset. */
function odataBounds(
  filter: Filter,
  bounds: readonly Json[],
  condition: (query: Json, keeps: (value: Json) => boolean) => Condition,
): readonly Condition[] {
  return bounds.flatMap((bound) =>
    operators.flatMap((operator) =>
      [...new Set([String(bound), elsewhere(String(bound))])].map((written) =>
        condition(`${nameOf(filter)} ${operator} ${written}`, (own) => holds[operator](compare(own, bound))),
      ),
    ),
  )
}

/** The query of several conditions; those that share a parameter are joined in it. */
export function joinedQuery(conditions: readonly Condition[]): JsonObject {
  return conditions.reduce<JsonObject>((joined, { query, filter: { parameter } }) => {
    const [before, own] = [joined[parameter], query[parameter]]
    return {
      ...joined,
      ...query,
      ...(before === undefined ? {} : { [parameter]: `${String(before)} and ${String(own)}` }),
    }
  }, {})
}

/** Numbers as numbers, instants as instants to their last digit, anything else as it is written. */
export function compare(left: Json, right: Json): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  const [one, other] = [instantOf(left), instantOf(right)]
  if (one === undefined || other === undefined) return order(String(left), String(right))
  return one.ms - other.ms || order(one.fraction, other.fraction)
}

const order = (left: string, right: string): number => (left < right ? -1 : Number(left > right))

/** Whole seconds in milliseconds, and the digits of the fraction, of which a clock may show more than a number holds. */
function instantOf(value: Json): { readonly ms: number; readonly fraction: string } | undefined {
  const [, seconds = '', fraction = '', zone = ''] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/.exec(String(value)) ?? []
  if (seconds === '') return undefined
  return { ms: Date.parse(`${seconds}${zone === '' ? 'Z' : zone}`), fraction: fraction.padEnd(9, '0') }
}

/** The same instant as another part of the world writes it. */
function elsewhere(instant: string): string {
  const [, day = '', hour = '', rest = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d)(.*?)(?:Z|[+-]00:00)$/.exec(instant) ?? []
  const later = Number(hour) + 5
  return day === '' || later > 23 ? instant : `${day}T${String(later).padStart(2, '0')}${rest}+05:00`
}

function valuesOf({ properties }: Filter, item: Json): readonly Json[] {
  return properties.map((pointer) => valueAt(item, pointer)).filter((value) => value !== undefined && value !== null)
}

function distinct(values: readonly Json[]): readonly Json[] {
  return values.filter((value, index) => values.findIndex((other) => sameJson(other, value)) === index)
}

const nameOf = ({ properties: [pointer = ''] }: Filter): string => pointer.slice(1)

/** A value as OData writes it: an id as it is, a text between single quotes. */
function literal(value: Json): string {
  if (typeof value !== 'string') return String(value)
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : `'${value.replaceAll("'", "''")}'`
}
