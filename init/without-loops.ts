import { isObject } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'

/** Keywords whose schemas hold of the value itself, not of a part of it. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'] as const

/** Schemas by file, where none comes back to itself without a step into the value: a validator would never end. */
export function withoutLoops(
  files: ReadonlyMap<string, JsonObject>,
  note: (what: string, where: string) => void,
): ReadonlyMap<string, JsonObject> {
  const open = new Set<string>()
  const done = new Map<string, JsonObject>()

  function visited(file: string): void {
    if (done.has(file)) return
    open.add(file)
    const schema = freed(files.get(file) ?? {})
    open.delete(file)
    done.set(file, schema)
  }

  function freed(schema: JsonObject): JsonObject {
    const { $ref } = schema
    if (typeof $ref === 'string') {
      if (open.has($ref)) {
        note('schemas that come back to themselves are any value at that place', $ref.replace('.json', ''))
        const { $ref: _, ...rest } = schema
        return rest
      }
      visited($ref)
    }
    const parts = inPlace.filter((keyword) => schema[keyword] !== undefined)
    return {
      ...schema,
      ...Object.fromEntries(parts.map((keyword) => [keyword, freedIn(schema[keyword] as Json)])),
    }
  }

  function freedIn(value: Json): Json {
    if (Array.isArray(value)) return (value as readonly Json[]).map(freedIn)
    return isObject(value) ? freed(value) : value
  }

  for (const file of files.keys()) visited(file)
  return new Map([...files.keys()].map((file) => [file, done.get(file) as JsonObject]))
}
