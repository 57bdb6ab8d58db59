/** What tells the place of an exchange among the others. */
export interface Timed {
  readonly id: number
  /** Id of the last exchange that was complete when this one began. */
  readonly after: number | undefined
  readonly startedAt: number
  readonly durationMs: number
}

/** Times are cut off to milliseconds, so that a request can seem to begin before the answer to the one before it was complete. */
const rounding = 1

/** Numbers exchanges in the order in which they were complete, which our own recordings keep, and says what each one came after. */
export function inOrder<Some extends Timed>(exchanges: readonly Some[], own: boolean): readonly Some[] {
  if (own) return renumbered(exchanges)
  const begun = exchanges.toSorted((a, b) => a.startedAt - b.startedAt)
  if (isOneAtATime(exchanges, begun))
    return begun.map((exchange, index) => ({ ...exchange, id: index + 1, after: index }))
  const isRecordedInOrder = isInOrder(exchanges, begun)
  const sorted = exchanges.toSorted((a, b) => endOf(a) - endOf(b))
  return sorted.map((exchange, index) => ({
    ...exchange,
    id: index + 1,
    after: Math.min(index, countEndedBy(sorted, exchange.startedAt, isRecordedInOrder)),
  }))
}

/** Whether each request was sent when the one before it was answered; of those that began at one time only the file tells the order. */
function isOneAtATime(asRecorded: readonly Timed[], begun: readonly Timed[]): boolean {
  const isRecordedInOrder = isInOrder(asRecorded, begun)
  let complete = Number.NEGATIVE_INFINITY
  return begun.every((exchange, index) => {
    const follows = isRecordedInOrder || exchange.startedAt !== begun[index - 1]?.startedAt
    const isFree = complete - exchange.startedAt <= rounding
    complete = Math.max(complete, endOf(exchange))
    return follows && isFree
  })
}

function isInOrder(asRecorded: readonly Timed[], begun: readonly Timed[]): boolean {
  return asRecorded.every((exchange, index) => exchange === begun[index])
}

function endOf({ startedAt, durationMs }: Timed): number {
  return startedAt + durationMs
}

/** How many of the exchanges, sorted by their end, had ended before a time, or at it, where the file tells which came first. */
function countEndedBy(sorted: readonly Timed[], time: number, orAtIt: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const end = endOf(sorted[middle] as Timed)
    if (end < time || (orAtIt && end === time)) low = middle + 1
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
