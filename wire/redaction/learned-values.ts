import { ownCopy } from './own-copy.ts'
import { isNumeric } from './skeleton.ts'

/** Values that stood where a schema marks them, to be found again where none does: in an error message, say. */
export interface LearnedValues {
  learn(value: string): void
  /** Whether a text as a whole is such a value, however short it is. */
  has(text: string): boolean
  /** How many there have been that are looked for inside of texts, to tell whether one is new. */
  readonly count: number
  replace(text: string, write: (value: string) => string): string
}

/** Values that were learned one after the other, and are forgotten together. */
interface Generation {
  readonly known: Set<string>
  /**
   * Of those to look for inside of texts, by their first word: where it begins and how long the value is, in one
   * number, as there are very many.
   */
  readonly shapes: Map<string, Set<number>>
}

/** Of two generations; the older one is forgotten for a new one, so that a long run's memory stays flat. */
const mostInOne = 10_000
const shortest = 6
/** Above the length of any value. */
const longest = 2 ** 26
const words = /[\p{L}\p{Nd}]+/gu
const noShapes: ReadonlySet<number> = new Set()
const nothing = { value: '', start: 0 }

/** Learns values; those that our own words or the provider's could be are not looked for inside of texts. */
export function createLearnedValues(isVocabulary: (word: string) => boolean, most = mostInOne): LearnedValues {
  /** The youngest one first. */
  let generations: readonly Generation[] = []
  let count = 0
  const knows = (value: string): boolean => generations.some(({ known }) => known.has(value))

  function youngest(): Generation {
    const [young] = generations
    if (young !== undefined && young.known.size < most) return young
    const next = newGeneration()
    generations = [next, ...generations.slice(0, 1)]
    return next
  }

  /** The words of a value that is looked for inside of texts: none where it is too short, or all of it could be ours. */
  function wordsToFind(value: string): readonly RegExpExecArray[] {
    const inIt = [...value.matchAll(words)]
    const isOwn = isNumeric(value) || inIt.some(([word]) => !isVocabulary(word) && !/^\d+$/.test(word))
    return isOwn && value.length >= shortest ? inIt : []
  }

  /** The longest value whose first word stands at a place of a text. */
  function valueAround(text: string, word: string, at: number, from: number): typeof nothing {
    let found = nothing
    for (const { known, shapes } of generations) {
      for (const shape of shapes.get(word) ?? noShapes) {
        const start = at - Math.floor(shape / longest)
        const value = text.slice(start, start + (shape % longest))
        const isWhole = start >= from && known.has(value) && endsAt(text, start + value.length)
        if (isWhole && value.length > found.value.length) found = { value, start }
      }
    }
    return found
  }

  return {
    get count() {
      return count
    },
    learn(value) {
      if (knows(value)) return
      const { known, shapes } = youngest()
      known.add(ownCopy(value))
      const [first] = wordsToFind(value)
      if (first === undefined) return
      count += 1
      const word = ownCopy(first[0])
      shapes.set(word, (shapes.get(word) ?? new Set<number>()).add(first.index * longest + value.length))
    },
    has: (text) => knows(text) && !isVocabulary(text),
    replace(text, write) {
      let redacted = ''
      let done = 0
      for (const { 0: word, index: at } of text.matchAll(words)) {
        const { value, start } = valueAround(text, word, at, done)
        if (value === '') continue
        redacted += text.slice(done, start) + write(value)
        done = start + value.length
      }
      return redacted + text.slice(done)
    },
  }
}

function newGeneration(): Generation {
  return { known: new Set(), shapes: new Map() }
}

function endsAt(text: string, end: number): boolean {
  return !/^[\p{L}\p{Nd}]/u.test(text.slice(end, end + 2))
}
