import { isObject, pointerStep } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'

/** An object of the API and where it stands in a body. */
export interface Placed {
  readonly at: string
  readonly object: JsonObject
}

/** Every object of a kind (by its `object`), however deep; of every kind where none is named. */
export function objectsIn(body: Json | undefined, kind?: string, at = ''): readonly Placed[] {
  if (Array.isArray(body))
    return (body as readonly Json[]).flatMap((item, index) => objectsIn(item, kind, `${at}/${index}`))
  if (!isObject(body)) return []
  const own =
    typeof body['object'] === 'string' && (kind === undefined || body['object'] === kind) ? [{ at, object: body }] : []
  return [
    ...own,
    ...Object.entries(body).flatMap(([name, value]) => objectsIn(value, kind, `${at}${pointerStep(name)}`)),
  ]
}
