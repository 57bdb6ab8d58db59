import type { StrikeEvent } from './records.ts'
import type { Rules } from './rules.ts'
import { writeTimestamp } from './timestamp.ts'

/** An event as the API lists it, and as it is delivered. */
export function shownEvent(event: StrikeEvent, rules: Rules): Readonly<Record<string, unknown>> {
  return {
    id: event.id,
    eventType: event.eventType,
    webhookVersion: event.webhookVersion,
    data: event.data,
    created: writeTimestamp(event.created),
    deliverySuccess: rules.deliverySuccess([...event.deliveries.values()]),
  }
}
