import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'

/** A lie about the text of every answer. */
const retold =
  (pattern: RegExp, text: string): Required<Lie<Rules>>['tamper'] =>
  () =>
  (_request, response) => ({ ...response, body: response.body.replaceAll(pattern, text) })

export const aboutLists: readonly Lie<Rules>[] = [
  {
    id: 'every-list-is-counted',
    breaks: 'stripe.pagination.lists.without-total-count',
    text: 'A list at its own URL says how many objects it has.',
    tamper: retold(/^\{"object":"list",/g, '{"object":"list","total_count":1,'),
  },
  {
    id: 'refunds-at-no-url',
    breaks: 'stripe.pagination.url.gives-the-list',
    text: 'The URL of the refunds of a charge leads nowhere.',
    tamper: retold(/\/refunds"/g, '/refund_list"'),
  },
  {
    id: 'subscriptions-at-no-url',
    breaks: 'stripe.pagination.url.gives-the-list',
    text: 'The URL of the subscriptions of a customer leads nowhere.',
    tamper: retold(/\/subscriptions"/g, '/subscription_list"'),
  },
  {
    id: 'twenty-by-default',
    breaks: 'stripe.pagination.limit.default',
    text: 'A list without a limit holds twenty objects.',
    rules: ({ limitOf }) => ({ limitOf: (asked) => limitOf(asked ?? 20) }),
  },
  {
    id: 'one-too-many',
    breaks: 'stripe.pagination.limit.caps',
    text: 'A list holds the object that it fetched to see whether more follow.',
    rules: ({ limitOf }) => ({ limitOf: (asked) => (asked === undefined ? limitOf(asked) : limitOf(asked) + 1) }),
  },
  {
    id: 'one-too-few',
    breaks: 'stripe.pagination.limit.fills',
    text: 'A page with a cursor holds one object less than its limit.',
    rules: ({ pageOf }) => ({
      pageOf: (items, limit, direction) => pageOf(items, limit, direction).slice(0, Math.max(1, limit - 1)),
    }),
  },
  {
    id: 'zero-is-all',
    breaks: 'stripe.pagination.limit.beyond',
    text: 'A limit of zero is taken for none.',
    rules: ({ limitOf }) => ({ limitOf: (asked) => (asked === 0 ? 100 : limitOf(asked)) }),
  },
  {
    id: 'more-after-a-full-page',
    breaks: 'stripe.pagination.has-more.when-more-follow',
    text: 'has_more is true whenever a page is full.',
    rules: () => ({ hasMore: (matching, limit) => matching >= limit }),
  },
  {
    id: 'never-more',
    breaks: 'stripe.pagination.has-more.when-more-follow',
    text: 'has_more is false although more objects follow.',
    rules: () => ({ hasMore: () => false }),
  },
  {
    id: 'cursor-repeated',
    breaks: 'stripe.pagination.starting-after.follows',
    text: 'A page after a cursor begins with the cursor itself.',
    rules: () => ({ afterCursor: (items, index) => items.slice(index) }),
  },
  {
    id: 'row-skipped',
    breaks: 'stripe.pagination.starting-after.follows',
    text: 'A page after a cursor leaves out the object that follows it.',
    rules: () => ({ afterCursor: (items, index) => items.slice(index + 2) }),
  },
  {
    id: 'cursor-included-backwards',
    breaks: 'stripe.pagination.ending-before.precedes',
    text: 'A page before a cursor ends with the cursor itself.',
    rules: () => ({ beforeCursor: (items, index) => items.slice(0, index + 1) }),
  },
  {
    id: 'farthest-before-cursor',
    breaks: 'stripe.pagination.ending-before.nearest',
    text: 'A limited page before a cursor holds the newest objects of all.',
    rules: () => ({ pageOf: (items, limit) => items.slice(0, limit) }),
  },
  {
    id: 'wrong-cursor-wins',
    breaks: 'stripe.pagination.cursors.ending-before-wins',
    text: 'Of two cursors starting_after is used.',
    rules: ({ cursorOf }) => ({
      cursorOf: (after, before) => (after === undefined ? cursorOf(after, before) : { direction: 'after', id: after }),
    }),
  },
  {
    id: 'unknown-cursor-ignored',
    breaks: 'stripe.pagination.cursors.unknown',
    text: 'A list with a cursor that names nothing begins at its beginning.',
    rules: () => ({ refusesUnknownCursors: false }),
  },
  {
    id: 'oldest-first',
    breaks: 'stripe.pagination.order.newest-first',
    text: 'Lists begin with what is oldest.',
    rules: () => ({ inOrder: (newestFirst) => newestFirst.toReversed() }),
  },
  {
    id: 'url-without-version',
    breaks: 'stripe.pagination.url.gives-the-list',
    text: 'The url of a list lacks the version in its path.',
    rules: () => ({ listUrl: (path) => path.replace(/^\/v1/u, '') }),
  },
  {
    id: 'count-of-others',
    breaks: 'stripe.pagination.embedded.total-count',
    text: 'total_count leaves out the newest object.',
    rules: () => ({ totalCount: (size) => Math.max(0, size - 1) }),
  },
  {
    id: 'after-includes-the-moment',
    breaks: 'stripe.charges.list.created-bounds',
    text: 'created[gt] takes the moment itself.',
    rules: ({ inRange }) => ({
      inRange: (time, range) => inRange(time, { ...range, gt: undefined, gte: range.gte ?? range.gt }),
    }),
  },
  {
    id: 'until-excludes-the-moment',
    breaks: 'stripe.charges.list.created-bounds',
    text: 'created[lte] leaves out the moment itself.',
    rules: ({ inRange }) => ({
      inRange: (time, range) => inRange(time, { ...range, lte: undefined, lt: range.lt ?? range.lte }),
    }),
  },
  {
    id: 'email-filter-ignored',
    breaks: 'stripe.customers.list.by-email',
    text: 'The e-mail that customers are narrowed to is ignored.',
    rules: () => ({ matchesEmail: () => true }),
  },
  {
    id: 'charges-of-all-customers',
    breaks: 'stripe.charges.list.by-customer',
    text: 'The customer that charges are narrowed to is ignored.',
    rules: () => ({ chargeIsOf: () => true }),
  },
  {
    id: 'refunds-of-all-charges',
    breaks: 'stripe.refunds.list.by-charge',
    text: 'The charge that refunds are narrowed to is ignored.',
    rules: () => ({ refundIsOf: () => true }),
  },
  {
    id: 'invoices-of-all-customers',
    breaks: 'stripe.invoices.list.by-customer',
    text: 'The customer that invoices are narrowed to is ignored.',
    rules: () => ({ invoiceIsOf: () => true }),
  },
  {
    id: 'items-of-all-customers',
    breaks: 'stripe.invoice-items.list.by-customer',
    text: 'The customer that invoice items are narrowed to is ignored.',
    rules: () => ({ itemIsOf: () => true }),
  },
  {
    id: 'payouts-of-all-statuses',
    breaks: 'stripe.payouts.list.by-status',
    text: 'The status that payouts are narrowed to is ignored.',
    rules: () => ({ payoutHasStatus: () => true }),
  },
  {
    id: 'history-of-all-types',
    breaks: 'stripe.balance-transactions.list.by-type',
    text: 'The type that the balance history is narrowed to is ignored.',
    rules: () => ({ transactionHasType: () => true }),
  },
  {
    id: 'history-of-all-currencies',
    breaks: 'stripe.balance-transactions.list.by-currency',
    text: 'The currency that the balance history is narrowed to is ignored.',
    rules: () => ({ transactionHasCurrency: () => true }),
  },
  {
    id: 'history-of-all-sources',
    breaks: 'stripe.balance-transactions.list.by-source',
    text: 'The source that the balance history is narrowed to is ignored.',
    rules: () => ({ transactionIsOf: () => true }),
  },
]
