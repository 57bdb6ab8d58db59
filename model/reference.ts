import type { Schema } from './contract.ts'
import { isObject, valueAt } from './json.ts'
import type { Json } from './json.ts'

/** What a reference of a schema leads to, and the `$id` that references in there are relative to. */
export interface Referred {
  readonly schema: Json | undefined
  readonly base: string
}

/** A schema, or a part of one, and the `$id` that references in there are relative to. */
export interface Part {
  readonly schema: Schema
  readonly base: string
}

/** Keywords whose subschemas apply to the instance itself. */
const combining = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else'] as const

/** Follows a reference, `<file>#<JSON Pointer>`, that is relative to a base. */
export function follow(schemas: ReadonlyMap<string, Schema>, reference: string, base: string): Referred {
  const url = new URL(reference, base)
  const pointer = url.hash
  url.hash = ''
  return { schema: valueAt(schemas.get(url.href), pointer), base: url.href }
}

/** A schema itself, or the one that it leads to, be it by several references. */
export function resolve(schemas: ReadonlyMap<string, Schema>, schema: Schema, base: string): Part {
  const reference = schema['$ref']
  if (typeof reference !== 'string') return { schema, base }
  const target = follow(schemas, reference, base)
  if (!isObject(target.schema)) throw new Error(`the reference ${reference} leads nowhere`)
  return resolve(schemas, target.schema, target.base)
}

/** All that applies to the same instance as these do, through references and combinations; conditions count as if they held. */
export function applying(schemas: ReadonlyMap<string, Schema>, referred: readonly Referred[]): readonly Part[] {
  const found = new Map<Schema, Part>()
  const visit = ({ schema, base }: Referred): void => {
    if (!isObject(schema) || found.has(schema)) return
    found.set(schema, { schema, base })
    if (typeof schema['$ref'] === 'string') visit(follow(schemas, schema['$ref'], base))
    for (const keyword of combining) for (const item of [schema[keyword]].flat()) visit({ schema: item, base })
  }
  referred.forEach(visit)
  return [...found.values()]
}
