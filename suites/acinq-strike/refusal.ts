import type { Exchange } from '../../model/exchange.ts'
import type { Mismatch } from '../../model/finding.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'

/** The request is refused with this status, which the error repeats as its code. */
export function refusedWith(exchange: Exchange, status: number): readonly Mismatch[] {
  const mismatches = hasStatus(exchange, status)
  return mismatches.length > 0 ? mismatches : equals(exchange, '/code', status)
}
