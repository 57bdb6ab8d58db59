import type { Handler } from '../call.ts'
import { anyOf, atLeast, atMost, exactly, search, since, trueOrFalse, until } from '../filters.ts'
import type { Filter } from '../filters.ts'
import { page } from '../list.ts'
import type { Listing } from '../list.ts'
import type { Scope, World } from '../world.ts'
import { paymentStatuses, statusReasons, statusSources } from './payment.ts'
import type { Payment } from './payment.ts'
import { currentDetails, paymentSummary } from './view.ts'

/** A payment with the account that it is in. */
interface Entry {
  readonly payment: Payment
  readonly scope: Scope
}

const dateOf = ({ payment }: Entry): number => Date.parse(`${payment.paymentDate}T00:00:00Z`)
const createdAt = ({ payment }: Entry): number => payment.createdAt
const effectiveAt = ({ payment }: Entry): number | undefined => payment.effectiveAt
const amount = ({ payment }: Entry): number => payment.amount

const has = (relationship: string): Filter<Entry> =>
  trueOrFalse(({ payment }) => payment.relations.some((relation) => relation.relationship === relationship))

const is = (relationship: string): Filter<Entry> =>
  trueOrFalse(({ payment }) => payment.relations.some(({ follows }) => follows === relationship))

const filters = (world: World): Listing<Entry>['filters'] => ({
  payment_type: anyOf(['charge', 'payout'], ({ payment }) => payment.kind),
  payment_status: anyOf(paymentStatuses, ({ payment }) => payment.status),
  payment_id: exactly(({ payment }) => payment.id, 'uuid'),
  external_id: exactly(({ payment }) => payment.externalId),
  customer_id: exactly(({ payment }) => payment.customerId, 'uuid'),
  paykey_id: exactly(({ payment }) => payment.paykeyId, 'uuid'),
  paykey: exactly(({ payment }) => payment.token),
  min_amount: atLeast(amount),
  max_amount: atMost(amount),
  min_payment_date: since(dateOf),
  max_payment_date: until(dateOf),
  min_created_at: since(createdAt),
  max_created_at: until(createdAt),
  min_effective_at: since(effectiveAt),
  max_effective_at: until(effectiveAt),
  funding_id: {
    keeps: (rules, { payment }, [wanted = '']) => payment.fundingIds.some((id) => rules.matchesExactly(id, wanted)),
  },
  search_text: search(({ payment }) => [payment.id, payment.description, payment.externalId]),
  status_reason: anyOf(statusReasons, ({ payment }) => currentDetails(world, payment).reason),
  status_source: anyOf(statusSources, ({ payment }) => currentDetails(world, payment).source),
  is_refund: is('refund'),
  has_refund: has('refund'),
  is_resubmit: is('resubmit'),
  has_resubmit: has('resubmit'),
})

export const listPayments: Handler = (call) => {
  const withMetadata = call.query.get('include_metadata') === 'true'
  const listing: Listing<Entry> = {
    name: 'payments',
    sorts: {
      id: ({ payment }) => payment.id,
      created_at: createdAt,
      updated_at: ({ payment }) => payment.updatedAt,
      payment_date: ({ payment }) => payment.paymentDate,
      effective_at: (entry) => effectiveAt(entry) ?? null,
      amount,
    },
    defaultSort: 'id',
    filters: filters(call.world),
    view: ({ world }, { payment, scope }) => paymentSummary(world, scope, payment, withMetadata),
  }
  const { scopes } = call.scope.platform
  const homes = call.world.rules.accountsListed(call.scope.accountId, [...scopes.keys()])
  const entries = homes
    .flatMap((account) => scopes.get(account) ?? [])
    .flatMap((scope) => scope.payments.oldestFirst().map((payment) => ({ payment, scope })))
  return page(call, listing, entries)
}
