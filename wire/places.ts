/** Gives a place back; a second call does nothing. */
export type Release = () => void

/** A limited number of places, handed out in the order in which they were asked for. */
export interface Places {
  /** Waits until so many places are free at the same moment, and takes all of them. */
  take(count: number): Promise<readonly Release[]>
}

export function createPlaces(size: number): Places {
  const waiting: { readonly count: number; readonly go: () => void }[] = []
  let free = size

  function serve(): void {
    for (let [first] = waiting; first !== undefined && first.count <= free; [first] = waiting) {
      waiting.shift()
      free -= first.count
      first.go()
    }
  }

  function release(): Release {
    let held = true
    return () => {
      if (!held) return
      held = false
      free += 1
      serve()
    }
  }

  return {
    take: (asked) =>
      new Promise((resolve) => {
        const count = Math.min(asked, size)
        waiting.push({ count, go: () => resolve(Array.from({ length: count }, release)) })
        serve()
      }),
  }
}
