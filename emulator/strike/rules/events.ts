import { createHmac } from 'node:crypto'
import type { DeliveryState, Invoice, StrikeEvent, Subscription } from '../records.ts'

const keptMicros = 30 * 24 * 3600 * 1_000_000

/** What events say, and how they get to their receivers. */
export const eventRules = {
  raisesCreated: true,

  /** Types of further events of the same happening. */
  alsoRaised: (_eventType: string): readonly string[] => [],

  /** A quote leaves its invoice as it is. */
  quotingIsNews: false,
  raisesUpdated: (before: Invoice, after: Invoice): boolean => before.state !== after.state,
  entityOf: (invoice: Invoice): string => invoice.invoiceId,
  changesOf: (_before: Invoice, _after: Invoice): readonly string[] => ['state'],

  /** `data` of an event beside the id of its entity. */
  dataBeside: (_invoice: Invoice): Readonly<Record<string, unknown>> => ({}),

  /** A repeated delivery carries the same event. */
  deliveredId: (event: StrikeEvent, _repetition: number): string => event.id,

  eventVersion: (subscription: Subscription): string => subscription.webhookVersion,

  /** Events that nobody subscribed to are kept as well. */
  keepsEvent: (_isSubscribed: boolean): boolean => true,
  isKept: (event: StrikeEvent, now: number): boolean => now - event.created < keptMicros,

  receives: (subscription: Subscription, eventType: string): boolean =>
    subscription.enabled && subscription.eventTypes.includes(eventType),

  /** Whether all deliveries of an event succeeded; null where there was none. */
  deliverySuccess: (deliveries: readonly DeliveryState[]): boolean | null =>
    deliveries.length === 0 ? null : deliveries.every((state) => state === 'succeeded'),

  /** What is posted. */
  deliveredBody: (event: Readonly<Record<string, unknown>>): string => JSON.stringify(event),

  signatureHeader: 'X-Webhook-Signature',
  signature: (secret: string, body: string): string => createHmac('sha256', secret).update(body).digest('hex'),
  signedBody: (body: string): string => body,

  isDelivered: (status: number): boolean => status >= 200 && status < 300,
  isOptOut: (status: number): boolean => status === 410 || status === 501,
  maxRepetitions: 12,
  /** Seconds before a repetition; the first has the number 1. */
  delayBefore: (repetition: number): number => 3 ** repetition,
}
