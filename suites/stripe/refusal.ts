import { all, isKept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, equalsIfThere, hasStatus, isAbsent, isOneOf } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'

/** What tells one refusal from another: status, type, code and parameter, never a message. */
export interface Refusal {
  readonly status: number
  readonly type: string
  readonly code?: string
  readonly declineCode?: string
  readonly param?: string
}

/** The answer refuses for no other reason than this; that an error has a type, and names its parameter, are clauses of their own. */
export function refusedAs(exchange: Exchange, { status, type, code, declineCode, param }: Refusal): Judgement {
  const refused = hasStatus(exchange, status)
  if (!isKept(refused)) return refused
  return all(
    refused,
    equalsIfThere(exchange, '/error/type', type),
    code === undefined ? nothing : equals(exchange, '/error/code', code),
    declineCode === undefined ? nothing : equals(exchange, '/error/decline_code', declineCode),
    param === undefined ? nothing : equalsIfThere(exchange, '/error/param', param),
  )
}

/** The request was unacceptable, because of this parameter where one is named. */
export function refusedAsInvalid(exchange: Exchange, param?: string): Judgement {
  return refusedAs(exchange, { status: 400, type: 'invalid_request_error', ...(param === undefined ? {} : { param }) })
}

/** The object named in the path does not exist. */
export function refusedAsMissing(exchange: Exchange, param?: string): Judgement {
  return refusedAs(exchange, { status: 404, type: 'invalid_request_error', ...(param === undefined ? {} : { param }) })
}

/** The card was not fit to be charged. */
export function refusedAsCard(exchange: Exchange, code?: string, declineCode?: string): Judgement {
  return refusedAs(exchange, {
    status: 402,
    type: 'card_error',
    ...(code === undefined ? {} : { code }),
    ...(declineCode === undefined ? {} : { declineCode }),
  })
}

/** No valid key, which is no parameter's fault; the clause of authentication errors tells the two types apart. */
export function refusedAsUnauthorized(exchange: Exchange): Judgement {
  return all(
    hasStatus(exchange, 401),
    read(exchange, '/error/type') === undefined
      ? nothing
      : isOneOf(exchange, '/error/type', ['authentication_error', 'invalid_request_error']),
    isAbsent(exchange, '/error/param'),
  )
}
