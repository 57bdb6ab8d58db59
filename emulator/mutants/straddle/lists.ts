import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'

const isEmptyPage = (body: string): boolean => body.endsWith('"data":[]}') && !body.includes('"page_number":1,')

/** Lies about pages, order and filters. */
export const listLies: readonly Lie<Rules>[] = [
  {
    id: 'pages-overlap',
    breaks: 'straddle.paging.pages.complete',
    text: 'Each page after the first begins with the last item of the one before.',
    rules: ({ firstIndex }) => ({ firstIndex: (page) => Math.max(0, firstIndex(page) - 1) }),
  },
  {
    id: 'pages-skip-an-item',
    breaks: 'straddle.paging.pages.complete',
    text: 'Each page after the first leaves out an item.',
    rules: ({ firstIndex }) => ({ firstIndex: (page) => firstIndex(page) + (page.number > 1 ? 1 : 0) }),
  },
  {
    id: 'pages-one-short',
    breaks: 'straddle.paging.request.page-size',
    text: 'A page holds one item less than was asked for.',
    rules: ({ endIndex }) => ({ endIndex: (page) => endIndex(page) - (page.size > 1 ? 1 : 0) }),
  },
  {
    id: 'default-page-of-ten',
    breaks: 'straddle.paging.defaults.page-size',
    text: 'Without a page size a page holds ten items.',
    rules: () => ({ defaultPageSize: () => 10 }),
  },
  {
    id: 'total-counts-the-page',
    breaks: 'straddle.response.paging.total-items',
    text: 'total_items counts the items of the page.',
    rules: () => ({ totalItems: (_matching, onPage) => onPage }),
  },
  {
    id: 'total-pages-rounded-down',
    breaks: 'straddle.paging.meta.total-pages',
    text: 'total_pages forgets the last page where it is not full.',
    rules: () => ({ totalPages: (items, size) => Math.floor(items / size) }),
  },
  {
    id: 'largest-page-misnamed',
    breaks: 'straddle.paging.meta.max-page-size',
    text: 'max_page_size is 100.',
    tamper: () => (_request, response) => ({
      ...response,
      body: response.body.replace('"max_page_size":1000', '"max_page_size":100'),
    }),
  },
  {
    id: 'page-size-counts-the-page',
    breaks: 'straddle.response.paging.page-size',
    text: 'page_size is the number of items that happen to be on the page.',
    rules: () => ({ reportedSize: (_size, onPage) => onPage }),
  },
  {
    id: 'page-numbers-from-zero',
    breaks: 'straddle.response.paging.page-number',
    text: 'page_number counts pages from zero.',
    rules: () => ({ reportedPage: (page) => page - 1 }),
  },
  {
    id: 'past-the-end-not-found',
    breaks: 'straddle.paging.pages.past-the-end',
    text: 'A page past the end is answered with 404.',
    tamper: () => (_request, response) =>
      response.status === 200 && isEmptyPage(response.body)
        ? {
            ...response,
            status: 404,
            body: response.body
              .replace('"response_type":"array"', '"response_type":"error"')
              .replace(
                /"data":\[\]}$/,
                '"error":{"status":404,"type":"invalid_request_error","title":"Not Found","detail":"There is no such page."}}',
              ),
          }
        : response,
  },
  {
    id: 'sort-field-ignored',
    breaks: 'straddle.paging.sort.by-field',
    text: 'Every list is sorted by its usual field, whatever was asked for.',
    rules: () => ({ sortField: (_asked, usual) => usual }),
  },
  {
    id: 'descending-ignored',
    breaks: 'straddle.paging.sort.descending',
    text: 'A list that is to descend ascends.',
    rules: () => ({ direct: (comparison) => comparison }),
  },
  {
    id: 'lists-descend-by-default',
    breaks: 'straddle.paging.defaults.sort-order',
    text: 'Without an order a list descends.',
    rules: () => ({ defaultOrder: () => 'desc' }),
  },
  {
    id: 'sort-field-misnamed',
    breaks: 'straddle.response.paging.sort-by',
    text: 'Every list says that it is sorted by id.',
    rules: () => ({ reportedSort: () => 'id' }),
  },
  {
    id: 'order-misnamed',
    breaks: 'straddle.response.paging.sort-order',
    text: 'Every list says that it ascends.',
    rules: () => ({ reportedOrder: () => 'asc' }),
  },
  {
    id: 'names-matched-whole',
    breaks: 'straddle.customers.list.by-name',
    text: 'A search for part of a name finds whole names only.',
    rules: () => ({ matchesPart: (value, wanted) => value === wanted }),
  },
  {
    id: 'last-status-wins',
    breaks: 'straddle.customers.list.by-status',
    text: 'Of several statuses asked for only the last one counts.',
    rules: () => ({ matchesAny: (value, wanted) => value === wanted.at(-1) }),
  },
  {
    id: 'greatest-amount-excluded',
    breaks: 'straddle.payments.list.by-amount',
    text: 'A payment of exactly the greatest amount asked for is not found.',
    rules: () => ({ notAbove: (value, highest) => value < highest }),
  },
  {
    id: 'search-looks-at-one-field',
    breaks: 'straddle.payments.list.by-search',
    text: 'A search text is looked for in the first field only.',
    rules: () => ({ finds: ([first = ''], wanted) => first.toLowerCase().includes(wanted.toLowerCase()) }),
  },
  {
    id: 'metadata-always-listed',
    breaks: 'straddle.payments.list.metadata',
    text: 'Payments are listed with their metadata whether it was asked for or not.',
    rules: () => ({ inPaymentList: () => true }),
  },
]
