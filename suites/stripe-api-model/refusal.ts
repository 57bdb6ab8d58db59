import { all, isKept, nothing, reads } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'

/** Refused with this status and, where the answer names a parameter, for this one. */
export function refusedWith(exchange: Exchange, status: number, parameter?: string): Judgement {
  const named = typeof read(exchange, '/error/parameter') === 'string'
  return all(
    hasStatus(exchange, status),
    named && parameter !== undefined ? equals(exchange, '/error/parameter', parameter) : nothing,
  )
}

/** What a reference to something that is not there is answered: 404 and 400 are both readings. */
export function refusedAsUnknown(exchange: Exchange, parameter: string): Judgement {
  if (exchange.response.status === 404) return reads('not-found')
  const mismatches = refusedWith(exchange, 400, parameter)
  return !isKept(mismatches) ? mismatches : reads('bad-request')
}
