import { isObject } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'

/** An object with the values of another one where they are of another type than there. */
export function ofOneType(expected: Json, actual: Json): Json {
  if (!isObject(expected) || !isObject(actual)) return actual
  return Object.fromEntries(
    Object.entries(actual).map(([name, value]) => {
      const before = expected[name]
      return [name, before !== undefined && typeof before !== typeof value ? before : value]
    }),
  )
}
