import type { Exchange } from '../../../model/exchange.ts'
import { all, departs, kept, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { sameJson } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import { differences, hasStatus, inExchange, sameBody } from '../../vocabulary/judge.ts'
import { read } from '../../vocabulary/read.ts'

/** A repeat answers what the first request was answered. */
export const sameAnswer = (first: Exchange, repeat: Exchange): Judgement =>
  all(hasStatus(repeat, first.response.status), sameBody(first, repeat))

/** What requests could have changed is as it was. */
export function unchanged(before: Json | undefined, after: Json | undefined, latest: Exchange): Judgement {
  if (before === undefined || before === 0) return nothing
  return inExchange(latest, differences(before, after, ''))
}

/** Both answers are about one object. */
export function sameId(first: Exchange, repeat: Exchange, id: string): Judgement {
  const [own, again] = [read(first, id), read(repeat, id)]
  if (own === undefined) return nothing
  return sameJson(own, again) ? kept() : departs({ at: id, expected: own, actual: again ?? 'absent', in: repeat })
}

/** It was carried out, and not taken for a repeat of an earlier request. */
export function isOneOfItsOwn(earlier: readonly Exchange[], exchange: Exchange, id: string): Judgement {
  const known = earlier.map((other) => read(other, id)).filter((value) => value !== undefined)
  const own = read(exchange, id)
  return all(
    hasStatus(exchange, (earlier[0] as Exchange).response.status),
    own === undefined || !known.some((other) => sameJson(own, other))
      ? nothing
      : departs({ at: id, expected: 'an answer of its own', actual: own, in: exchange }),
  )
}
