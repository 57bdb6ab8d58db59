import type { Contract, Parameter, Schema } from '../../model/contract.ts'
import { isObject, objectsIn } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { applying } from '../../model/reference.ts'
import type { Part, Referred } from '../../model/reference.ts'
import { schemaBase } from '../../schemas/identity.ts'
import { toldByName } from './names.ts'
import type { Told } from './names.ts'

/** A place in a body and what the provider's schemas say of it. */
export interface Place {
  /** A schema says that it is secret or personal: what stands here is never stored. */
  readonly marked: boolean
  /** What the name alone says of it. */
  readonly told: Told
  /** How far schemas say what stands here: not at all, only its type, or also which values. */
  readonly described: 'not' | 'loosely' | 'closely'
  /** Whether a schema lists the property by this name. */
  readonly listed: boolean
  /** The nearest property name. */
  readonly name: string
  /** What a placeholder is called here. */
  readonly label: string
  readonly schemas: readonly Schema[]
  /** The words that schemas name as values here. */
  readonly words: ReadonlySet<Json>
  property(name: string): Place
  item(): Place
}

/** Finds places by schema, each made once, so that walking a body allocates next to nothing. */
export interface Places {
  /** The body of an answer or a delivery: as the schema with this `$id` describes it, and as `exchange.json` describes any. */
  body(id?: string | null): Place
  /** The place that a schema describes. */
  of(schema: Schema | undefined, name?: string): Place
  /** A query, as an object of its parameters. */
  query(parameters: readonly Parameter[]): Place
  /** The value of a header field: what it says is documented, but for where it leads. */
  header(name: string): Place
  /** A place that nothing describes. */
  readonly unknown: Place
}

/** Header fields that hold an address, with whatever query the server puts into it, or that it words itself. */
const addresses: ReadonlySet<string> = new Set(['location', 'www-authenticate'])
const anyText: Schema = { type: 'string' }

export function createPlaces(schemas: Contract['schemas']): Places {
  const personal = markedNames(schemas)
  const numbers = new Map<Schema, number>()
  const made = new Map<string, Place>()
  const queries = new Map<readonly Parameter[], Place>()
  const numberOf = ({ schema }: Referred): number => remembered(numbers, schema as Schema, () => numbers.size)

  const schemaOf = (id: string): Referred => ({ schema: schemas.get(id), base: id })

  /** A place whose name no schema lists is made anew each time: there is no end of names that a server makes up. */
  function place(
    referred: readonly Referred[],
    name: string,
    inherited: boolean,
    listed = true,
    around: Told = 'open',
  ): Place {
    const parts = referred.filter(({ schema }) => isObject(schema))
    const make = (): Place => newPlace(applying(schemas, parts), name, inherited, listed, around)
    return listed ? remembered(made, `${inherited} ${parts.map(numberOf).join(' ')}:${name}`, make) : make()
  }

  const isMarkedElsewhere = (name: string, parts: readonly Part[]): boolean => parts.length === 0 && personal.has(name)

  function newPlace(parts: readonly Part[], name: string, inherited: boolean, listed: boolean, around: Told): Place {
    const below = inherited || parts.some(isMarked)
    const children = new Map<string, Place>()
    let item: Place | undefined
    const newChild = (child: string, isListed: boolean): Place =>
      place(
        parts.flatMap((part) => propertyOf(part, child)),
        child,
        below,
        isListed,
        isListed ? 'open' : told,
      )
    const schemasHere = parts.map(({ schema }) => schema)
    // a name speaks of the value itself: what an error says of the field `secret` is none
    const own = toldByName(name, listed && parts.length > 0)
    // what stands below a secret is a part of it; a name that some schema marks tells of a person where no schema describes it
    const told =
      own !== 'open' ? own : around === 'secret' ? around : isMarkedElsewhere(name, parts) ? 'personal' : 'open'
    return {
      marked: below,
      told,
      described: descriptionOf(schemasHere),
      listed,
      name,
      label: labelOf(name, told),
      schemas: schemasHere,
      words: wordsOf(schemasHere),
      property: (child) =>
        parts.some((part) => lists(part, child))
          ? remembered(children, child, () => newChild(child, true))
          : newChild(child, false),
      item: () =>
        (item ??= place(
          parts.map(({ schema, base }) => ({ schema: schema['items'], base })),
          name,
          below,
          listed,
          listed ? 'open' : told,
        )),
    }
  }

  const exchanges = [...schemas.keys()].filter((id) => id.endsWith('/exchange.json')).map(schemaOf)
  const anyBody = applying(schemas, exchanges).flatMap((part) => propertyOf(part, 'body'))
  const of: Places['of'] = (schema, name = '') =>
    place([{ schema, base: String(schema?.['$id'] ?? schemaBase) }], name, false)
  return {
    body: (id) => place([schemaOf(String(id)), ...anyBody], '', false),
    of,
    query: (parameters) =>
      remembered(queries, parameters, () => {
        const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]))
        return place([{ schema: { properties }, base: schemaBase }], '', false)
      }),
    header: (name) => of(addresses.has(name) ? undefined : anyText),
    unknown: of(undefined),
  }
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

function lists({ schema: { properties } }: Part, name: string): boolean {
  return isObject(properties) && Object.hasOwn(properties, name)
}

function isMarked({ schema }: Part): boolean {
  return schema['x-secret'] === true || schema['x-personal'] === true
}

/** Keywords that say which values a place has, and those that say no more than what they look like. */
const closely = ['enum', 'x-open-enum', 'const', 'pattern', 'format'] as const
const loosely = ['type', 'minLength', 'maxLength'] as const

function descriptionOf(schemas: readonly Schema[]): Place['described'] {
  const has = (keywords: readonly string[]): boolean =>
    schemas.some((schema) => keywords.some((keyword) => schema[keyword] !== undefined))
  return has(closely) ? 'closely' : has(loosely) ? 'loosely' : 'not'
}

const noWords: ReadonlySet<Json> = new Set()

function wordsOf(schemas: readonly Schema[]): ReadonlySet<Json> {
  const words = schemas.flatMap((schema) =>
    [schema['enum'], schema['x-open-enum'], schema['const']].flatMap((named) => [named].flat()),
  )
  const named = words.filter((word) => word !== undefined)
  return named.length === 0 ? noWords : new Set(named)
}

const labels: readonly (readonly [RegExp, string])[] = [
  [/e-?mail/i, 'email'],
  [/phone|mobile|^tel$/i, 'phone'],
  [/card|^pan$/i, 'card'],
  [/name|owner|holder/i, 'name'],
  [/address|line|street/i, 'address'],
  [/city|town|locality/i, 'city'],
  [/secret|key|token|pass|pin$|otp|cv[cv]/i, 'secret'],
]

function labelOf(name: string, told: Told): string {
  return labels.find(([form]) => form.test(name))?.[1] ?? (told === 'secret' ? 'secret' : 'text')
}

function propertyOf(part: Part, name: string): readonly Referred[] {
  const { schema, base } = part
  const { properties, patternProperties, additionalProperties } = schema
  const own = lists(part, name) ? [(properties as Schema)[name]] : []
  const patterned = Object.entries(patternProperties ?? {}).filter(([pattern]) => new RegExp(pattern, 'u').test(name))
  const described = [...own, ...patterned.map(([, one]) => one)]
  return (described.length > 0 ? described : [additionalProperties]).map((one) => ({ schema: one, base }))
}

/** Names of properties that some schema marks, for bodies that no schema describes. */
function markedNames(schemas: ReadonlyMap<string, Schema>): ReadonlySet<string> {
  const named = [...schemas].flatMap(([base, schema]) =>
    objectsIn(schema).flatMap(({ properties }) =>
      Object.entries(properties ?? {}).map(([name, described]) => [name, { schema: described, base }] as const),
    ),
  )
  return new Set(named.filter(([, referred]) => applying(schemas, [referred]).some(isMarked)).map(([name]) => name))
}
