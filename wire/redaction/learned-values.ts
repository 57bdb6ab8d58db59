import { ownCopy } from './own-copy.ts'
import { isNumeric } from './skeleton.ts'

/** Values that stood where a schema marks them, to be found again where none does: in an error message, say. */
export interface LearnedValues {
  learn(value: string): void
  /** Whether a text as a whole is such a value, however short it is. */
  has(text: string): boolean
  /** How many there have been, to tell whether one is new. */
  readonly count: number
  replace(text: string, write: (value: string) => string): string
}

const most = 20_000
const shortest = 6
/** Above the length of any value. */
const longest = 2 ** 26
const words = /[\p{L}\p{Nd}]+/gu

/** Learns values; those that our own words or the provider's could be are not looked for inside of texts. */
export function createLearnedValues(isVocabulary: (word: string) => boolean): LearnedValues {
  const known = new Set<string>()
  /** How many values to look for have a shape, by the first word in them. */
  const lookups = new Map<string, Map<number, number>>()
  let count = 0

  function isDistinctive(value: string): boolean {
    if (value.length < shortest) return false
    if (isNumeric(value)) return true
    return (value.match(words) ?? []).some((word) => !isVocabulary(word) && !/^\d+$/.test(word))
  }

  function index(value: string): void {
    const { word, shape } = shapeOf(value)
    if (word === undefined) return
    const shapes = lookups.get(word) ?? new Map<number, number>()
    lookups.set(word, shapes.set(shape, (shapes.get(shape) ?? 0) + 1))
  }

  /** What is known no more is not looked for either, so that a long run's memory stays flat. */
  function forget(value: string): void {
    known.delete(value)
    const { word, shape } = shapeOf(value)
    const shapes = word === undefined || !isDistinctive(value) ? undefined : lookups.get(word)
    if (word === undefined || shapes === undefined) return
    const left = (shapes.get(shape) ?? 0) - 1
    if (left > 0) shapes.set(shape, left)
    else shapes.delete(shape)
    if (shapes.size === 0) lookups.delete(word)
  }

  function valueAround(
    text: string,
    word: string,
    at: number,
  ): { readonly value: string; readonly start: number } | undefined {
    for (const shape of lookups.get(word)?.keys() ?? []) {
      const start = at - Math.floor(shape / longest)
      const value = text.slice(start, start + (shape % longest))
      if (start >= 0 && known.has(value) && endsAt(text, start + value.length)) return { value, start }
    }
    return undefined
  }

  return {
    get count() {
      return count
    },
    learn(value) {
      if (known.has(value)) return
      const [oldest] = known
      if (known.size >= most && oldest !== undefined) forget(oldest)
      known.add(ownCopy(value))
      if (!isDistinctive(value)) return
      count += 1
      index(value)
    },
    has: (text) => known.has(text) && !isVocabulary(text),
    replace(text, write) {
      if (lookups.size === 0 || text.length < shortest) return text
      let redacted = ''
      let done = 0
      for (const { 0: word, index: at } of text.matchAll(words)) {
        const found = at < done ? undefined : valueAround(text, word, at)
        if (found === undefined || found.start < done) continue
        redacted += text.slice(done, found.start) + write(found.value)
        done = found.start + found.value.length
      }
      return done === 0 ? text : redacted + text.slice(done)
    },
  }
}

/** The first word of a value, and where it begins and how long the value is, in one number: there are very many. */
function shapeOf(value: string): { readonly word: string | undefined; readonly shape: number } {
  const first = /[\p{L}\p{Nd}]+/u.exec(value)
  return { word: first === null ? undefined : ownCopy(first[0]), shape: (first?.index ?? 0) * longest + value.length }
}

function endsAt(text: string, end: number): boolean {
  return end >= text.length || !/[\p{L}\p{Nd}]/u.test(text[end] as string)
}
