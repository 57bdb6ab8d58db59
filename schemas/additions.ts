import type { Schema } from '../suites/model/contract.ts'
import { isObject, pointerStep } from '../suites/model/json.ts'
import type { Json } from '../suites/model/json.ts'

/** JSON Pointers of properties that no part of the schema knows. */
export type FindUnknown = (schemaId: string, instance: Json) => readonly string[]

/** Finds properties that a provider added since its contract was written. */
export function createFindUnknown(schemas: ReadonlyMap<string, Schema>): FindUnknown {
  const expanded = new WeakMap<Schema, readonly Schema[]>()

  /** A schema and all that applies to the same instance through references and combinations. */
  function applying(schema: Schema, base: string): readonly Schema[] {
    const known = expanded.get(schema)
    if (known !== undefined) return known
    const found: Schema[] = []
    const visit = (part: Json | undefined, from: string): void => {
      if (!isObject(part) || found.includes(part)) return
      found.push(part)
      bases.set(part, from)
      if (typeof part['$ref'] === 'string') visitReference(part['$ref'], from)
      for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
        for (const item of (part[keyword] as readonly Json[] | undefined) ?? []) visit(item, from)
      }
      for (const keyword of ['if', 'then', 'else']) visit(part[keyword], from)
    }
    const visitReference = (reference: string, from: string): void => {
      const url = new URL(reference, from)
      const fragment = url.hash.slice(1)
      url.hash = ''
      const target = fragment
        .split('/')
        .slice(1)
        .reduce<Json | undefined>((value, step) => (isObject(value) ? value[step] : undefined), schemas.get(url.href))
      visit(target, url.href)
    }
    visit(schema, base)
    expanded.set(schema, found)
    return found
  }

  const bases = new WeakMap<Schema, string>()

  function unknownIn(parts: readonly Schema[], instance: Json, at: string): readonly string[] {
    if (Array.isArray(instance)) {
      const items = parts.flatMap((part) => below(part, 'items'))
      return (instance as readonly Json[]).flatMap((item, index) => unknownIn(items, item, `${at}/${index}`))
    }
    if (!isObject(instance)) return []
    const known = parts.filter((part) => isObject(part['properties']))
    if (known.length === 0 || parts.some((part) => part['additionalProperties'] !== undefined || part['patternProperties'] !== undefined)) return []
    return Object.entries(instance).flatMap(([name, value]) => {
      const here = `${at}${pointerStep(name)}`
      const property = known.flatMap((part) => below(part['properties'] as Schema, name, bases.get(part)))
      return property.length === 0 ? [here] : unknownIn(property, value, here)
    })
  }

  function below(part: Schema, key: string, from = bases.get(part)): readonly Schema[] {
    const next = Object.hasOwn(part, key) ? part[key] : undefined
    if (next === true) return [{}]
    return isObject(next) ? applying(next, from ?? '') : []
  }

  return (schemaId, instance) => {
    const schema = schemas.get(schemaId)
    return schema === undefined ? [] : unknownIn(applying(schema, schemaId), instance, '')
  }
}
