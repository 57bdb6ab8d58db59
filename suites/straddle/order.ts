import { departs, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { compareInstants } from '../../model/instant.ts'

export type Order = 'asc' | 'desc'

/** Negative where the first of two values comes first in an ascending list. Instants are compared as instants. */
function compare(left: number | string, right: number | string): number {
  return compareInstants(left, right) ?? (left < right ? -1 : left > right ? 1 : 0)
}

/** Values stand in an order. Equal neighbours show nothing of it, and neither does a single value. */
export function inOrder(
  values: readonly (number | string)[],
  order: Order,
  placeOf: (index: number) => string,
): Judgement {
  const steps = values.slice(1).map((value, index) => compare(values[index] as number | string, value))
  const wrong = steps.findIndex((step) => (order === 'asc' ? step > 0 : step < 0))
  if (wrong === -1) return kept(steps.filter((step) => step !== 0).length)
  return departs({
    at: placeOf(wrong + 1),
    expected: `${order === 'asc' ? 'not below' : 'not above'} ${values[wrong]}`,
    actual: values[wrong + 1] as number | string,
  })
}
