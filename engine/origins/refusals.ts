import { isAbsent } from '../absent.ts'
import { expectsRefusal, isRefusal, isSuccess, propertyOf, statusesIn } from './origin.ts'
import type { Origin, Rule } from './origin.ts'
import { familyOf, idsInPath, operationOf, parameterOf } from './paths.ts'

/** Operations of one part of the API that are not there. */
export const absentOperation: Rule = ({ row, finding, exchange, present }) => {
  if (finding.at !== 'status' || !isAbsent(finding.actual)) return undefined
  if (exchange === undefined)
    return row.id.endsWith('.answers')
      ? { key: `absent ${row.id}`, title: 'The server lacks', name: row.id }
      : undefined
  const isKnown = row.id.endsWith('.answers') || !present.has(operationOf(exchange))
  if (!isKnown || !statusesIn(finding.expected).some(isSuccess)) return undefined
  return { key: `absent ${familyOf(exchange)}`, title: 'The server lacks', name: operationOf(exchange) }
}

/** One account sees or changes what belongs to another one. */
export const sharedAccounts: Rule = ({ finding }) =>
  /\/isolation\//.test(finding.by) ? { key: 'accounts', title: 'Accounts are not isolated from each other' } : undefined

/** Idempotency keys, whose every gap comes from how the server keeps them. */
export const idempotencyKeys: Rule = ({ row, finding }) =>
  /idempot/i.test(row.id) || /\/matrix\/keys\//.test(finding.by)
    ? { key: 'idempotency', title: 'Idempotency keys do not work as documented' }
    : undefined

/** Requests that succeed although they have to be refused. */
export const missingRefusal: Rule = ({ finding, exchange }) => {
  const expected = statusesIn(finding.expected)
  if (finding.at !== 'status' || !isSuccess(finding.actual) || !expectsRefusal(finding.expected)) return undefined
  if (expected.includes(401))
    return { key: 'credentials', title: 'The server accepts requests without valid credentials' }
  if (expected.length > 0 && expected.every((status) => status === 404 || status === 410))
    return { key: 'unknown ids', title: 'The server answers for objects that do not exist' }
  const says = exchange === undefined || exchange.request.body !== '' || exchange.request.path.includes('?')
  return says ? unvalidated : { key: 'states', title: 'The server allows what the state of an object forbids' }
}

export const unvalidated: Origin = { key: 'validation', title: 'The server does not validate parameters' }

/** A value of the wrong type, which a request had brought that was to be refused: the same one, or an earlier one to the same object. */
export const repeatedNonsense: Rule = ({ finding, exchange, spoiled }) => {
  const name = propertyOf(finding)
  if (finding.expected !== 'type integer' || name === undefined || exchange === undefined) return undefined
  const sent = parameterOf(exchange, name)
  if (sent !== undefined && !/^-?\d+$/.test(sent)) return unvalidated
  return idsInPath(exchange).some((id) => spoiled.has(id)) ? unvalidated : undefined
}

/** Requests that are refused with another status than the documented one. */
export const otherRefusal: Rule = ({ finding }) => {
  const expected = statusesIn(finding.expected)
  if (finding.at !== 'status' || !isRefusal(finding.actual) || expected.length === 0) return undefined
  if (!expectsRefusal(finding.expected)) return undefined
  return {
    key: `refused with ${String(finding.actual)}`,
    title: `Requests are refused with ${String(finding.actual)} where another status is documented`,
  }
}

/** Requests that are refused although nothing is wrong with them, and other statuses. */
export const otherStatus: Rule = ({ finding, exchange }) => {
  const expected = statusesIn(finding.expected)
  if (finding.at !== 'status' || typeof finding.actual !== 'number') return undefined
  if (expected.length === 0 && typeof finding.expected !== 'string') return undefined
  const operation = exchange === undefined ? 'The server' : operationOf(exchange)
  if (isRefusal(finding.actual) && expected.some(isSuccess))
    return { key: `refuses ${operation}`, title: `${operation} refuses requests that it has to accept` }
  const wanted = expected.length > 0 ? expected.join(' or ') : finding.expected
  return {
    key: `status ${operation} ${finding.actual}`,
    title: `${operation} answers ${finding.actual} in place of ${String(wanted)}`,
  }
}
