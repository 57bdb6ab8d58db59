import type { Schema } from '../suites/model/contract.ts'
import { isObject, pointerStep } from '../suites/model/json.ts'
import type { Json } from '../suites/model/json.ts'

/** JSON Pointers of properties that no part of the schema knows. */
export type FindUnknown = (schemaId: string, instance: Json) => readonly string[]

/** What is known of one place of an instance: the properties that have a name, and what follows below them. */
interface Known {
  /** Any name goes: a map, or a place that no part of the schema describes. */
  readonly open: boolean
  property(name: string): Known | undefined
  items(): Known | undefined
}

/** A subschema and the `$id` that its references are relative to. */
interface Part {
  readonly schema: Schema
  readonly base: string
}

/** Finds properties that a provider added since its contract was written. Each place of a schema is worked out once. */
export function createFindUnknown(schemas: ReadonlyMap<string, Schema>): FindUnknown {
  const roots = new Map<string, Known>()
  return (schemaId, instance) => {
    const schema = schemas.get(schemaId)
    if (schema === undefined) return []
    const root = roots.get(schemaId) ?? knownBy(applying(schemas, [{ schema, base: schemaId }]), schemas)
    roots.set(schemaId, root)
    const unknown: string[] = []
    collect(root, instance, '', unknown)
    return unknown
  }
}

function collect(known: Known, instance: Json, at: string, unknown: string[]): void {
  if (Array.isArray(instance)) {
    const items = known.items()
    if (items !== undefined) for (const [index, item] of (instance as readonly Json[]).entries()) collect(items, item, `${at}/${index}`, unknown)
    return
  }
  if (known.open || !isObject(instance)) return
  for (const name of Object.keys(instance)) {
    const below = known.property(name)
    if (below === undefined) unknown.push(`${at}${pointerStep(name)}`)
    else if (typeof instance[name] === 'object') collect(below, instance[name], `${at}${pointerStep(name)}`, unknown)
  }
}

function knownBy(parts: readonly Part[], schemas: ReadonlyMap<string, Schema>): Known {
  const named = parts.filter(({ schema }) => isObject(schema['properties']))
  const properties = new Map<string, Known | undefined>()
  let items: Known | undefined
  const below = (next: readonly Part[]): Known | undefined => (next.length === 0 ? undefined : knownBy(applying(schemas, next), schemas))
  return {
    open: named.length === 0 || parts.some(({ schema }) => schema['additionalProperties'] !== undefined || schema['patternProperties'] !== undefined),
    property(name) {
      if (!properties.has(name)) properties.set(name, below(named.flatMap((part) => partAt(part, part.schema['properties'] as Schema, name))))
      return properties.get(name)
    },
    items() {
      items ??= below(parts.flatMap((part) => partAt(part, part.schema, 'items')))
      return items
    },
  }
}

function partAt({ base }: Part, container: Schema, key: string): readonly Part[] {
  const schema = Object.hasOwn(container, key) ? container[key] : undefined
  if (schema === true) return [{ schema: {}, base }]
  return isObject(schema) ? [{ schema, base }] : []
}

/** All that applies to the same instance as these parts do, through references and combinations. */
function applying(schemas: ReadonlyMap<string, Schema>, parts: readonly Part[]): readonly Part[] {
  const found: Part[] = []
  const visit = (schema: Json | undefined, base: string): void => {
    if (!isObject(schema) || found.some((part) => part.schema === schema)) return
    found.push({ schema, base })
    if (typeof schema['$ref'] === 'string') visitReference(schema['$ref'], base)
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) for (const item of (schema[keyword] as readonly Json[] | undefined) ?? []) visit(item, base)
    for (const keyword of ['if', 'then', 'else']) visit(schema[keyword], base)
  }
  const visitReference = (reference: string, base: string): void => {
    const url = new URL(reference, base)
    const steps = url.hash.slice(1).split('/').slice(1)
    url.hash = ''
    visit(
      steps.reduce<Json | undefined>((value, step) => (isObject(value) ? value[step] : undefined), schemas.get(url.href)),
      url.href,
    )
  }
  for (const { schema, base } of parts) visit(schema, base)
  return found
}
