import { isKept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equalsIfThere, hasStatus, holds, inExchange } from '../vocabulary/judge.ts'

/** The request is refused; with which status is documented nowhere. */
export function refused(exchange: Exchange): Judgement {
  const { status } = exchange.response
  return inExchange(exchange, holds(status >= 400 && status < 500, 'status', 'a refusal', status))
}

/** The request is refused with this status, which the error repeats as its code; that it has one is a clause of its own. */
export function refusedWith(exchange: Exchange, status: number): Judgement {
  const mismatches = hasStatus(exchange, status)
  return !isKept(mismatches) ? mismatches : equalsIfThere(exchange, '/code', status)
}
