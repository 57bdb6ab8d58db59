import { unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'

/** Judges two requests that were sent together; unobservable where they were not under way at the same time. */
export function underWayTogether(sent: readonly Exchange[], judgement: () => Judgement): Judgement {
  return areTogether(sent) ? judgement() : unobservable('the second request was sent after the first was answered')
}

/** Each was sent, at its only attempt, before the first of them was answered. */
function areTogether(sent: readonly Exchange[]): boolean {
  const firstAnswered = Math.min(...sent.map(({ id }) => id))
  return sent.every(({ after, attempts }) => after !== undefined && after < firstAnswered && attempts.length <= 1)
}
