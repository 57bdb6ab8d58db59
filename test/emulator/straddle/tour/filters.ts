import type { Linked, Walk } from './walk.ts'

type Narrowed = readonly [list: string, filter: string, value: string]

/** Filters of lists with values that keep some of what the stages before have made and drop the rest. */
const narrowed: readonly Narrowed[] = [
  ['paykeys', 'unblock_eligible', 'true'],
  ['paykeys', 'created_from', '2026-03-11'],
  ['paykeys', 'search_text', '6789'],
  ['payments', 'max_created_at', '2026-03-10'],
  ['payments', 'min_effective_at', '2026-03-11'],
  ['payments', 'status_reason', 'insufficient_funds'],
  ['payments', 'status_source', 'bank_decline'],
  ['payments', 'is_refund', 'true'],
  ['funding_events', 'event_type', 'charge_deposit'],
  ['accounts', 'status', 'onboarding'],
  ['linked_bank_accounts', 'status', 'canceled'],
]

/** Narrows lists by fixed values, and by those of a paykey, an account and a transfer that there are. */
export async function visitFilters({ go, send }: Walk, { token }: Linked): Promise<void> {
  const account = (await send('GET', '/v1/accounts')).body.data[0]
  const event = (await send('GET', '/v1/funding_events')).body.data[0]
  const found: readonly Narrowed[] = [
    ['payments', 'paykey', token],
    ['payments', 'funding_id', String(event.id)],
    ['funding_events', 'created_to', String(event.created_at)],
    ['funding_events', 'trace_number', String(event.trace_number)],
    ['funding_events', 'search_text', String(event.trace_number)],
    ['accounts', 'search_text', String(account.id)],
  ]
  // the number of what is found is in the answer, so that a page of one object shows enough
  for (const [list, filter, value] of [...narrowed, ...found]) {
    await go('GET', `/v1/${list}?${filter}=${value}&page_size=1`)
  }
}
