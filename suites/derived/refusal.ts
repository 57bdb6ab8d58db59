import type { Operation } from '../../model/contract.ts'
import { answerNameFor } from '../../model/documented-answer.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, kept, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'

/** Whether a request that the description does not allow was refused, and the same without its fault was not. */
export function refused(exchange: Exchange, control: Exchange | undefined): Judgement {
  const { status } = exchange.response
  if (status < 300) return departs({ at: 'status', expected: 'a refusal (4xx)', actual: status, in: exchange })
  if (control !== undefined && control.response.status >= 300)
    return unobservable(`a request without the fault is refused, too, with ${control.response.status}`)
  if (status === 401 || status === 403) return unobservable('the key is refused')
  if (status === 404 || status === 405) return unobservable('the operation is not there')
  return status < 400 ? unobservable('the answer is a redirect') : kept()
}

/** Whether a request without a valid key was refused for that. */
export function unauthorized({ answers }: Operation, exchange: Exchange): Judgement {
  const { status } = exchange.response
  const documented = [401, 403].filter((one) => Object.hasOwn(answers, String(one)))
  const expected = documented.length === 0 ? [401, 403] : documented
  if (expected.includes(status)) return kept()
  const wanted = expected.length === 1 ? (expected[0] as number) : { 'one of': expected }
  if (status < 300 || status === 401 || status === 403)
    return departs({ at: 'status', expected: wanted, actual: status, in: exchange })
  return unobservable('the request is refused for another reason first')
}

/** Whether an id that nothing has was answered as not found. */
export function notFound(exchange: Exchange): Judgement {
  const { status } = exchange.response
  if (status === 404 || status === 410) return kept()
  if (status < 300) return departs({ at: 'status', expected: 404, actual: status, in: exchange })
  return unobservable(`the request is refused with ${status} first`)
}

/** Whether what a request names is there: all of its path, or even what it asks for itself. */
export type Certainty = 'not' | 'of its path' | 'of what is asked for'

/**
 * Whether a request that the description allows had a documented success. A refusal can have reasons that no schema tells:
 * 404 means that the operation is not there only if nothing else can be missing.
 */
export function succeeds(operation: Operation, exchange: Exchange, certain: Certainty): Judgement {
  const { answers, body, queryParameters } = operation
  const { status } = exchange.response
  const name = answerNameFor(operation, status)
  if (status < 300 && name !== undefined) return kept()
  const asked = body !== undefined || queryParameters.some(({ required }) => required)
  const absent =
    status === 405 ||
    status === 501 ||
    (status === 404 && certain !== 'not' && !asked && (certain === 'of what is asked for' || name === undefined))
  if (status >= 300 && !absent) {
    const about = certain === 'not' ? ', or what it is about,' : ''
    return unobservable(`the request${about} is refused with ${status}`)
  }
  const successes = Object.keys(answers).filter((one) => one.startsWith('2'))
  return departs({
    at: 'status',
    expected: successes.length === 0 ? 'a success' : { 'one of': successes.map((one) => Number(one) || one) },
    actual: status,
    in: exchange,
  })
}
