import { found, lookUp, notFound } from '../call.ts'
import type { Call, Handler, View } from '../call.ts'
import { anyOf, exactly, search, since, until } from '../filters.ts'
import { listed, page } from '../list.ts'
import type { Listing } from '../list.ts'
import { currentDetails, paymentSummary } from '../payments/view.ts'
import { paymentStatuses, statusReasons, statusSources } from '../payments/payment.ts'
import type { Payment } from '../payments/payment.ts'
import type { Scope } from '../world.ts'
import type { FundingEvent } from './funding-event.ts'
import { fundingView } from './view.ts'

function eventAt(call: Call): { readonly item: FundingEvent; readonly scope: Scope } {
  return lookUp(call, call.params['id'] ?? '', ({ fundingEvents }) => fundingEvents) ?? notFound('funding event')
}

export const getFundingEvent: Handler = (call) => found(fundingView(call.world, eventAt(call).item))

const listing: Listing<FundingEvent> = {
  name: 'funding_events',
  sorts: {
    transfer_date: ({ transferDate }) => transferDate,
    id: ({ id }) => id,
    amount: ({ amount }) => amount,
  },
  defaultSort: 'transfer_date',
  filters: {
    direction: anyOf(['deposit', 'withdrawal'], ({ direction }) => direction),
    event_type: anyOf(
      ['charge_deposit', 'charge_reversal', 'payout_return', 'payout_withdrawal'],
      ({ eventType }) => eventType,
    ),
    created_from: since(({ createdAt }) => createdAt),
    created_to: until(({ createdAt }) => createdAt),
    trace_number: exactly(({ traceNumber }) => traceNumber),
    trace_id: exactly(({ traceNumber }) => traceNumber),
    status: anyOf(paymentStatuses, () => 'paid'),
    status_reason: anyOf(statusReasons, () => 'ok'),
    status_source: anyOf(statusSources, () => 'system'),
    search_text: search(({ id, traceNumber }) => [id, traceNumber]),
  },
  view: ({ world }, event) => fundingView(world, event),
}

export const listFundingEvents: Handler = (call) =>
  page(
    call,
    listing,
    listed(call, ({ fundingEvents }) => fundingEvents),
  )

const reasons = {
  charge_deposit: 'credit',
  charge_reversal: 'reversal',
  payout_return: 'failed',
  payout_withdrawal: 'debit',
} as const

function paidView(call: Call, scope: Scope, { eventType, direction }: FundingEvent, payment: Payment): View {
  const summary = paymentSummary(call.world, scope, payment, call.query.get('include_metadata') === 'true')
  return {
    id: payment.id,
    payment_type: payment.kind,
    payment_date: payment.paymentDate,
    currency: payment.currency,
    payment_amount: payment.amount,
    funding_amount: direction === 'deposit' ? payment.amount : -payment.amount,
    reason: reasons[eventType],
    status: currentDetails(call.world, payment).status,
    external_id: payment.externalId,
    trace_ids: {},
    customer_details: summary['customer_details'],
    paykey_details: summary['paykey_details'],
    metadata: summary['metadata'],
  }
}

export const listFundedPayments: Handler = (call) => {
  const { item, scope } = eventAt(call)
  const payments = item.paymentIds.flatMap((id) => scope.payments.get(id) ?? [])
  const sorts: Listing<Payment>['sorts'] = {
    id: ({ id }) => id,
    created_at: ({ createdAt }) => createdAt,
    payment_date: ({ paymentDate }) => paymentDate,
    effective_at: ({ effectiveAt }) => effectiveAt ?? null,
  }
  const view = (_call: Call, payment: Payment): View => paidView(call, scope, item, payment)
  return page(call, { name: 'funding_event_payments', sorts, defaultSort: 'id', filters: {}, view }, payments)
}
