import { departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Exchange } from '../../model/exchange.ts'
import { sameValue } from '../../model/instant.ts'
import { isObject, ownValue, pointerStep } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { listAt, read } from './read.ts'

/** The response has one of these statuses. Which of several successes it has to be is said by its operation's own clause, once. */
export function hasStatus(exchange: Exchange, ...statuses: readonly number[]): Judgement {
  return isSuccess(exchange.response.status) && statuses.some(isSuccess)
    ? kept()
    : hasExactStatus(exchange, ...statuses)
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300

/** The response has one of these statuses, and no other that means a success as well. */
export function hasExactStatus(exchange: Exchange, ...statuses: readonly number[]): Judgement {
  const { status } = exchange.response
  if (statuses.includes(status)) return kept()
  const expected = statuses.length === 1 ? (statuses[0] as number) : { 'one of': statuses }
  return departs({ at: 'status', expected, actual: status, in: exchange })
}

/** A value of the body equals what is expected. */
export function equals(exchange: Exchange, at: string, expected: Json): Judgement {
  const actual = read(exchange, at)
  // null and absent both say that there is none; which of them it has to be is said by the schema
  const same =
    sameValue(actual, expected) || (expected === null && actual === undefined) || isSameNumber(actual, expected)
  return same ? kept() : departs({ at, expected, actual: actual ?? 'absent', in: exchange })
}

/** A value of the body equals what is expected, where it is there; that it has to be there is for another clause to say. */
export function equalsIfThere(exchange: Exchange, at: string, expected: Json): Judgement {
  const actual = read(exchange, at)
  return actual === undefined || actual === null ? nothing : equals(exchange, at, expected)
}

/**
 * A number is the same one as a text that writes it; which of the two it has to be is said by the schema, too. A decimal may have more
 * zeros at its end.
 */
function isSameNumber(actual: Json | undefined, expected: Json): boolean {
  if (typeof expected === 'number')
    return typeof actual === 'string' && actual.trim() !== '' && Number(actual) === expected
  if (typeof expected !== 'string' || !decimal.test(expected)) return false
  if (typeof actual === 'number') return Number(expected) === actual
  return (
    typeof actual === 'string' &&
    expected.includes('.') &&
    actual.startsWith(expected) &&
    /^0*$/.test(actual.slice(expected.length))
  )
}

const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/** A value of the body is one of those expected. */
export function isOneOf(exchange: Exchange, at: string, expected: readonly Json[]): Judgement {
  const actual = read(exchange, at)
  return expected.some((value) => sameValue(actual, value))
    ? kept()
    : departs({ at, expected: { 'one of': expected }, actual: actual ?? 'absent', in: exchange })
}

/** The body has no value at this place, or null. */
export function isAbsent(exchange: Exchange, at: string): Judgement {
  const actual = read(exchange, at)
  return actual === undefined || actual === null ? kept() : departs({ at, expected: 'absent', actual, in: exchange })
}

/** The body has a value other than null at this place. */
export function isPresent(exchange: Exchange, at: string): Judgement {
  const actual = read(exchange, at)
  return actual === undefined || actual === null
    ? departs({ at, expected: 'present', actual: 'absent', in: exchange })
    : kept()
}

/** A text of the body has a form. */
export function hasForm(exchange: Exchange, at: string, form: RegExp): Judgement {
  const actual = read(exchange, at)
  return typeof actual === 'string' && form.test(actual)
    ? kept()
    : departs({ at, expected: `form ${form.source}`, actual: actual ?? 'absent', in: exchange })
}

/** A response header has this value. */
export function hasHeader(exchange: Exchange, name: string, expected: string): Judgement {
  const actual = headerOf(exchange.response, name)
  return actual === expected ? kept() : departs({ at: name, expected, actual: actual ?? 'absent', in: exchange })
}

/** A list of the body has a number of items that fits. */
export function hasLength(
  exchange: Exchange,
  at: string,
  fits: (length: number) => boolean,
  expected: Json,
): Judgement {
  const { length } = listAt(exchange, at)
  return fits(length) ? kept() : departs({ at, expected, actual: length, in: exchange })
}

/** A condition that no other judgement expresses: what was expected and what was there. */
export function holds(condition: boolean, at: string, expected: Json, actual: Json | undefined): Judgement {
  return condition ? kept() : departs({ at, expected, actual: actual ?? 'absent' })
}

/** Says of mismatches that do not say so themselves which exchange they are in. */
export function inExchange(exchange: Exchange, judgement: Judgement): Judgement {
  if (judgement.says !== 'departs') return judgement
  return { ...judgement, mismatches: judgement.mismatches.map((mismatch) => ({ in: exchange, ...mismatch })) }
}

/** The second of two bodies says the same as the first, apart from top-level properties that may differ. */
export function sameBody(first: Exchange, second: Exchange, except?: readonly string[]): Judgement {
  const left = bodyWithout(first.response.json, except)
  const right = bodyWithout(second.response.json, except)
  return inExchange(second, differences(left, right, ''))
}

function bodyWithout(body: Json | undefined, except: readonly string[] | undefined): Json | undefined {
  if (!isObject(body)) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => except?.includes(name) !== true))
}

/** Where two JSON values differ, deepest places first found. */
export function differences(left: Json | undefined, right: Json | undefined, at: string): Judgement {
  // null and absent both say that there is none; which of them it has to be is said by the schema
  if (sameValue(left, right) || (left ?? null) === (right ?? null)) return kept()
  if (isObject(left) && isObject(right)) {
    return each([...new Set([...Object.keys(left), ...Object.keys(right)])], (name) =>
      differences(ownValue(left, name), ownValue(right, name), `${at}${pointerStep(name)}`),
    )
  }
  if (Array.isArray(left) && Array.isArray(right) && left.length === right.length) {
    return each(left as readonly Json[], (item, index) =>
      differences(item, (right as readonly Json[])[index], `${at}/${index}`),
    )
  }
  return departs({ at, expected: left ?? 'absent', actual: right ?? 'absent' })
}
