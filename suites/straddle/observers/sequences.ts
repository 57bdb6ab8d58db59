import type { Observer } from '../../../model/check.ts'
import { itemsComeOnce } from '../../observers/items-come-once.ts'
import { retrievesAnswerWhatWasAsked } from '../../observers/retrieves-answer-what-was-asked.ts'
import type { Retrieval } from '../../observers/retrieves-answer-what-was-asked.ts'
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

const asked = (parameter: string, operations: readonly string[]): Retrieval => ({
  operations,
  parameter,
  id: '/data/id',
})

/** What any sequence of requests shows. */
export const sequences: readonly Observer[] = [
  itemsComeOnce({
    clause: 'straddle.paging.pages.complete',
    operations: [...lists, 'listFundingEvents'],
    items: '/data',
    id: '/id',
  }),
  retrievesAnswerWhatWasAsked([
    asked('id', ['getPaykey', 'revealPaykey', 'cancelPaykey']),
    asked('id', ['getCustomer', 'updateCustomer', 'getUnmaskedCustomer']),
    asked('id', ['getCharge', 'updateCharge', 'holdCharge', 'releaseCharge', 'cancelCharge']),
    asked('id', ['getPayout', 'updatePayout', 'holdPayout', 'releasePayout', 'cancelPayout']),
    asked('id', ['getFundingEvent']),
    asked('organization_id', ['getOrganization']),
    asked('account_id', ['getAccount', 'updateAccount']),
    asked('linked_bank_account_id', ['getLinkedBankAccount', 'updateLinkedBankAccount']),
    asked('representative_id', ['getRepresentative', 'updateRepresentative']),
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
