import { isObject, pointerStep } from '../../../model/json.ts'
import type { Json, JsonObject } from '../../../model/json.ts'

/** An object of the API and where it stands in a body. */
export interface Placed {
  readonly at: string
  readonly object: JsonObject
}

const known = new WeakMap<object, readonly Placed[]>()

/** Every object of a kind (by its `object`), however deep; of every kind where none is named. Each body is walked once. */
export function objectsIn(body: Json | undefined, kind?: string): readonly Placed[] {
  if (typeof body !== 'object' || body === null) return []
  const placed = known.get(body) ?? placedIn(body)
  known.set(body, placed)
  return kind === undefined ? placed : placed.filter(({ object }) => object['object'] === kind)
}

function placedIn(body: Json): readonly Placed[] {
  const placed: Placed[] = []
  const walk = (value: Json, at: string): void => {
    if (Array.isArray(value))
      for (const [index, item] of (value as readonly Json[]).entries()) walk(item, `${at}/${index}`)
    if (!isObject(value)) return
    if (typeof value['object'] === 'string') placed.push({ at, object: value })
    for (const [name, inner] of Object.entries(value))
      if (typeof inner === 'object' && inner !== null) walk(inner, `${at}${pointerStep(name)}`)
  }
  walk(body, '')
  return placed
}
