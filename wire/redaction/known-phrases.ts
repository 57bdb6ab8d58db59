import { ownCopy } from './own-copy.ts'
import { isNumeric } from './skeleton.ts'

/** Values that were seen at a place that tells what they are, to be found again in texts that do not. */
export interface KnownPhrases {
  learn(value: string): void
  /** The value that a text as a whole says, however short it is, and whatever case and separators it is written with. */
  find(text: string): string | undefined
  /** The same, of those that are looked for inside of texts. */
  findSought(text: string): string | undefined
  /** How many there have been. */
  readonly size: number
  /** How many there have been that are looked for inside of texts, to tell whether one is new. */
  readonly count: number
  /** Replaces values in a text by `write`, which is told how each is written there, and what stands between them by `between`. */
  replace(text: string, write: (value: string, found: string) => string, between?: (text: string) => string): string
}

/** A value, and what it has before its first word and after its last one. */
interface Phrase {
  readonly value: string
  readonly lead: string
  readonly trail: string
}

/** Values that were learned one after the other, and are forgotten together. */
interface Generation {
  /** By their words. */
  readonly phrases: Map<string, Phrase>
  /** Long ones by the words that they begin with, the youngest one first. */
  readonly beginnings: Map<string, readonly Phrase[]>
  /** How many words values have that begin with this one. */
  readonly lengths: Map<string, Set<number>>
}

/** Of two generations; the older one is forgotten for a new one, so that a long run's memory stays flat. */
const mostInOne = 10_000
const shortest = 6
/** Longer values are found by the words that they begin with, and stand as far as the text goes on like them. */
const mostWords = 12
/** Of values that begin alike, so many are told apart. */
const mostAlike = 50
const words = /[\p{L}\p{M}\p{Nd}]+/gu
const none: ReadonlySet<number> = new Set()

/** Learns values; those that our own words or the provider's could be are not looked for inside of texts. */
export function createKnownPhrases(isVocabulary: (word: string) => boolean, most = mostInOne): KnownPhrases {
  /** The youngest one first. */
  let generations: readonly Generation[] = []
  let count = 0
  let size = 0

  function youngest(): Generation {
    const [young] = generations
    if (young !== undefined && young.phrases.size < most) return young
    const next: Generation = { phrases: new Map(), beginnings: new Map(), lengths: new Map() }
    generations = [next, ...generations.slice(0, 1)]
    return next
  }

  function phraseOf(key: string): Phrase | undefined {
    for (const { phrases } of generations) {
      const phrase = phrases.get(key)
      if (phrase !== undefined) return phrase
    }
    return undefined
  }

  /** Whether a value is looked for inside of texts: it is not where it is too short, or all of it could be ours. */
  function isSought(value: string, inIt: readonly string[]): boolean {
    return (
      value.length >= shortest && (isNumeric(value) || inIt.some((word) => !isVocabulary(word) && !/^\d+$/.test(word)))
    )
  }

  /** How many words the longest value has that begins at a word of a text. */
  function longestAt(said: readonly string[], at: number): number {
    let longest = 0
    for (const { lengths, phrases, beginnings } of generations) {
      for (const length of lengths.get(said[at] as string) ?? none) {
        if (length <= longest || at + length > said.length) continue
        const key = keyOf(said.slice(at, at + length))
        if (phrases.has(key) || beginnings.has(key)) longest = length
      }
    }
    return longest
  }

  /** The value that begins at a word of a text, and how many of its words stand there; of several the one that the text says most of. */
  function standingAt(said: readonly string[], at: number): readonly [phrase: Phrase, length: number] | undefined {
    const least = longestAt(said, at)
    if (least === 0) return undefined
    const key = keyOf(said.slice(at, at + least))
    const whole = phraseOf(key)
    let best = whole && ([whole, least] as const)
    for (const { beginnings } of generations) {
      for (const phrase of beginnings.get(key) ?? []) {
        const length = alikeAt(said, at, phrase)
        const isBetter = length === best?.[1] ? phrase.value.length < best[0].value.length : length > (best?.[1] ?? 0)
        if (isBetter) best = [phrase, length]
      }
    }
    return best
  }

  return {
    get size() {
      return size
    },
    get count() {
      return count
    },
    learn(value) {
      const all = wordsIn(value)
      const key = all.length > 0 ? keyOf(all) : value
      if (phraseOf(key) !== undefined) return
      const { phrases, beginnings, lengths } = youngest()
      const kept = phraseFrom(ownCopy(value))
      phrases.set(ownCopy(key), kept)
      size += 1
      const [first] = all
      if (first === undefined || !isSought(value, all)) return
      count += 1
      const length = Math.min(all.length, mostWords)
      if (length < all.length) {
        const beginning = ownCopy(keyOf(all.slice(0, length)))
        beginnings.set(beginning, [kept, ...(beginnings.get(beginning) ?? [])].slice(0, mostAlike))
      }
      lengths.set(ownCopy(first), (lengths.get(first) ?? new Set<number>()).add(length))
    },
    find(text) {
      if (size === 0) return undefined
      const all = wordsIn(text)
      return phraseOf(all.length > 0 ? keyOf(all) : text)?.value
    },
    findSought(text) {
      const all = wordsIn(text)
      const value = size === 0 ? undefined : phraseOf(keyOf(all))?.value
      return value !== undefined && isSought(value, all) ? value : undefined
    },
    replace(text, write, between = (kept) => kept) {
      if (count === 0) return between(text)
      const found = [...text.matchAll(words)]
      const said = found.map(([word]) => word.toLowerCase())
      let redacted = ''
      let done = 0
      for (let at = 0; at < said.length; at += 1) {
        const standing = standingAt(said, at)
        if (standing === undefined) continue
        const [phrase, length] = standing
        const last = found[at + length - 1] as RegExpExecArray
        const first = found[at] as RegExpExecArray
        const [start, end] = widened(text, phrase, first.index, last.index + last[0].length, done)
        redacted += between(text.slice(done, start)) + write(phrase.value, text.slice(start, end))
        done = end
        at += length - 1
      }
      return redacted + between(text.slice(done))
    },
  }
}

/** How many words a text says from here on as a value says them from its beginning. */
function alikeAt(said: readonly string[], at: number, { value }: Phrase): number {
  let count = 0
  for (const [word] of value.matchAll(words)) {
    if (word.toLowerCase() !== said[at + count]) break
    count += 1
  }
  return count
}

function wordsIn(text: string): readonly string[] {
  return (text.match(words) ?? []).map((word) => word.toLowerCase())
}

function keyOf(said: readonly string[]): string {
  return said.join(' ')
}

function phraseFrom(value: string): Phrase {
  const found = [...value.matchAll(words)]
  const last = found.at(-1)
  return {
    value,
    lead: value.slice(0, found[0]?.index),
    trail: last === undefined ? '' : value.slice(last.index + last[0].length),
  }
}

/** Where a value begins and ends in a text, with what it has before its first word and after its last one. */
function widened(
  text: string,
  { lead, trail }: Phrase,
  start: number,
  end: number,
  least: number,
): readonly [number, number] {
  const from = start - lead.length
  return [
    from >= least && text.startsWith(lead, from) ? from : start,
    text.startsWith(trail, end) ? end + trail.length : end,
  ]
}
