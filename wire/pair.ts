import type { Release } from './places.ts'

/** Two requests that have to be under way at the same time: whichever comes first takes the places of both. */
export interface Pair {
  /** A place for one of the two requests; undefined where none is left. */
  place(take: () => Promise<readonly Release[]>): Promise<Release | undefined>
  /** Gives back a place that was taken for a request which never came. */
  close(): void
}

export function createPair(): Pair {
  let taken: Promise<readonly Release[]> | undefined
  let used = 0
  return {
    async place(take) {
      taken ??= take()
      const index = used
      used += 1
      return (await taken)[index]
    },
    close() {
      void freeUnused()
    },
  }

  async function freeUnused(): Promise<void> {
    for (const release of (await taken)?.slice(used) ?? []) release()
  }
}
