import type { View } from '../call.ts'
import type { World } from '../world.ts'
import type { FundingEvent } from './funding-event.ts'

export function fundingView({ rules }: World, event: FundingEvent): View {
  return {
    id: event.id,
    amount: event.amount,
    direction: event.direction,
    event_type: event.eventType,
    payment_count: event.paymentCount,
    transfer_date: event.transferDate,
    trace_numbers: rules.shownTraceNumbers([event.traceNumber]),
    trace_number: event.traceNumber,
    trace_ids: { ach: event.traceNumber },
    status: 'paid',
    created_at: rules.instant(event.createdAt),
    updated_at: rules.instant(event.updatedAt),
  }
}
