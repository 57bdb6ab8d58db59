import type { Exchange } from '../../model/exchange.ts'

/** Numbers exchanges in the order in which they were complete, which our own recordings keep, and says what each one came after. */
export function inOrder(exchanges: readonly Exchange[], own: boolean): readonly Exchange[] {
  if (own) return renumbered(exchanges)
  const sorted = exchanges.toSorted((a, b) => endOf(a) - endOf(b))
  return sorted.map((exchange, index) => ({
    ...exchange,
    id: index + 1,
    after: Math.min(index, countEndedBy(sorted, exchange.startedAt)),
  }))
}

function endOf({ startedAt, durationMs }: Exchange): number {
  return startedAt + durationMs
}

/** How many of the exchanges, sorted by their end, had ended at a time. */
function countEndedBy(sorted: readonly Exchange[], time: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(sorted[middle] as Exchange) <= time) low = middle + 1
    else high = middle
  }
  return low
}

/** New numbers without gaps; an exchange whose predecessor is not here comes after the nearest one that is. */
function renumbered(exchanges: readonly Exchange[]): readonly Exchange[] {
  const numbers = new Map<number, number>()
  return exchanges.map((exchange, index) => {
    const { after } = exchange
    numbers.set(exchange.id, index + 1)
    return {
      ...exchange,
      id: index + 1,
      ...(after === undefined ? {} : { after: after === 0 ? 0 : (numbers.get(after) ?? 0) }),
    }
  })
}
