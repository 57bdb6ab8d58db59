import { headerOf } from '../../model/exchange.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Mismatch } from '../../model/finding.ts'
import { isObject, pointerStep, sameJson } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { listAt, read } from './read.ts'

/** The response has one of these statuses. */
export function hasStatus(exchange: Exchange, ...statuses: readonly number[]): readonly Mismatch[] {
  const { status } = exchange.response
  if (statuses.includes(status)) return []
  const expected = statuses.length === 1 ? (statuses[0] as number) : { 'one of': statuses }
  return [{ at: 'status', expected, actual: status, in: exchange }]
}

/** A value of the body equals what is expected. */
export function equals(exchange: Exchange, at: string, expected: Json): readonly Mismatch[] {
  const actual = read(exchange, at)
  return sameJson(actual, expected) ? [] : [{ at, expected, actual: actual ?? 'absent', in: exchange }]
}

/** A value of the body is one of those expected. */
export function isOneOf(exchange: Exchange, at: string, expected: readonly Json[]): readonly Mismatch[] {
  const actual = read(exchange, at)
  return expected.some((value) => sameJson(actual, value))
    ? []
    : [{ at, expected: { 'one of': expected }, actual: actual ?? 'absent', in: exchange }]
}

/** The body has no value at this place, or null. */
export function isAbsent(exchange: Exchange, at: string): readonly Mismatch[] {
  const actual = read(exchange, at)
  return actual === undefined || actual === null ? [] : [{ at, expected: 'absent', actual, in: exchange }]
}

/** The body has a value other than null at this place. */
export function isPresent(exchange: Exchange, at: string): readonly Mismatch[] {
  const actual = read(exchange, at)
  return actual === undefined || actual === null ? [{ at, expected: 'present', actual: 'absent', in: exchange }] : []
}

/** A text of the body has a form. */
export function hasForm(exchange: Exchange, at: string, form: RegExp): readonly Mismatch[] {
  const actual = read(exchange, at)
  return typeof actual === 'string' && form.test(actual)
    ? []
    : [{ at, expected: `form ${form.source}`, actual: actual ?? 'absent', in: exchange }]
}

/** A response header has this value. */
export function hasHeader(exchange: Exchange, name: string, expected: string): readonly Mismatch[] {
  const actual = headerOf(exchange.response, name)
  return actual === expected ? [] : [{ at: name, expected, actual: actual ?? 'absent', in: exchange }]
}

/** A list of the body has a number of items that fits. */
export function hasLength(
  exchange: Exchange,
  at: string,
  fits: (length: number) => boolean,
  expected: Json,
): readonly Mismatch[] {
  const { length } = listAt(exchange, at)
  return fits(length) ? [] : [{ at, expected, actual: length, in: exchange }]
}

/** A condition that no other judgement expresses: what was expected and what was there. */
export function holds(condition: boolean, at: string, expected: Json, actual: Json | undefined): readonly Mismatch[] {
  return condition ? [] : [{ at, expected, actual: actual ?? 'absent' }]
}

/** Says of mismatches that do not say so themselves which exchange they are in. */
export function inExchange(exchange: Exchange, mismatches: readonly Mismatch[]): readonly Mismatch[] {
  return mismatches.map((mismatch) => ({ in: exchange, ...mismatch }))
}

/** The second of two bodies says the same as the first, apart from top-level properties that may differ. */
export function sameBody(first: Exchange, second: Exchange, except?: readonly string[]): readonly Mismatch[] {
  const left = without(first.response.json, except)
  const right = without(second.response.json, except)
  return sameJson(left, right) ? [] : inExchange(second, differences(left, right, '').slice(0, 5))
}

function without(body: Json | undefined, except: readonly string[] | undefined): Json | undefined {
  if (!isObject(body)) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => except?.includes(name) !== true))
}

/** Where two JSON values differ, deepest places first found. */
export function differences(left: Json | undefined, right: Json | undefined, at: string): readonly Mismatch[] {
  if (sameJson(left, right)) return []
  if (isObject(left) && isObject(right)) {
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((name) =>
      differences(left[name], right[name], `${at}${pointerStep(name)}`),
    )
  }
  if (Array.isArray(left) && Array.isArray(right) && left.length === right.length) {
    return (left as readonly Json[]).flatMap((item, index) =>
      differences(item, (right as readonly Json[])[index], `${at}/${index}`),
    )
  }
  return [{ at, expected: left ?? 'absent', actual: right ?? 'absent' }]
}
