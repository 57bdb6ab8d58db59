import type { Operation } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, kept, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'

/** Whether a request that the description does not allow was refused. */
export function refused(exchange: Exchange): Judgement {
  const { status } = exchange.response
  if (status < 300) return departs({ at: 'status', expected: 'a refusal (4xx)', actual: status, in: exchange })
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

/** Whether a request that the description allows had a documented success. A refusal can have reasons that no schema tells. */
export function succeeds({ answers, pathParameters }: Operation, exchange: Exchange): Judgement {
  const { status } = exchange.response
  if (Object.hasOwn(answers, String(status)) && status < 300) return kept()
  const successes = Object.keys(answers).filter((one) => one.startsWith('2'))
  const expected = successes.length === 0 ? 'a success' : { 'one of': successes.map(Number) }
  const absent = status === 404 || status === 405 || status === 501
  if (status < 300 ? !successes.includes('2XX') : absent)
    return departs({ at: 'status', expected, actual: status, in: exchange })
  if (status < 300) return kept()
  const about = pathParameters.length === 0 ? '' : ', or what it is about'
  return unobservable(`the request${about} is refused with ${status}`)
}
