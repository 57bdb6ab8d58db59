import { each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Paging, Walk } from '../laws/pages-join-to-the-whole.ts'
import type { JsonObject } from '../../model/json.ts'
import { equals, hasLength } from '../vocabulary/judge.ts'
import { listAt } from '../vocabulary/read.ts'

/** Pages by $skip and $top; the first one with fewer items than asked for is the last. */
export function byOffset(id: string, query: JsonObject = {}): Paging {
  return {
    items: '/items',
    id,
    first: (size) => ({ ...query, $top: size }),
    next: (page, size, number) =>
      listAt(page, '/items').length < size ? undefined : { ...query, $skip: number * size, $top: size },
  }
}

/** Every page but the last is full, and none holds more than was asked for. */
export function fullPages({ pages, size }: Walk): Judgement {
  return each(pages, (page, index) => {
    const isLast = index === pages.length - 1
    return hasLength(page, '/items', (length) => length === size || (isLast && length < size), `${size} items`)
  })
}

/** Each page says how many there are in all. */
export function countOf({ pages, ids }: Walk): Judgement {
  return each(pages, (page) => equals(page, '/count', ids.length))
}
