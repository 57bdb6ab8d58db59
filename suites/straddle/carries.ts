import { each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { equals } from '../vocabulary/judge.ts'

/** The resource of an answer carries these members as they were sent; of an object sent, each of its own members. */
export function carries(answer: Exchange, sent: JsonObject, members: readonly string[]): Judgement {
  return each(
    members.filter((name) => Object.hasOwn(sent, name)),
    (name) => carriesAt(answer, `/data/${name}`, sent[name] as Json),
  )
}

function carriesAt(answer: Exchange, at: string, value: Json): Judgement {
  if (!isObject(value)) return equals(answer, at, value)
  return each(Object.entries(value), ([name, inner]) => carriesAt(answer, `${at}/${name}`, inner))
}
