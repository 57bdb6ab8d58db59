import type { Schema } from '../model/contract.ts'
import { isObject, pointerStep } from '../model/json.ts'
import type { Json } from '../model/json.ts'
import { applying } from '../model/reference.ts'
import type { Part, Referred } from '../model/reference.ts'

/** JSON Pointers of properties that no part of the schema knows. */
export type FindUnknown = (schemaId: string, instance: Json) => readonly string[]

/** What is known of one place of an instance: the properties that have a name, and what follows below them. */
interface Known {
  /** Any name goes: a map, or a place that no part of the schema describes. */
  readonly open: boolean
  property(name: string): Known | undefined
  items(): Known | undefined
}

/** Finds properties that a provider added since its contract was written. Each place of a schema is worked out once. */
export function createFindUnknown(schemas: ReadonlyMap<string, Schema>): FindUnknown {
  const roots = new Map<string, Known>()
  return (schemaId, instance) => {
    const root =
      roots.get(schemaId) ?? knownBy(applying(schemas, [{ schema: schemas.get(schemaId), base: schemaId }]), schemas)
    roots.set(schemaId, root)
    return unknownIn(root, instance)
  }
}

/** Next to always nothing is unknown, so pointers are put together only on the way back from what is. */
function unknownIn(known: Known, instance: Json): readonly string[] {
  const unknown: string[] = []
  const look = (step: string | number, below: Known, value: Json): void => {
    for (const at of unknownIn(below, value)) unknown.push(`${pointerStep(step)}${at}`)
  }
  if (Array.isArray(instance)) {
    const items = known.items()
    if (items !== undefined)
      for (const [index, item] of (instance as readonly Json[]).entries()) look(index, items, item)
  } else if (!known.open && isObject(instance)) {
    for (const [name, value] of Object.entries(instance)) {
      const below = known.property(name)
      if (below === undefined) unknown.push(pointerStep(name))
      else look(name, below, value)
    }
  }
  return unknown
}

function knownBy(parts: readonly Part[], schemas: ReadonlyMap<string, Schema>): Known {
  const named = parts.filter(({ schema }) => isObject(schema['properties']))
  const properties = new Map<string, Known | undefined>()
  let items: Known | undefined
  const below = (next: readonly Referred[]): Known | undefined =>
    next.length === 0 ? undefined : knownBy(applying(schemas, next), schemas)
  return {
    open:
      named.length === 0 ||
      parts.some(
        ({ schema }) => schema['additionalProperties'] !== undefined || schema['patternProperties'] !== undefined,
      ),
    property(name) {
      if (!properties.has(name))
        properties.set(name, below(named.flatMap((part) => partAt(part, part.schema['properties'] as Schema, name))))
      return properties.get(name)
    },
    items() {
      items ??= below(parts.flatMap((part) => partAt(part, part.schema, 'items')))
      return items
    },
  }
}

function partAt({ base }: Part, container: Schema, key: string): readonly Referred[] {
  const schema = Object.hasOwn(container, key) ? container[key] : false
  return schema === false ? [] : [{ schema, base }]
}
