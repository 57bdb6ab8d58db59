import type { Exchange } from '../../model/exchange.ts'
import type { Mismatch } from '../../model/finding.ts'
import { isObject } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { equals } from '../vocabulary/judge.ts'

/** The resource of an answer carries these members as they were sent; of an object sent, each of its own members. */
export function carries(answer: Exchange, sent: JsonObject, members: readonly string[]): readonly Mismatch[] {
  return members
    .filter((name) => Object.hasOwn(sent, name))
    .flatMap((name) => carriesAt(answer, `/data/${name}`, sent[name] as Json))
}

function carriesAt(answer: Exchange, at: string, value: Json): readonly Mismatch[] {
  if (!isObject(value)) return equals(answer, at, value)
  return Object.entries(value).flatMap(([name, inner]) => carriesAt(answer, `${at}/${name}`, inner))
}
