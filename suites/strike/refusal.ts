import { all, departs, each, isKept, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { equalsIfThere, hasStatus, holds } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'

/** The answer refuses with this status, and with no other code than this; that it has a code is a clause of its own. */
export function refusedAs(exchange: Exchange, status: number, code: string): Judgement {
  const refused = hasStatus(exchange, status)
  // which status goes with a code is a clause of the code
  if (isKept(isClientError(exchange)) && read(exchange, '/data/code') === code) return kept()
  return isKept(refused) ? all(refused, equalsIfThere(exchange, '/data/code', code)) : refused
}

/** The amount is beyond a limit of the account, which the documents leave open. */
export function isTooHigh({ response }: Exchange): boolean {
  return response.status === 422 && valueAt(response.json, '/data/code') === 'AMOUNT_TOO_HIGH'
}

/** The answer has a status in the 4xx range. */
export function isClientError({ response }: Exchange): Judgement {
  return holds(response.status >= 400 && response.status < 500, 'status', 'in the 4xx range', response.status)
}

/** There is no such resource. */
export function notFound(exchange: Exchange): Judgement {
  return refusedAs(exchange, 404, 'NOT_FOUND')
}

/** The request has no valid identity. */
export function unauthorized(exchange: Exchange): Judgement {
  return refusedAs(exchange, 401, 'UNAUTHORIZED')
}

/** The refusal lists this validation code under the field at a place of the request body. */
export function refusedField(exchange: Exchange, at: string, ...codes: readonly string[]): Judgement {
  const refused = refusedAs(exchange, 400, 'INVALID_DATA')
  if (!isKept(refused)) return refused
  const byField = read(exchange, '/data/validationErrors')
  // that the fields are listed at all is a clause of its own
  if (!isObject(byField)) return refused
  const listed = new Set(fieldNames(at).flatMap((name) => codesUnder(byField, name)))
  if (codes.some((code) => listed.has(code))) return kept()
  const expected = { [fieldNames(at)[0] ?? '']: codes.length === 1 ? (codes[0] as string) : codes }
  return departs({ at: '/data/validationErrors', expected, actual: codesIn(byField), in: exchange })
}

/** The refusal lists errors under no field but these, given by their places in the request body. */
export function blamesOnly(exchange: Exchange, ...places: readonly string[]): Judgement {
  const byField = read(exchange, '/data/validationErrors')
  const names = [...new Set(places.flatMap(fieldNames))]
  return each(isObject(byField) ? Object.keys(byField) : [], (field) =>
    names.includes(field)
      ? kept()
      : departs({ at: '/data/validationErrors', expected: { 'one of': names }, actual: field, in: exchange }),
  )
}

/** How a field may be called: how a nested one is named is not documented. */
function fieldNames(at: string): readonly string[] {
  const steps = at.split('/').slice(1)
  return [...new Set([steps.join('.'), ...steps.toReversed()])]
}

/** A name of a field without what differs between the ways to write it; that it is the name of the field is a clause of its own. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((step) => step !== '')
    .join('.')
}

/** The codes that are listed, field by field. */
function codesIn(byField: JsonObject): Json {
  return Object.fromEntries(Object.keys(byField).map((field) => [field, codesUnder(byField, field)]))
}

/** The codes under a field, however it is written; that several errors are an array, also of one, is for the schema to say. */
function codesUnder(byField: JsonObject, field: string): readonly Json[] {
  const errors = Object.entries(byField).find(([name]) => plainName(name) === plainName(field))?.[1]
  const list = Array.isArray(errors) ? (errors as readonly Json[]) : [errors ?? null]
  return list.flatMap((error) => (isObject(error) ? [error['code'] ?? null] : []))
}
