import type { Judgement } from '../../model/judgement.ts'
import { holds } from '../vocabulary/judge.ts'

/** So many, and no other number. */
export function times(actual: number, expected: number): Judgement {
  return holds(actual === expected, '', expected, actual)
}

export function atLeast(actual: number, least: number): Judgement {
  return holds(actual >= least, '', `${least} or more`, actual)
}

export function atMost(actual: number, most: number): Judgement {
  return holds(actual <= most, '', `${most} at most`, actual)
}
