import { all, departs, each, kept, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Capability } from '../../model/clause.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject, sameJson } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { read } from '../vocabulary/read.ts'

interface Narrowing {
  readonly clause: string
  readonly operation: string
  readonly needs?: readonly Capability[]
  /** Makes one object that the query selects and one that it does not. */
  readonly arrange: (
    trial: Trial,
  ) => Promise<{ readonly query: JsonObject; readonly wanted: string; readonly unwanted: string }>
}

interface Narrowed {
  readonly list: Exchange
  /** The same list without the filter, where the filter did not find what it should. */
  readonly whole: Exchange
  readonly wanted: string
  readonly unwanted: string
}

/** A filter keeps what it selects and drops what it does not. */
export function narrows(id: string, { clause, operation, needs = [], arrange }: Narrowing): Check {
  return example<Narrowed>(id, {
    needs,
    arrange: async (trial) => {
      const { query, wanted, unwanted } = await arrange(trial)
      const list = await trial.call(operation, { query: { limit: 100, ...query } })
      const whole = idsOf(list).includes(wanted) ? list : await trial.call(operation, { query: { limit: 100 } })
      return { list, whole, wanted, unwanted }
    },
    judge: {
      [clause]: ({ list, whole, wanted, unwanted }) =>
        whole.response.status < 300 && list.response.status < 300 && !idsOf(whole).includes(wanted)
          ? unobservable('the whole list lacks what is looked for, too')
          : holdsOnly(list, [wanted], [unwanted]),
    },
  })
}

/** The list has some ids and lacks others. */
export function holdsOnly(list: Exchange, wanted: readonly string[], unwanted: readonly string[]): Judgement {
  const ids = idsOf(list)
  return all(
    each(wanted, (id) =>
      ids.includes(id) ? kept() : departs({ at: '/data', expected: { 'an item': id }, actual: ids, in: list }),
    ),
    each(unwanted, (id) =>
      ids.includes(id) ? departs({ at: '/data', expected: { 'no item': id }, actual: ids, in: list }) : kept(),
    ),
  )
}

/** The list holds one id, and holds the other nowhere before it. Strangers may stand between them. */
export function standsBefore(list: Exchange, one: string, other: string): Judgement {
  const ids = idsOf(list)
  const [place, otherPlace] = [ids.indexOf(one), ids.indexOf(other)]
  return place >= 0 && (otherPlace < 0 || place < otherPlace)
    ? kept()
    : departs({ at: '/data', expected: { [`${one} before`]: other }, actual: ids, in: list })
}

/** No item of the list has this value of a property. */
export function holdsNoneWith(list: Exchange, name: string, value: Json): Judgement {
  const items = read(list, '/data')
  if (!Array.isArray(items)) return nothing
  const found = (items as readonly Json[]).findIndex((item) => isObject(item) && sameJson(item[name], value))
  return found < 0
    ? kept()
    : departs({ at: `/data/${found}/${name}`, expected: { 'other than': value }, actual: value, in: list })
}

/** The ids of a list, in its order; none where there is no list. */
export function idsOf(list: Exchange): readonly string[] {
  return idsAt(list, '/data')
}

/** The ids of the objects in an array of the body; those that are no strings as text. */
export function idsAt(exchange: Exchange, at: string): readonly string[] {
  const data = read(exchange, at)
  return Array.isArray(data)
    ? (data as readonly Json[]).map((item) => String(isObject(item) ? (item['id'] ?? null) : null))
    : []
}
