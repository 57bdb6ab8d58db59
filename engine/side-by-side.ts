import { createPlaces } from '../wire/places.ts'

/**
 * Works on items in their order, so many at once. One that has to be alone begins when all before it have ended, and ends before the
 * next begins. After a failure nothing more is begun; it is thrown when all that was begun has ended.
 */
export async function sideBySide<Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
  isAlone: (item: Item) => boolean = () => false,
): Promise<void> {
  const places = createPlaces(atOnce)
  const begun: Promise<void>[] = []
  let failed = false
  for (const item of items) {
    const taken = await places.take(isAlone(item) ? atOnce : 1)
    if (failed) break
    begun.push(
      work(item)
        .catch((thrown: unknown) => {
          failed = true
          throw thrown
        })
        .finally(() => {
          for (const release of taken) release()
        }),
    )
  }
  await Promise.allSettled(begun)
  await Promise.all(begun)
}
