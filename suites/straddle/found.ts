import { all, departs, each, kept, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import { listAt } from '../vocabulary/read.ts'

/** Ids of the items of a list, in its order. */
export function idsIn(list: Exchange): readonly Json[] {
  return listAt(list, '/data').map((item) => (isObject(item) ? (item['id'] ?? null) : null))
}

/** JSON Pointer of the item that has an id, or undefined where the list does not hold it. */
export function placeOf(list: Exchange, id: string): string | undefined {
  const index = idsIn(list).indexOf(id)
  return index === -1 ? undefined : `/data/${index}`
}

/** Judges an item where the list holds it; that it is missing is for the clause about the list to say. */
export function inList(list: Exchange, id: string, judge: (place: string) => Judgement): Judgement {
  const place = placeOf(list, id)
  return place === undefined ? nothing : judge(place)
}

/** A list holds an item. */
export function lists(list: Exchange, id: string): Judgement {
  return placeOf(list, id) === undefined
    ? departs({ at: '/data', expected: `an item ${id}`, actual: 'absent', in: list })
    : kept()
}

/** A list does not hold an item. */
export function leavesOut(list: Exchange, id: string): Judgement {
  const place = placeOf(list, id)
  return place === undefined ? kept() : departs({ at: `${place}/id`, expected: 'another item', actual: id, in: list })
}

/** A list holds exactly these items, in whatever order. */
export function onlyIds(list: Exchange, ids: readonly string[]): Judgement {
  const strange = idsIn(list).findIndex((id, index, found) => !ids.includes(String(id)) || found.indexOf(id) < index)
  const expected = ids.length === 0 ? 'no item' : { 'each once': ids }
  return all(
    strange === -1
      ? kept()
      : departs({ at: `/data/${strange}/id`, expected, actual: idsIn(list)[strange] ?? null, in: list }),
    each(ids, (id) => lists(list, id)),
  )
}

/** No item of a list has this value, whatever else a target that does not select puts into it. */
export function holdsNone(list: Exchange, property: string, value: Json): Judgement {
  const index = listAt(list, '/data').findIndex((item) => isObject(item) && item[property] === value)
  return index === -1
    ? kept()
    : departs({ at: `/data/${index}/${property}`, expected: 'no item with it', actual: value, in: list })
}

/** So many items of a list have this value, whatever else a target that does not select puts into it. */
export function holdsTimes(list: Exchange, property: string, value: Json | undefined, times: number): Judgement {
  const found = listAt(list, '/data').filter((item) => isObject(item) && item[property] === value).length
  return found === times
    ? kept()
    : departs({ at: '/data', expected: `${times} with this ${property}`, actual: found, in: list })
}

/** What was refused did nothing: judged where all of it was refused, which other clauses are about. */
export function didNothing(refused: readonly Exchange[], list: Exchange, property: string, value: Json): Judgement {
  return refused.every(({ response }) => response.status >= 400)
    ? holdsNone(list, property, value)
    : unobservable('the request was not refused')
}

/** Where a target does not select as it was asked, a list says nothing of pages and counts of what was made. */
export function assertOnly(list: Exchange, ids: readonly string[]): void {
  const strange = idsIn(list).some((id) => !ids.includes(String(id)))
  if (strange) throw new Blocked(list, 'the list holds more than what was selected', '/data')
}

/** A list holds nothing. */
export const isEmpty = (list: Exchange): Judgement => onlyIds(list, [])
