import { each, isKept, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Paging, Walk } from '../laws/pages-join-to-the-whole.ts'
import { isObject } from '../../model/json.ts'
import { equals, hasLength } from '../vocabulary/judge.ts'
import { listAt, read } from '../vocabulary/read.ts'
import { idsOf } from './narrowing.ts'

/** Cursors by the id of the last object, for as long as there is more. */
export const paging: Paging = {
  items: '/data',
  id: '/id',
  first: (size) => ({ limit: size }),
  next(page, size) {
    const last = listAt(page, '/data').at(-1)
    return read(page, '/has_more') === true && isObject(last)
      ? { limit: size, starting_after: last['id'] ?? null }
      : undefined
  },
}

/** No page is longer than asked for. A list with no more objects than that shows nothing of it. */
export function pagesAreCapped({ ids, pages, size }: Walk): Judgement {
  const judged = each(pages, (page) => hasLength(page, '/data', (length) => length <= size, { 'at most': size }))
  return ids.length <= size && isKept(judged) ? nothing : judged
}

/** Every page is as long as asked for, the last one as long as what is left. */
export function pagesAreFilled({ ids, pages, size, walked }: Walk): Judgement {
  if (ids.length > 0 && !walked.some((id) => ids.includes(String(id)))) {
    return unobservable('the list holds nothing of what was made')
  }
  return each(pages, (page) => {
    const first = ids.indexOf(String(read(page, '/data/0/id')))
    const expected = Math.min(size, ids.length - (first < 0 ? walked.length : first))
    if (expected < 1) return nothing
    return hasLength(page, '/data', (length) => length >= expected, { 'at least': expected })
  })
}

/** `has_more` is false only once every object was seen, and true only where another page brings something. */
export function moreIsTold({ ids, pages }: Walk): Judgement {
  return each(pages, (page, index) => {
    const seen = new Set(pages.slice(0, index + 1).flatMap((earlier) => idsOf(earlier)))
    const next = pages[index + 1]
    if (read(page, '/has_more') === false)
      return equals(
        page,
        '/has_more',
        ids.some((id) => !seen.has(id)),
      )
    if (read(page, '/has_more') !== true) return nothing
    return next === undefined ? nothing : equals(page, '/has_more', idsOf(next).length > 0)
  })
}
