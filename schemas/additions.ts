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
  readonly property: (name: string) => Known | undefined
  readonly items: () => Known | undefined
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
  if (Array.isArray(instance)) {
    const items = known.items()
    return items === undefined ? none : gathered(instance.keys(), () => items, instance)
  }
  return known.open || !isObject(instance) ? none : gathered(Object.keys(instance), known.property, instance)
}

const none: readonly string[] = []

/** What is unknown at these steps, or below them. */
function gathered<Step extends string | number>(
  steps: Iterable<Step>,
  known: (step: Step) => Known | undefined,
  instance: { readonly [step in Step]: Json },
): readonly string[] {
  let unknown: string[] | undefined
  for (const step of steps) {
    const below = known(step)
    const value = instance[step]
    if (below === undefined) (unknown ??= []).push(pointerStep(step))
    else if (typeof value === 'object' && value !== null)
      for (const at of unknownIn(below, value)) (unknown ??= []).push(`${pointerStep(step)}${at}`)
  }
  return unknown ?? none
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
      const before = properties.get(name)
      if (before !== undefined || properties.has(name)) return before
      const found = below(named.flatMap((part) => partAt(part, part.schema['properties'] as Schema, name)))
      properties.set(name, found)
      return found
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
