import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'

type Filter = readonly [list: string, parameter: string, clause: string]

/** Filters of lists with the clauses that promise them, each of which is ignored in turn. */
const ignored: readonly Filter[] = [
  ['customers', 'email', 'customers.list.by-email'],
  ['customers', 'external_id', 'customers.list.by-external-id'],
  ['customers', 'types', 'customers.list.by-types'],
  ['customers', 'search_text', 'customers.list.by-search'],
  ['customers', 'created_from', 'customers.list.by-created'],
  ['paykeys', 'customer_id', 'paykeys.list.by-customer'],
  ['paykeys', 'status', 'paykeys.list.by-status'],
  ['paykeys', 'source', 'paykeys.list.by-source'],
  ['payments', 'payment_type', 'payments.list.by-type'],
  ['payments', 'payment_status', 'payments.list.by-status'],
  ['payments', 'payment_id', 'payments.list.by-id'],
  ['payments', 'external_id', 'payments.list.by-external-id'],
  ['payments', 'customer_id', 'payments.list.by-customer'],
  ['payments', 'paykey_id', 'payments.list.by-paykey'],
  ['payments', 'min_payment_date', 'payments.list.by-date'],
  ['funding_events', 'direction', 'funding.list.by-direction'],
  ['organizations', 'external_id', 'organizations.list.by-external-id'],
  ['paykeys', 'unblock_eligible', 'paykeys.list.by-eligibility'],
  ['paykeys', 'created_from', 'paykeys.list.by-created'],
  ['paykeys', 'search_text', 'paykeys.list.by-search'],
  ['payments', 'paykey', 'payments.list.by-paykey-token'],
  ['payments', 'max_created_at', 'payments.list.by-created'],
  ['payments', 'min_effective_at', 'payments.list.by-effective'],
  ['payments', 'funding_id', 'payments.list.by-funding'],
  ['payments', 'status_reason', 'payments.list.by-reason'],
  ['payments', 'status_source', 'payments.list.by-source'],
  ['payments', 'is_refund', 'payments.list.by-relation'],
  ['funding_events', 'event_type', 'funding.list.by-type'],
  ['funding_events', 'created_to', 'funding.list.by-created'],
  ['funding_events', 'trace_number', 'funding.list.by-trace'],
  ['funding_events', 'search_text', 'funding.list.by-search'],
  ['accounts', 'status', 'accounts.list.by-status'],
  ['accounts', 'search_text', 'accounts.list.by-search'],
  ['linked_bank_accounts', 'status', 'linked-banks.list.by-status'],
]

/** Filters that keep nothing, as if they looked in the wrong place. */
const barren: readonly Filter[] = [
  ['organizations', 'name', 'organizations.list.by-name'],
  ['linked_bank_accounts', 'account_id', 'linked-banks.list.by-account'],
  ['representatives', 'account_id', 'representatives.list.by-account'],
]

const lieOf =
  (what: string, says: string, keeps: boolean) =>
  ([list, parameter, clause]: Filter): Lie<Rules> => ({
    id: `${list}-by-${parameter}-${what}`.replaceAll('_', '-'),
    breaks: `straddle.${clause}`,
    text: `A list of ${list} by ${parameter} ${says}.`,
    rules: ({ filtered }) => ({
      filtered: (of, name, kept) => (of === list && name === parameter ? keeps : filtered(of, name, kept)),
    }),
  })

/** A value that a list does not know when it is asked for. */
const forgotten: Lie<Rules> = {
  id: 'paykeys-by-source-without-quiltt',
  breaks: 'straddle.paykeys.list.by-source',
  text: 'A list of paykeys of source quiltt holds nothing.',
  rules: ({ matchesAny }) => ({
    matchesAny: (value, wanted) => value !== 'quiltt' && matchesAny(value, wanted),
  }),
}

/** Lies about filters. */
export const filterLies: readonly Lie<Rules>[] = [
  ...ignored.map(lieOf('ignored', 'holds everything', true)),
  ...barren.map(lieOf('finds-nothing', 'holds nothing', false)),
  forgotten,
]
