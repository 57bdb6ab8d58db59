import type { Contract, Parameter, Schema } from '../../model/contract.ts'
import { isObject, objectsIn } from '../../model/json.ts'
import { applying } from '../../model/reference.ts'
import type { Part, Referred } from '../../model/reference.ts'
import { schemaBase } from '../../schemas/identity.ts'
import { isTelling } from './telling-names.ts'

/** A place in a body and what the provider's schemas say of it. */
export interface Place {
  /** Secret or personal: what stands here is never stored. */
  readonly marked: boolean
  /** The nearest property name, which says what kind of placeholder fits. */
  readonly name: string
  readonly schemas: readonly Schema[]
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
  /** A place that nothing describes. */
  readonly unknown: Place
}

export function createPlaces(schemas: Contract['schemas']): Places {
  const personal = markedNames(schemas)
  const numbers = new Map<Schema, number>()
  const made = new Map<string, Place>()
  const queries = new Map<readonly Parameter[], Place>()
  const numberOf = ({ schema }: Referred): number => remembered(numbers, schema as Schema, () => numbers.size)

  const schemaOf = (id: string): Referred => ({ schema: schemas.get(id), base: id })

  /** A place whose name no schema lists is made anew each time: there is no end of names that a server makes up. */
  function place(referred: readonly Referred[], name: string, inherited: boolean, listed = true): Place {
    const parts = referred.filter(({ schema }) => isObject(schema))
    const make = (): Place => newPlace(applying(schemas, parts), name, inherited, listed)
    return listed ? remembered(made, `${inherited} ${parts.map(numberOf).join(' ')}:${name}`, make) : make()
  }

  function newPlace(parts: readonly Part[], name: string, inherited: boolean, listed: boolean): Place {
    const below = inherited || parts.some(isMarked)
    const children = new Map<string, Place>()
    let item: Place | undefined
    const newChild = (child: string, isListed: boolean): Place =>
      place(
        parts.flatMap((part) => propertyOf(part, child)),
        child,
        below,
        isListed,
      )
    return {
      // a name speaks of the value itself: what an error says of the field `secret` is none
      marked: below || isTelling(name) || (parts.length === 0 && personal.has(name)),
      name,
      schemas: parts.map(({ schema }) => schema),
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
