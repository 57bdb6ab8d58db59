import type { Observer } from '../../model/check.ts'
import { itemsKeepTheirPlace } from '../../observers/items-keep-their-place.ts'

/** What any sequence of requests shows. */
export const sequences: readonly Observer[] = [
  itemsKeepTheirPlace({
    clause: 'straddle.paging.pages.complete',
    operations: [
      'listCustomers',
      'listPaykeys',
      'listPayments',
      'listOrganizations',
      'listAccounts',
      'listLinkedBankAccounts',
      'listRepresentatives',
    ],
    start(query) {
      const size = query.get('page_size')
      return size === undefined ? undefined : (Number(query.get('page_number') ?? 1) - 1) * Number(size)
    },
    turning: ['page_number', 'page_size'],
    items: '/data',
    id: '/id',
    total: '/meta/total_items',
  }),
]
