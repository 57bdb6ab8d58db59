import type { Observer } from '../../../model/check.ts'
import { itemsComeOnce } from '../../observers/items-come-once.ts'
import { retrievesAnswerWhatWasAsked } from '../../observers/retrieves-answer-what-was-asked.ts'
import { itemsKeepTheirPlace } from '../../observers/items-keep-their-place.ts'

const lists = [
  'listCustomers',
  'listPaykeys',
  'listPayments',
  'listOrganizations',
  'listAccounts',
  'listLinkedBankAccounts',
  'listRepresentatives',
]

/** What any sequence of requests shows. */
export const sequences: readonly Observer[] = [
  itemsComeOnce({
    clause: 'straddle.paging.pages.complete',
    operations: [...lists, 'listFundingEvents'],
    items: '/data',
    id: '/id',
  }),
  retrievesAnswerWhatWasAsked([
    { operations: ['getPaykey', 'revealPaykey', 'cancelPaykey'], parameter: 'id', id: '/data/id' },
  ]),
  itemsKeepTheirPlace({
    clause: 'straddle.paging.pages.complete',
    operations: lists,
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
