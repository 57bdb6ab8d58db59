/** Items of which the first is always at hand, however many there are. */
export interface Heap<Item> {
  add(item: Item): void
  first(): Item | undefined
  takeFirst(): Item | undefined
  /** Leaves out all that are not kept. */
  keep(isKept: (item: Item) => boolean): void
}

/** A binary heap: adding and taking cost as much as the number of its levels. */
export function createHeap<Item>(isBefore: (one: Item, other: Item) => boolean): Heap<Item> {
  let items: Item[] = []

  const at = (index: number): Item => items[index] as Item

  function swap(one: number, other: number): void {
    const item = at(one)
    items[one] = at(other)
    items[other] = item
  }

  function up(from: number): void {
    for (let index = from; index > 0;) {
      const parent = (index - 1) >> 1
      if (!isBefore(at(index), at(parent))) return
      swap(index, parent)
      index = parent
    }
  }

  function down(from: number): void {
    for (let index = from; ;) {
      const left = 2 * index + 1
      if (left >= items.length) return
      const right = left + 1
      const child = right < items.length && isBefore(at(right), at(left)) ? right : left
      if (!isBefore(at(child), at(index))) return
      swap(index, child)
      index = child
    }
  }

  return {
    add(item) {
      items.push(item)
      up(items.length - 1)
    },
    first: () => items[0],
    takeFirst() {
      const [first] = items
      const last = items.pop()
      if (items.length > 0 && last !== undefined) {
        items[0] = last
        down(0)
      }
      return first
    },
    keep(isKept) {
      items = items.filter(isKept)
      for (let index = (items.length >> 1) - 1; index >= 0; index -= 1) down(index)
    },
  }
}
