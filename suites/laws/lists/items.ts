import type { Contract } from '../../../model/contract.ts'
import type { List, Resource } from '../../../model/declaration.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { valueAt } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import { Blocked } from '../../../model/trial.ts'
import { read } from '../../vocabulary/read.ts'

/** The lists that hold a resource, with their operations. */
export function listsOf({ declaration }: Contract, resource: string): readonly (readonly [string, List])[] {
  return Object.entries(declaration.lists).filter(([, { of }]) => of.includes(resource))
}

/** The items of a page, at the first place that has an array. */
export function itemsOf(page: Exchange, list: List): readonly Json[] {
  const items = list.items.map((at) => read(page, at)).find(Array.isArray)
  if (items === undefined) throw new Blocked(page, 'no list in the answer', list.items[0])
  return items as readonly Json[]
}

/** Ids of the items of a page. */
export function idsOf(page: Exchange, list: List, { id }: Pick<Resource, 'id'>): readonly Json[] {
  return itemsOf(page, list).map((item) => valueAt(item, id) ?? null)
}
