import { isStarred } from '../../model/masked.ts'
import { judgedAlike } from './constraints.ts'
import type { Memory } from './memory.ts'
import type { Place } from './place.ts'
import { candidatesFor, isPlaceholder } from './typed-placeholders.ts'

/** What is stored in place of a value that stands at a place; `label` says what it is, where its form does not. */
export type StandIn = (value: string, place: Pick<Place, 'schemas' | 'words' | 'label'>, label?: string) => string

/** Gives out placeholders that the schemas of a place judge as they judge the value. Masks and documented words stay as they are. */
export function createStandIn(memory: Memory): StandIn {
  return (value, { label: usual, schemas, words }, label = usual) => {
    if (value.trim() === '' || isStarred(value) || isPlaceholder(value) || words.has(value)) return value
    const known = memory.of(value).find((placeholder) => judgedAlike(schemas, value, placeholder))
    if (known !== undefined) return known
    const candidates = candidatesFor(value, label)
    for (const [index, { family, write }] of candidates.entries()) {
      const last = index === candidates.length - 1
      const wanted = (text: string): boolean => text !== value && (last || judgedAlike(schemas, value, text))
      const placeholder = memory.take(family, value, write, wanted)
      if (placeholder !== undefined) return placeholder
    }
    // a value of one character can be its own shape: nothing of its length says less
    return '0'.repeat(value.length)
  }
}
