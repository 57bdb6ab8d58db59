import { isDocumented, judgedAlike } from './constraints.ts'
import { isMasked } from './mask.ts'
import type { Memory } from './memory.ts'
import type { Place } from './place.ts'
import { labelOf } from './telling-names.ts'
import { candidatesFor, isPlaceholder } from './typed-placeholders.ts'

/** What is stored in place of a value that stands at a place. */
export type StandIn = (value: string, place: Place) => string

/** Gives out placeholders that the schemas of a place judge as they judge the value. Masks and documented words stay as they are. */
export function createStandIn(memory: Memory): StandIn {
  return (value, { name, schemas }) => {
    if (value.trim() === '' || isMasked(value) || isPlaceholder(value) || isDocumented(schemas, value)) return value
    const known = memory.of(value).find((placeholder) => judgedAlike(schemas, value, placeholder))
    if (known !== undefined) return known
    const candidates = candidatesFor(value, labelOf(name))
    for (const [index, { family, write }] of candidates.entries()) {
      const last = index === candidates.length - 1
      const placeholder = memory.take(
        family,
        write,
        (text) => text !== value && (last || judgedAlike(schemas, value, text)),
      )
      if (placeholder === undefined) continue
      memory.keep(value, placeholder)
      return placeholder
    }
    // a value of one character can be its own shape: nothing of its length says less
    return '0'.repeat(value.length)
  }
}
