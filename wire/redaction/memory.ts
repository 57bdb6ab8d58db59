import { ownCopy } from './own-copy.ts'

/** The numbers and placeholders that a run has given out, so that the same value has the same one throughout. */
export interface Memory {
  /** The next placeholder of a family, numbered from 1, if it is as wanted; one that is taken is passed over. */
  take(family: string, write: (number: number) => string, wanted: (placeholder: string) => boolean): string | undefined
  /** Placeholders that stand for a value, the first one given first. */
  of(value: string): readonly string[]
  keep(value: string, placeholder: string): void
}

/** Beyond this many values the oldest are forgotten, so that a long run's memory stays flat. */
const most = 20_000
/** Short values soon have no placeholder of their shape left; then one is used again. */
const tries = 40

export function createMemory(mostValues = most): Memory {
  const counters = new Map<string, number>()
  const given = new Map<string, readonly string[]>()
  const taken = new Set<string>()
  return {
    take(family, write, wanted) {
      const last = counters.get(family) ?? 0
      const numbers = Array.from({ length: tries }, (_, index) => last + 1 + index)
      const fits = (text: string): boolean => !wanted(text) || !taken.has(text)
      const number = numbers.find((one) => fits(write(one))) ?? last + tries
      const placeholder = write(number)
      if (!wanted(placeholder)) return undefined
      counters.set(family, number)
      return placeholder
    },
    of: (value) => given.get(value) ?? [],
    keep(value, placeholder) {
      for (const [oldest, forgotten] of given) {
        if (given.size < mostValues) break
        for (const free of forgotten) taken.delete(free)
        given.delete(oldest)
      }
      given.set(ownCopy(value), [...(given.get(value) ?? []), placeholder])
      taken.add(placeholder)
    },
  }
}
