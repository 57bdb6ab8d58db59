import { compareInstants } from '../../model/instant.ts'
import type { Json } from '../../model/json.ts'

const day = /^\d{4}-\d\d-\d\d$/

/** Numbers as numbers, days as days, instants as instants; undefined for what has no order that everybody agrees on. */
export function compareValues(left: Json | undefined, right: Json | undefined): number | undefined {
  const [one, other] = [numberIn(left), numberIn(right)]
  if (one !== undefined && other !== undefined) return one - other
  if (typeof left === 'string' && typeof right === 'string' && day.test(left) && day.test(right))
    return left < right ? -1 : Number(left > right)
  return compareInstants(left, right)
}

function numberIn(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^-?\d{1,15}(?:\.\d{1,10})?$/.test(value) ? Number(value) : undefined
}
