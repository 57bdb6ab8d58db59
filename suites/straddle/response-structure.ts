import { all, each, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { compareInstants, millisecondsOf } from '../../model/instant.ts'
import { equals, hasStatus, holds, inExchange, isAbsent, isOneOf, isPresent } from '../vocabulary/judge.ts'
import { listAt, objectAt, read, textAt } from '../vocabulary/read.ts'
import { customerBody } from './bodies.ts'

const farOff = 5 * 60 * 1000
/** Seconds that the clock is moved by: no multiple of what a clock may be cut to. */
const elapsed = 3641
const stamp = '/meta/api_request_timestamp'

const noError = unobservable('the request was not refused')

/** A resource, a list and an error, one after the other. */
interface Shapes {
  readonly object: Exchange
  readonly array: Exchange
  readonly error: Exchange
  /** The target's time before each answer. */
  readonly times: readonly number[]
}

export const responseStructure: readonly Check[] = [
  example<Shapes>('straddle/response-structure/three-shapes', {
    arrange: async (trial) => {
      const body = customerBody(trial)
      const object = await trial.given('createCustomer', { body })
      const before = trial.now()
      const array = await trial.given('listCustomers', { query: { email: String(body['email']) } })
      const error = await trial.call('createCustomer', { body: customerBody(trial, { phone: 'none' }) })
      return { object, array, error, times: [before, trial.now()] }
    },
    judge: {
      'straddle.response.data.payload': ({ object, array }) =>
        all(isPresent(object, '/data'), isPresent(array, '/data/0')),
      'straddle.response.data.absent-on-errors': ({ error }) =>
        error.response.status < 400 ? noError : isAbsent(error, '/data'),
      'straddle.response.error.absent-on-success': ({ object, array }) =>
        all(isAbsent(object, '/error'), isAbsent(array, '/error')),
      'straddle.response.meta.timestamp-is-now': ({ array, times }) => isNow(array, times[0] ?? 0),
      'straddle.response.meta.timestamps-advance': ({ object, array }) =>
        isAfter(array, object, 'not before', (order) => order <= 0),
      'straddle.practice.response-type.tells-shape': (shapes) => tellShape(shapes),
      'straddle.practice.request-id.loggable': ({ object, array, error }) =>
        each([object, array, error], (answer) => isPresent(answer, '/meta/api_request_id')),
      'straddle.practice.data.only-place': ({ object, array }) =>
        all(
          holds(typeof objectAt(object, '/data') === 'object', '/data', 'an object', read(object, '/data')),
          holds(Array.isArray(listAt(array, '/data')), '/data', 'a list', read(array, '/data')),
        ),
    },
  }),
  example('straddle/response-structure/timestamps-follow-the-clock', {
    needs: ['clock'],
    arrange: async (trial) => {
      const first = await trial.given('listCustomers')
      await trial.advance(elapsed)
      return { first, second: await trial.given('listCustomers'), now: trial.now() }
    },
    judge: {
      'straddle.response.meta.timestamp-is-now': ({ first, second, now }) =>
        all(isNow(second, now), isLater(second, first)),
      'straddle.response.meta.timestamps-advance': ({ first, second }) =>
        isAfter(second, first, 'after', (order) => order < 0),
    },
  }),
]

/** That a timestamp tells a time at all is a clause of its own. */
const noTime = unobservable('a timestamp tells no time')

/** Two answers told their times in this order. */
function isAfter(later: Exchange, earlier: Exchange, how: string, isSo: (order: number) => boolean): Judgement {
  const [from, to] = [textAt(earlier, stamp), textAt(later, stamp)]
  const order = compareInstants(from, to)
  return order === undefined ? noTime : holds(isSo(order), stamp, `${how} ${from}`, to)
}

function isNow(exchange: Exchange, now: number): Judgement {
  const time = textAt(exchange, stamp)
  if (Number.isNaN(millisecondsOf(time))) return noTime
  return holds(
    Math.abs(millisecondsOf(time) - now) <= farOff,
    stamp,
    `within five minutes of ${new Date(now).toISOString()}`,
    time,
  )
}

/** As much time lies between two requests as the clock was moved by, to the second that a timestamp may be rounded to. */
function isLater(second: Exchange, first: Exchange): Judgement {
  const [from, to] = [millisecondsOf(textAt(first, stamp)), millisecondsOf(textAt(second, stamp))]
  if (Number.isNaN(from) || Number.isNaN(to)) return noTime
  return inExchange(
    second,
    holds(
      Math.abs(to - from - elapsed * 1000) <= 2000,
      stamp,
      `${elapsed} seconds after ${textAt(first, stamp)}`,
      textAt(second, stamp),
    ),
  )
}

function tellShape({ object, array, error }: Shapes): Judgement {
  return all(
    equals(object, '/response_type', 'object'),
    equals(array, '/response_type', 'array'),
    error.response.status < 400
      ? noError
      : all(isOneOf(error, '/response_type', ['error']), hasStatus(error, 400, 422)),
  )
}
