/** Remembers so many things and forgets the one that was noted first. */
export interface Memory<T> {
  get(key: string): T | undefined
  note(key: string, thing: T): void
  forget(key: string): void
  values(): Iterable<T>
}

export function createMemory<T>(most: number): Memory<T> {
  const things = new Map<string, T>()
  return {
    get: (key) => things.get(key),
    note(key, thing) {
      const [oldest] = things.keys()
      if (things.size >= most && oldest !== undefined && !things.has(key)) things.delete(oldest)
      things.set(key, thing)
    },
    forget: (key) => void things.delete(key),
    values: () => things.values(),
  }
}
