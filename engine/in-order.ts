/** Says what came of something whose turn was taken before. */
export type Done<Result> = (result: Result) => void

/** Hands results on in the order in which their turns were taken, each as soon as all before it are there. */
export function createInOrder<Result>(take: (result: Result) => void): () => Done<Result> {
  const waiting = new Map<number, Result>()
  let turns = 0
  let next = 0
  return () => {
    const turn = turns
    turns += 1
    return (result) => {
      waiting.set(turn, result)
      for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
        waiting.delete(next)
        next += 1
        take(ready)
      }
    }
  }
}
