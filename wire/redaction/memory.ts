import { ownCopy } from './own-copy.ts'

/** The numbers and placeholders that a run has given out, so that the same value has the same one throughout. */
export interface Memory {
  /**
   * A placeholder of a family, if it is as wanted: with the number that the value has in it already, else with the next one, numbered
   * from 1; one that is taken is passed over.
   */
  take(
    family: string,
    value: string,
    write: (number: number) => string,
    wanted: (placeholder: string) => boolean,
  ): string | undefined
  /** Placeholders that stand for a value, the first one given first. */
  of(value: string): readonly string[]
}

interface Given {
  readonly placeholders: string[]
  /** By family. */
  readonly numbers: Map<string, number>
}

/** Beyond this many values the oldest are forgotten, so that a long run's memory stays flat. */
const most = 20_000
/** Short values soon have no placeholder of their shape left; then one is used again. */
const tries = 40
const none: Given = { placeholders: [], numbers: new Map() }

export function createMemory(mostValues = most): Memory {
  const counters = new Map<string, number>()
  const given = new Map<string, Given>()
  const taken = new Set<string>()

  function givenFor(value: string): Given {
    const known = given.get(value)
    if (known !== undefined) return known
    for (const [oldest, forgotten] of given) {
      if (given.size < mostValues) break
      for (const free of forgotten.placeholders) taken.delete(free)
      given.delete(oldest)
    }
    const made: Given = { placeholders: [], numbers: new Map() }
    given.set(ownCopy(value), made)
    return made
  }

  return {
    take(family, value, write, wanted) {
      const last = counters.get(family) ?? 0
      const known = (given.get(value) ?? none).numbers.get(family)
      const next = Array.from({ length: tries }, (_, index) => last + 1 + index)
      const numbers = known === undefined ? next : [known, ...next]
      const own = (given.get(value) ?? none).placeholders
      const fits = (text: string): boolean => !wanted(text) || !taken.has(text) || own.includes(text)
      const number = numbers.find((one) => fits(write(one))) ?? last + tries
      const placeholder = write(number)
      if (!wanted(placeholder)) return undefined
      counters.set(family, Math.max(last, number))
      const { placeholders, numbers: had } = givenFor(value)
      had.set(family, number)
      if (!placeholders.includes(placeholder)) placeholders.push(placeholder)
      taken.add(placeholder)
      return placeholder
    },
    of: (value) => (given.get(value) ?? none).placeholders,
  }
}
