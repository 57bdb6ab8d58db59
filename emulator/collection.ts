/** Objects of one kind in the order in which they were made. */
export interface Collection<Item> {
  get(id: string): Item | undefined
  put(id: string, item: Item): Item
  remove(id: string): boolean
  /** All of them; the list stays as it is when the collection changes. */
  oldestFirst(): readonly Item[]
  newestFirst(): readonly Item[]
  /** Place of an object among the newest first; -1 where there is none of this id. */
  placeOf(id: string): number
  /** Those of one owner, the newest first, without a look at the others; none where the collection knows no owners. */
  of(owner: string): readonly Item[]
  readonly size: number
}

/** An object, and when it was made beside the others. */
interface Kept<Item> {
  item: Item
  readonly order: number
}

export function createCollection<Item>(ownerOf: (item: Item) => string | null = () => null): Collection<Item> {
  const kept = new Map<string, Kept<Item>>()
  const owned = new Map<string, Set<string>>()
  /** In the order of creation, and where in that order each was made. */
  const items: Item[] = []
  const orders: number[] = []
  let made = 0
  let oldest: readonly Item[] | undefined
  let newest: readonly Item[] | undefined

  /** Index of what was made at this point of the order. */
  function indexOf(order: number): number {
    let [low, high] = [0, orders.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((orders[middle] ?? 0) < order) low = middle + 1
      else high = middle
    }
    return low
  }

  function own(id: string, item: Item): void {
    const owner = ownerOf(item)
    if (owner === null) return
    const ids = owned.get(owner) ?? new Set()
    owned.set(owner, ids.add(id))
  }

  function disown(id: string, item: Item): void {
    const owner = ownerOf(item)
    const ids = owner === null ? undefined : owned.get(owner)
    if (owner !== null && ids?.delete(id) === true && ids.size === 0) owned.delete(owner)
  }

  return {
    get: (id) => kept.get(id)?.item,
    put(id, item) {
      oldest = newest = undefined
      const before = kept.get(id)
      if (before === undefined) {
        const entry = { item, order: (made += 1) }
        kept.set(id, entry)
        items.push(item)
        orders.push(entry.order)
        own(id, item)
      } else {
        if (ownerOf(before.item) !== ownerOf(item)) {
          disown(id, before.item)
          own(id, item)
        }
        before.item = item
        items[indexOf(before.order)] = item
      }
      return item
    },
    remove(id) {
      const entry = kept.get(id)
      if (entry === undefined) return false
      oldest = newest = undefined
      disown(id, entry.item)
      const index = indexOf(entry.order)
      items.splice(index, 1)
      orders.splice(index, 1)
      return kept.delete(id)
    },
    oldestFirst: () => (oldest ??= [...items]),
    newestFirst: () => (newest ??= items.toReversed()),
    placeOf(id) {
      const entry = kept.get(id)
      return entry === undefined ? -1 : items.length - 1 - indexOf(entry.order)
    },
    of: (owner) =>
      [...(owned.get(owner) ?? [])]
        .flatMap((id) => kept.get(id) ?? [])
        .toSorted((one, other) => other.order - one.order)
        .map(({ item }) => item),
    get size() {
      return kept.size
    },
  }
}
