import type { VersionChange } from '../../model/contract.ts'

/** What later versions of the API changed of what this contract describes, by their published changelog. */
export const laterVersions: readonly VersionChange[] = [
  {
    since: '2018-08-23',
    text: 'The `business_vat_id` of a customer became the object `tax_info`.',
    address: 'https://docs.stripe.com/changelog/2018-08-23/customers-provide-tax-info-object',
    of: 'customer',
    properties: ['business_vat_id'],
  },
  {
    since: '2018-11-08',
    text: 'The `closed` and `forgiven` of an invoice became `auto_advance` and `status`.',
    address: 'https://docs.stripe.com/changelog/2018-11-08',
    of: 'invoice',
    properties: ['closed', 'forgiven'],
    became: ['auto_advance', 'status'],
  },
  {
    since: '2019-03-14',
    text: 'The `date` of an invoice became `created`.',
    address: 'https://docs.stripe.com/changelog/2019-03-14/renames-date-field-invoices-created',
    of: 'invoice',
    properties: ['date'],
    became: ['created'],
  },
  {
    since: '2019-10-17',
    text: 'The `account_balance` of a customer became `balance`.',
    address: 'https://docs.stripe.com/changelog/2019-10-17/renames-account-balance-customer-object',
    of: 'customer',
    properties: ['account_balance'],
    became: ['balance'],
  },
  {
    since: '2019-10-17',
    text: 'The `billing` of an invoice became `collection_method`.',
    address: 'https://docs.stripe.com/changelog/2019-10-17/renames-billing-attribute',
    of: 'invoice',
    properties: ['billing'],
    became: ['collection_method'],
  },
  {
    since: '2020-08-27',
    text: 'A customer shows its `sources` and `subscriptions` only where they are expanded.',
    address: 'https://docs.stripe.com/changelog/2020-08-27',
    of: 'customer',
    properties: ['sources', 'subscriptions'],
  },
  {
    since: '2022-11-15',
    text: 'A charge shows its `refunds` only where they are expanded.',
    address: 'https://docs.stripe.com/changelog/2022-11-15',
    of: 'charge',
    properties: ['refunds'],
  },
]
