import { schemaBase } from '../../schemas/identity.ts'
import type { Contract } from '../../model/contract.ts'
import { isObject } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { applying } from '../../model/reference.ts'
import type { Part } from '../../model/reference.ts'

/** A value without what its schema does not describe, and without members that have no value: absent and null say the same. */
export function documentedPart(
  { schemas, provider }: Contract,
  name: string,
  value: Json | undefined,
): Json | undefined {
  const id = `${schemaBase}${provider.name}/${name}.json`

  const describing = (parts: readonly Part[], keyword: 'properties' | 'items', member?: string): readonly Part[] =>
    parts.flatMap(({ schema, base }) => {
      const found = schema[keyword]
      const described = member === undefined ? found : isObject(found) ? found[member] : undefined
      return isObject(described) ? applying(schemas, [{ schema: described, base }]) : []
    })

  const part = (held: Json, parts: readonly Part[]): Json | undefined => {
    if (held === null) return undefined
    if (Array.isArray(held))
      return (held as readonly Json[]).map((item) => part(item, describing(parts, 'items')) ?? null)
    return isObject(held) ? members(held, parts) : held
  }

  const members = (held: JsonObject, parts: readonly Part[]): JsonObject => {
    // of an object whose members nobody describes, such as metadata, all are kept
    const isOpen = parts.every(({ schema }) => schema['properties'] === undefined)
    return Object.fromEntries(
      Object.entries(held).flatMap(([key, inner]) => {
        const described = describing(parts, 'properties', key)
        const shown = isOpen || described.length > 0 ? part(inner, described) : undefined
        return shown === undefined ? [] : [[key, shown]]
      }),
    )
  }

  return value === undefined ? undefined : part(value, applying(schemas, [{ schema: schemas.get(id), base: id }]))
}
