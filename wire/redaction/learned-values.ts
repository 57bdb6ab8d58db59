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
const words = /[\p{L}\p{Nd}]+/gu

/** Learns values; those that our own words or the provider's could be are not looked for inside of texts. */
export function createLearnedValues(isVocabulary: (word: string) => boolean): LearnedValues {
  const known = new Set<string>()
  /** How many values to look for have a length, by the first word in them and where that word begins. */
  const lookups = new Map<string, Map<number, Map<number, number>>>()
  let count = 0

  function isDistinctive(value: string): boolean {
    if (value.length < shortest) return false
    if (isNumeric(value)) return true
    return (value.match(words) ?? []).some((word) => !isVocabulary(word) && !/^\d+$/.test(word))
  }

  function index(value: string): void {
    const first = /[\p{L}\p{Nd}]+/u.exec(value)
    if (first === null) return
    const lookup = lookups.get(first[0]) ?? new Map<number, Map<number, number>>()
    const lengths = lookup.get(first.index) ?? new Map<number, number>()
    lengths.set(value.length, (lengths.get(value.length) ?? 0) + 1)
    lookups.set(first[0], lookup.set(first.index, lengths))
  }

  /** What is known no more is not looked for either, so that a long run's memory stays flat. */
  function forget(value: string): void {
    known.delete(value)
    const first = /[\p{L}\p{Nd}]+/u.exec(value)
    const lookup = first === null ? undefined : lookups.get(first[0])
    const lengths = lookup?.get(first?.index ?? 0)
    const left = (lengths?.get(value.length) ?? 0) - 1
    if (first === null || lookup === undefined || lengths === undefined || left < 0 || !isDistinctive(value)) return
    if (left > 0) lengths.set(value.length, left)
    else lengths.delete(value.length)
    if (lengths.size === 0) lookup.delete(first.index)
    if (lookup.size === 0) lookups.delete(first[0])
  }

  function valueAround(
    text: string,
    word: string,
    at: number,
  ): { readonly value: string; readonly start: number } | undefined {
    for (const [offset, lengths] of lookups.get(word) ?? []) {
      const start = at - offset
      for (const length of lengths.keys()) {
        const value = text.slice(start, start + length)
        if (start >= 0 && known.has(value) && endsAt(text, start + length)) return { value, start }
      }
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
      known.add(value)
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

function endsAt(text: string, end: number): boolean {
  return end >= text.length || !/[\p{L}\p{Nd}]/u.test(text[end] as string)
}
