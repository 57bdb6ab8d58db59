import type { Outage } from '../model/finding.ts'
import type { Outcome } from './outcome.ts'

/** Ends a run against a target that is down: so many checks in a row that an outage kept from judging. */
export interface Patience {
  note(outcomes: readonly Outcome[]): void
  /** The outage that used the patience up, or undefined while there is some left. */
  lost(): Outage | undefined
  /** Begins anew: the target is up after all. */
  restore(): void
}

const mostInARow = 5

/** Checks side by side are hit by one outage together, so that each of them counts for as much less. */
export function createPatience(atOnce = 1): Patience {
  const most = mostInARow * atOnce
  let inARow = 0
  let last: Outage | undefined
  return {
    note(outcomes) {
      const outage = outcomes.find((outcome) => outcome.outage !== undefined)?.outage
      // an operation that is asked no more says nothing of whether the target is there
      if (outage === 'given-up') return
      if (outage === 'budget' || outage === 'interrupted') {
        last = outage
        inARow = most
      } else if (outage !== undefined) {
        last = outage
        inARow += 1
      } else if (outcomes.length > 0 && inARow < most) inARow = 0
    },
    lost: () => (inARow >= most ? last : undefined),
    restore() {
      inARow = 0
    },
  }
}
