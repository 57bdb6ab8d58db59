import type { Collection } from '../collection.ts'
import type { Answer, Call, Shown } from './call.ts'
import { refuse } from './refusal.ts'

/** Answers with the first items of a collection, as many as the query's `count`. */
export function list<Item>(
  { rules, query }: Call,
  items: Collection<Item>,
  show: (item: Item) => Shown,
  pageOf = rules.pageOf,
): Answer {
  const given = query.get('count')
  const count = given === undefined ? rules.defaultCount : rules.readCount(given)
  if (count === undefined) return refuse('badRequest', 'The count is not a whole number from 1 to 100.', 'count')
  const ordered = rules.listOrder(items)
  const page = pageOf(ordered, count)
  return { status: 200, body: rules.listShape(page.map(show), rules.hasMore(ordered.length, count)) }
}

/** Answers with one item of a collection. */
export function retrieve<Item>(
  { rules }: Call,
  items: Collection<Item>,
  id: string | undefined,
  show: (item: Item) => Shown,
): Answer {
  const item = rules.find(items, id ?? '')
  return item === undefined ? refuse('notFound', 'There is no such object.') : { status: 200, body: show(item) }
}
