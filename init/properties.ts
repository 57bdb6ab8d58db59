import { isObject, pointerSteps } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Document } from './document.ts'
import type { Described } from './operations.ts'

const deepest = 8

/** The schema of an operation's first success with a body. */
export function successOf({ answers }: Described): Json | undefined {
  return Object.entries(answers).find(([status, { schema }]) => status.startsWith('2') && schema !== undefined)?.[1]
    .schema
}

/** The properties that a schema shows, those of all its parts. */
export function propertiesOf(document: Document, schema: Json | undefined, depth = 0): JsonObject {
  const target = document.follow(schema)
  if (!isObject(target) || depth > deepest) return {}
  const parts = Array.isArray(target['allOf']) ? (target['allOf'] as readonly Json[]) : []
  const own = isObject(target['properties']) ? target['properties'] : {}
  const shown = Object.entries(own).filter(([, property]) => !isObject(property) || property['writeOnly'] !== true)
  return Object.assign(
    {},
    ...parts.map((part) => propertiesOf(document, part, depth + 1)),
    Object.fromEntries(shown),
  ) as JsonObject
}

/** The properties that a schema shows at a JSON Pointer. */
export function propertiesAt(document: Document, schema: Json | undefined, pointer: string): JsonObject {
  let here = schema
  for (const step of pointerSteps(pointer)) here = propertiesOf(document, here)[step]
  return propertiesOf(document, here)
}
