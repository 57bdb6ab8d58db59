import { departs, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { listAt } from '../vocabulary/read.ts'

/** Ids of the items of a list, in its order. */
export function idsIn(list: Exchange): readonly Json[] {
  return listAt(list, '/data').map((item) => (isObject(item) ? (item['id'] ?? null) : null))
}

/** A list holds exactly these items, in whatever order. */
export function onlyIds(list: Exchange, ids: readonly string[]): Judgement {
  const found = idsIn(list).map(String).toSorted()
  const expected = ids.toSorted()
  return found.length === expected.length && found.every((id, index) => id === expected[index])
    ? kept()
    : departs({ at: '/data', expected, actual: found, in: list })
}
