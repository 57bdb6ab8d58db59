import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe-api-model/index.ts'

const clause = (id: string): string => `stripe-api-model.lists.${id}`

/** Lies about lists. */
export const aboutLists: readonly Lie<Rules>[] = [
  {
    id: 'oldest-first',
    breaks: clause('order.newest-first'),
    text: 'A list begins with the oldest object.',
    rules: () => ({ listOrder: (items) => items.oldestFirst() }),
  },
  {
    id: 'lists-skip-one',
    breaks: clause('items.complete'),
    text: 'The newest object is not in the list yet.',
    rules: ({ listOrder }) => ({ listOrder: (items) => listOrder(items).slice(1) }),
  },
  {
    id: 'lists-repeat-one',
    breaks: clause('items.complete'),
    text: 'The oldest object is in the list twice.',
    rules: ({ listOrder }) => ({ listOrder: (items) => [...listOrder(items), ...items.oldestFirst().slice(0, 1)] }),
  },
  {
    id: 'one-too-many',
    breaks: clause('count.limits'),
    text: 'A list has one more than count.',
    rules: () => ({ pageOf: (items, count) => items.slice(0, count + 1) }),
  },
  {
    id: 'one-too-few',
    breaks: clause('count.limits'),
    text: 'A list has one less than count.',
    rules: () => ({ pageOf: (items, count) => items.slice(0, count - 1) }),
  },
  {
    id: 'twenty-without-count',
    breaks: clause('count.default'),
    text: 'A list without count has up to twenty objects.',
    rules: () => ({ defaultCount: 20 }),
  },
  {
    id: 'fifty-at-most',
    breaks: clause('count.most'),
    text: 'A count above 50 is refused.',
    rules: ({ readCount }) => ({ readCount: (text) => ((readCount(text) ?? 51) > 50 ? undefined : readCount(text)) }),
  },
  {
    id: 'ten-whatever-is-asked',
    breaks: clause('count.most'),
    text: 'A list never has more than ten objects.',
    rules: () => ({ pageOf: (items, count) => items.slice(0, Math.min(10, count)) }),
  },
  {
    id: 'counts-are-forced',
    breaks: clause('count.invalid'),
    text: 'A count that is none is taken for the nearest that is.',
    rules: () => ({ readCount: (text) => Math.min(100, Math.max(1, Number.parseInt(text, 10) || 10)) }),
  },
  {
    id: 'more-at-the-very-end',
    breaks: clause('has-more.tells'),
    text: 'hasMore is true for a list that is exactly full.',
    rules: () => ({ hasMore: (total, count) => total >= count }),
  },
  {
    id: 'lists-by-another-name',
    breaks: clause('answer.shape'),
    text: 'The objects of a list stand under items.',
    rules: () => ({ listShape: (data, hasMore) => ({ items: data, hasMore }) }),
  },
]
