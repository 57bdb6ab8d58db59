import type { Contract, Provider, Schema } from '../../suites/model/contract.ts'
import { isObject } from '../../suites/model/json.ts'
import type { Json } from '../../suites/model/json.ts'
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

/** A schema and the file it stands in, from which its references lead on. */
interface Part {
  readonly schema: Schema
  readonly base: string
}

/** Finds places by schema, each made once, so that walking a body allocates next to nothing. */
export interface Places {
  /** The body of an answer or a delivery: as the schema with this `$id` describes it, and as `exchange.json` describes any. */
  body(id?: string | null): Place
  /** The place that a schema describes. */
  of(schema: Schema | undefined, name?: string): Place
  /** A place that nothing describes. */
  readonly unknown: Place
}

export function createPlaces({ schemas, name: provider }: Pick<Contract, 'schemas'> & Pick<Provider, 'name'>): Places {
  const exchange = partOf(schemas, `${schemaBase}${provider}/exchange.json`)
  const expand = createExpand(schemas)
  const personal = markedNames(schemas)
  const numbers = new Map<Schema, number>()
  const made = new Map<string, Place>()

  const numberOf = (schema: Schema): number => {
    const known = numbers.get(schema) ?? numbers.size
    numbers.set(schema, known)
    return known
  }

  function place(parts: readonly Part[], name: string, inherited: boolean): Place {
    const key = `${inherited ? '!' : ''}${name} ${parts.map(({ schema }) => numberOf(schema)).join(' ')}`
    const known = made.get(key)
    if (known !== undefined) return known
    const applying = parts.flatMap(expand)
    const below = inherited || applying.some(({ schema }) => isMark(schema))
    // a name speaks of the value itself: what an error says of the field `secret` is none
    const marked = below || isTelling(name) || (applying.length === 0 && personal.has(name))
    const children = new Map<string, Place>()
    const remembered = (child: string, make: () => Place): Place => {
      const found = children.get(child) ?? make()
      if (children.size < mostChildren) children.set(child, found)
      return found
    }
    const found: Place = {
      marked,
      name,
      schemas: applying.map(({ schema }) => schema),
      property: (child) =>
        remembered(child, () =>
          place(
            applying.flatMap((part) => propertyOf(part, child)),
            child,
            below,
          ),
        ),
      item: () =>
        remembered('[]', () =>
          place(
            applying.flatMap((part) => schemaIn(part, part.schema['items'])),
            name,
            below,
          ),
        ),
    }
    if (made.size < mostPlaces) made.set(key, found)
    return found
  }

  return {
    body: (id) =>
      place(
        [...partOf(schemas, id), ...exchange.flatMap(expand).flatMap((part) => propertyOf(part, 'body'))],
        '',
        false,
      ),
    of: (schema, name = '') =>
      place(schema === undefined ? [] : [{ schema, base: String(schema['$id'] ?? '') }], name, false),
    unknown: place([], '', false),
  }
}

/** Names that a server makes up must not fill the memory. */
const mostPlaces = 20_000
const mostChildren = 500

function partOf(schemas: ReadonlyMap<string, Schema>, id: string | null | undefined): readonly Part[] {
  const schema = id === null || id === undefined ? undefined : schemas.get(id)
  return schema === undefined ? [] : [{ schema, base: id as string }]
}

function isMark(schema: Schema): boolean {
  return schema['x-secret'] === true || schema['x-personal'] === true
}

function propertyOf(part: Part, name: string): readonly Part[] {
  const { properties, patternProperties, additionalProperties } = part.schema
  if (isObject(properties) && Object.hasOwn(properties, name)) return schemaIn(part, properties[name])
  const patterned = isObject(patternProperties)
    ? Object.entries(patternProperties).filter(([pattern]) => new RegExp(pattern, 'u').test(name))
    : []
  return patterned.length > 0
    ? patterned.flatMap(([, schema]) => schemaIn(part, schema))
    : schemaIn(part, additionalProperties)
}

function schemaIn({ base }: Part, schema: Json | undefined): readonly Part[] {
  return isObject(schema) ? [{ schema, base }] : []
}

/** All schemas that apply to the same instance through references and combinations; conditions count as if they held. */
function createExpand(schemas: ReadonlyMap<string, Schema>): (part: Part) => readonly Part[] {
  const known = new WeakMap<Schema, readonly Part[]>()
  return (part) => {
    const found = known.get(part.schema) ?? expanded(part, schemas)
    known.set(part.schema, found)
    return found
  }
}

function expanded(start: Part, schemas: ReadonlyMap<string, Schema>): readonly Part[] {
  const found = new Map<Schema, Part>()
  const visit = (schema: Json | undefined, base: string): void => {
    if (!isObject(schema) || found.has(schema)) return
    found.set(schema, { schema, base })
    if (typeof schema['$ref'] === 'string') visitReference(schema['$ref'], base)
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      for (const item of (schema[keyword] as readonly Json[] | undefined) ?? []) visit(item, base)
    }
    for (const keyword of ['if', 'then', 'else']) visit(schema[keyword], base)
  }
  const visitReference = (reference: string, base: string): void => {
    if (!URL.canParse(reference, base)) return
    const url = new URL(reference, base)
    const steps = url.hash.slice(1).split('/').slice(1)
    url.hash = ''
    visit(
      steps.reduce<Json | undefined>(
        (value, step) => (isObject(value) ? value[step] : undefined),
        schemas.get(url.href),
      ),
      url.href,
    )
  }
  visit(start.schema, start.base)
  return [...found.values()]
}

/** Names of properties that some schema marks, for bodies that no schema describes. */
function markedNames(schemas: ReadonlyMap<string, Schema>): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (value: Json): void => {
    if (Array.isArray(value)) for (const item of value as readonly Json[]) visit(item)
    if (!isObject(value)) return
    const { properties } = value
    if (isObject(properties))
      for (const [name, schema] of Object.entries(properties)) if (isObject(schema) && isMark(schema)) names.add(name)
    for (const inner of Object.values(value)) visit(inner)
  }
  for (const schema of schemas.values()) visit(schema)
  return names
}

/** Where no contract says anything: only names tell. */
export const nowhere: Place = createPlaces({ schemas: new Map(), name: '' }).unknown
