import { isKept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasStatus, holds, inExchange } from '../vocabulary/judge.ts'

/** The request is refused; with which status is documented nowhere. */
export function refused(exchange: Exchange): Judgement {
  const { status } = exchange.response
  return inExchange(exchange, holds(status >= 400 && status < 500, 'status', 'a refusal', status))
}

/** The request is refused with this status, which the error repeats as its code. */
export function refusedWith(exchange: Exchange, status: number): Judgement {
  const mismatches = hasStatus(exchange, status)
  return !isKept(mismatches) ? mismatches : equals(exchange, '/code', status)
}
