import { all, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'

/** Refused with this status and, where the answer names a parameter, for this one. */
export function refusedWith(exchange: Exchange, status: number, parameter?: string): Judgement {
  return all(hasStatus(exchange, status), parameter === undefined ? nothing : named(exchange, parameter))
}

function named(exchange: Exchange, parameter: string): Judgement {
  const at = '/error/parameter'
  return typeof read(exchange, at) === 'string' ? equals(exchange, at, parameter) : nothing
}

/** What a reference to something that is not there is answered: that it is not found, or that the parameter is not valid. */
export function refusedAsUnknown(exchange: Exchange, parameter: string): Judgement {
  return exchange.response.status === 404 ? kept() : all(hasStatus(exchange, 404, 400), named(exchange, parameter))
}
