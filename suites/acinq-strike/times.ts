import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { holds } from '../vocabulary/judge.ts'
import { numberAt } from '../vocabulary/read.ts'

/** Clocks of ours and of a service differ by so much at most. */
const toleranceMs = 300_000

/** Epoch time of either unit in milliseconds: ten digits are seconds. */
function inMilliseconds(time: number): number {
  return time < 100_000_000_000 ? time * 1000 : time
}

/** A time of an answer in milliseconds. */
export function timeAt(exchange: Exchange, at: string): number {
  return inMilliseconds(numberAt(exchange, at))
}

/** A time of an answer is a moment of the target's own clock. */
export function isAbout(exchange: Exchange, at: string, moment: number): Judgement {
  const time = timeAt(exchange, at)
  return holds(
    Math.abs(time - moment) <= toleranceMs,
    at,
    `about ${new Date(moment).toISOString()}`,
    numberAt(exchange, at),
  )
}
