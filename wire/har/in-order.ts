/** What tells the place of an exchange among the others. */
export interface Timed {
  readonly id: number
  /** Id of the last exchange that was complete when this one began. */
  readonly after: number | undefined
  readonly startedAt: number
  readonly durationMs: number
}

/** Numbers exchanges in the order in which they were complete, which our own recordings keep, and says what each one came after. */
export function inOrder<Some extends Timed>(exchanges: readonly Some[], own: boolean): readonly Some[] {
  if (own) return renumbered(exchanges)
  const sorted = exchanges.toSorted((a, b) => endOf(a) - endOf(b))
  return sorted.map((exchange, index) => ({
    ...exchange,
    id: index + 1,
    after: Math.min(index, countEndedBy(sorted, exchange.startedAt)),
  }))
}

function endOf({ startedAt, durationMs }: Timed): number {
  return startedAt + durationMs
}

/** How many of the exchanges, sorted by their end, had ended at a time. */
function countEndedBy(sorted: readonly Timed[], time: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(sorted[middle] as Timed) <= time) low = middle + 1
    else high = middle
  }
  return low
}

/** New numbers without gaps; an exchange whose predecessor is not here comes after the nearest one that is. */
function renumbered<Some extends Timed>(exchanges: readonly Some[]): readonly Some[] {
  const numbers = new Map<number, number>()
  return exchanges.map((exchange, index) => {
    const { after } = exchange
    numbers.set(exchange.id, index + 1)
    return {
      ...exchange,
      id: index + 1,
      after: after === undefined || after === 0 ? after : (numbers.get(after) ?? 0),
    }
  })
}
