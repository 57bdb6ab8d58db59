import type { Exchange } from '../../model/exchange.ts'
import type { Judgement, Mismatch } from '../../model/finding.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'

/** Refused with this status and, where the answer names a parameter, for this one. */
export function refusedWith(exchange: Exchange, status: number, parameter?: string): readonly Mismatch[] {
  const named = typeof read(exchange, '/error/parameter') === 'string'
  return [
    ...hasStatus(exchange, status),
    ...(named && parameter !== undefined ? equals(exchange, '/error/parameter', parameter) : []),
  ]
}

/** What a reference to something that is not there is answered: 404 and 400 are both readings. */
export function refusedAsUnknown(exchange: Exchange, parameter: string): Judgement {
  if (exchange.response.status === 404) return { reading: 'not-found' }
  const mismatches = refusedWith(exchange, 400, parameter)
  return mismatches.length > 0 ? mismatches : { reading: 'bad-request' }
}
