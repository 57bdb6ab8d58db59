import type { Filter, Paging } from '../model/declaration.ts'
import { isObject, pointerStep, pointerSteps } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Document } from './document.ts'
import { plainName } from './names.ts'
import type { Described } from './operations.ts'
import { parameterOf } from './parameter.ts'
import { propertiesOf, successOf } from './properties.ts'
import type { Guessed } from './resources.ts'

/** A list as names and shapes tell it. */
export interface Listed {
  readonly operation: Described
  /** JSON Pointer of the array in the answer. */
  readonly items: string
  readonly filters: readonly Omit<Filter, 'clause'>[]
}

/** The list of a resource: what GET of its collection answers, where the items have its id. */
export function listOf(document: Document, operation: Described, { resource }: Guessed): Listed | undefined {
  const id = pointerSteps(resource.id)[0] ?? ''
  for (const [items, schema] of arraysIn(document, successOf(operation))) {
    const properties = propertiesOf(document, schema)
    if (!Object.hasOwn(properties, id)) continue
    return { operation, items, filters: filtersIn(document, operation, properties) }
  }
  return undefined
}

/** The arrays of an answer, at its top or below two properties at most, with the schemas of their items. */
function arraysIn(
  document: Document,
  schema: Json | undefined,
  at = '',
): readonly (readonly [string, Json | undefined])[] {
  const target = document.follow(schema)
  if (isObject(target) && target['items'] !== undefined) return [[at, target['items']]]
  if (pointerSteps(at).length > 1) return []
  return Object.entries(propertiesOf(document, schema)).flatMap(([name, inner]) =>
    arraysIn(document, inner, `${at}${pointerStep(name)}`),
  )
}

/** Query parameters that are called like a property of the items and have its type. */
function filtersIn(document: Document, operation: Described, properties: JsonObject): Listed['filters'] {
  return queryOf(document, operation).flatMap(({ name, schema }): Listed['filters'] => {
    const property = Object.keys(properties).find((own) => plainName(own) === plainName(name))
    if (property === undefined || isOfPages(name) || !isScalar(schema)) return []
    const shown = document.follow(properties[property])
    const same = isObject(shown) && [shown['type']].flat().includes(schema['type'])
    return same ? [{ parameter: name, properties: [pointerStep(property)], how: 'equality' }] : []
  })
}

const isScalar = ({ type, format }: JsonObject): boolean =>
  (type === 'string' && !['date', 'date-time'].includes(String(format))) || type === 'integer' || type === 'boolean'

const sizes = /^(page[_-]?size|per[_-]?page|limit|size|max[_-]?results|take|page\[size\])$/i
const numbers = /^(page|page[_-]?number|page\[number\])$/i
const skips = /^(offset|skip)$/i
const afters = /^(starting[_-]?after|after[_-]?id)$/i
const isOfPages = (name: string): boolean => [sizes, numbers, skips, afters].some((form) => form.test(name))

interface Query {
  readonly name: string
  readonly schema: JsonObject
}

function queryOf(document: Document, { parameters }: Described): readonly Query[] {
  return parameters.filter((one) => one['in'] === 'query').map((one) => parameterOf(document, one) as unknown as Query)
}

/** How lists go on from page to page, by the parameters that most of them have. */
export function pagingOf(document: Document, lists: readonly Listed[]): Paging | undefined {
  const found = lists.flatMap(({ operation }) => pagingIn(queryOf(document, operation)) ?? [])
  const count = (one: Paging): number => found.filter((other) => keyOf(other) === keyOf(one)).length
  return found.toSorted((left, right) => count(right) - count(left))[0]
}

const keyOf = ({ style, size }: Paging): string => `${style} ${size}`

function pagingIn(query: readonly Query[]): Paging | undefined {
  const [size, number, skip, after] = [sizes, numbers, skips, afters].map((form) =>
    query.find(({ name }) => form.test(name)),
  )
  if (size === undefined || size.schema['type'] !== 'integer') return undefined
  const { maximum, default: usual } = size.schema
  const rest = {
    size: size.name,
    ...(Number.isInteger(usual) ? { default: usual as number } : {}),
    ...(Number.isInteger(maximum) ? { most: maximum as number } : {}),
    clauses: {},
  }
  if (after !== undefined) return { style: 'cursor', after: after.name, ...rest }
  if (number !== undefined && number.schema['type'] === 'integer') {
    const { minimum, default: first } = number.schema
    return { style: 'number', number: { parameter: number.name, first: minimum === 0 || first === 0 ? 0 : 1 }, ...rest }
  }
  return skip === undefined ? { style: 'none', ...rest } : { style: 'skip', skip: skip.name, ...rest }
}
