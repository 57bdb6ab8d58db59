/** What tells the place of an exchange among the others. */
export interface Timed {
  readonly id: number
  /** Id of the last exchange that was complete when this one began. */
  readonly after: number | undefined
  readonly startedAt: number
  readonly durationMs: number
  /** When the target says that it answered, in milliseconds. */
  readonly servedAt?: number | undefined
}

/** Times are cut off to milliseconds, so that a request can seem to begin before the answer to the one before it was complete. */
const rounding = 1

/** Numbers exchanges in the order in which they were complete, which our own recordings keep, and says what each one came after. */
export function inOrder<Some extends Timed>(exchanges: readonly Some[], own: boolean): readonly Some[] {
  if (own) return renumbered(exchanges)
  if (isClockWrong(exchanges)) return exchanges.map((exchange, index) => ({ ...exchange, id: index + 1, after: index }))
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

/** The recorder's clock was set back on the way: its times go back where those of the target, in the order of the file, do not. */
function isClockWrong(asRecorded: readonly Timed[]): boolean {
  let [latest, lastServed, goesBack] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, false]
  for (const { startedAt, servedAt } of asRecorded) {
    if (servedAt === undefined) continue
    if (servedAt < lastServed) return false
    goesBack ||= startedAt < latest - step
    latest = Math.max(latest, startedAt)
    lastServed = servedAt
  }
  return goesBack
}

/** A clock that is set back goes back by more than requests are apart that are written down in the order of their answers. */
const step = 60_000

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
