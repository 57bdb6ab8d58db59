/** Several texts as one key, which no other texts have. */
export function keyOf(...texts: readonly string[]): string {
  let key = ''
  for (const text of texts) key += `${text.length}:${text}`
  return key
}

/** Remembers so many things and forgets the one that was noted first. */
export interface Memory<T> {
  get(key: string): T | undefined
  note(key: string, thing: T): void
  forget(key: string): void
  keys(): Iterable<string>
  values(): Iterable<T>
}

export function createMemory<T>(most: number): Memory<T> {
  const things = new Map<string, T>()
  return {
    get: (key) => things.get(key),
    note(key, thing) {
      if (things.size >= most && !things.has(key)) {
        const [oldest] = things.keys()
        if (oldest !== undefined) things.delete(oldest)
      }
      things.set(key, thing)
    },
    forget: (key) => void things.delete(key),
    keys: () => things.keys(),
    values: () => things.values(),
  }
}
