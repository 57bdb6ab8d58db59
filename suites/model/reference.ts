import type { Schema } from './contract.ts'
import { isObject, valueAt } from './json.ts'
import type { Json } from './json.ts'

/** What a reference of a schema leads to, and the `$id` that references in there are relative to. */
export interface Referred {
  readonly schema: Json | undefined
  readonly base: string
}

/** Follows a reference, `<file>#<JSON Pointer>`, that is relative to a base. */
export function follow(schemas: ReadonlyMap<string, Schema>, reference: string, base: string): Referred {
  const url = new URL(reference, base)
  const pointer = url.hash.slice(1)
  url.hash = ''
  return { schema: valueAt(schemas.get(url.href), pointer), base: url.href }
}

/** A schema itself, or the one that it leads to, be it by several references. */
export function resolve(
  schemas: ReadonlyMap<string, Schema>,
  schema: Schema,
  base: string,
): { readonly schema: Schema; readonly base: string } {
  const reference = schema['$ref']
  if (typeof reference !== 'string') return { schema, base }
  const target = follow(schemas, reference, base)
  if (!isObject(target.schema)) throw new Error(`the reference ${reference} leads nowhere`)
  return resolve(schemas, target.schema, target.base)
}
