import { isKept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'

/** The request is refused with this status, which the error repeats as its code. */
export function refusedWith(exchange: Exchange, status: number): Judgement {
  const mismatches = hasStatus(exchange, status)
  return !isKept(mismatches) ? mismatches : equals(exchange, '/code', status)
}
