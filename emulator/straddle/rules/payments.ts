import type { Payment, PaymentAction, PaymentStatus, Relation, StatusEntry } from '../payments/payment.ts'
import type { PaymentKind } from '../payments/payment.ts'

const allowed: Readonly<Record<PaymentAction, readonly PaymentStatus[]>> = {
  update: ['created', 'scheduled', 'on_hold'],
  hold: ['created', 'scheduled'],
  release: ['on_hold'],
  cancel: ['created', 'scheduled', 'on_hold'],
  resubmit: ['failed', 'reversed', 'cancelled'],
  refund: ['paid'],
}

/** Charges and payouts: what a client may do to them, and what comes of it. */
export const paymentRules = {
  acceptsCurrency: (currency: string): boolean => currency === 'USD',
  acceptsAmount: (amount: number): boolean => amount > 0,
  acceptsDate: (date: string, today: string): boolean => date >= today,
  /** Dates of payments are days in New York. */
  paymentZone: (): string => 'America/New_York',
  externalIdTaken: (kind: PaymentKind, id: string, others: readonly Payment[]): boolean =>
    others.some((other) => other.kind === kind && other.externalId === id),

  mayAct: (action: PaymentAction, status: PaymentStatus, _kind: PaymentKind): boolean =>
    allowed[action].includes(status),
  heldStatus: (): PaymentStatus => 'on_hold',
  releasedStatus: (): PaymentStatus => 'created',
  cancelledStatus: (): PaymentStatus => 'cancelled',
  startsOnHold: (autoHold: boolean | null | undefined): boolean => autoHold === true,
  /** The reason that a client gives becomes the message of the status. */
  actionMessage: (given: string | null | undefined, usual: string): string => given ?? usual,
  updatedAmount: (_before: number, sent: number): number => sent,
  updatedDescription: (_before: string | null, sent: string | null): string | null => sent,
  withEntry: (history: readonly StatusEntry[], entry: StatusEntry): readonly StatusEntry[] => [...history, entry],
  currentDetails: (history: readonly StatusEntry[]): StatusEntry | undefined => history.at(-1),

  refundAmount: (asked: number | null | undefined, charge: number): number => asked ?? charge,
  acceptsRefund: (amount: number, charge: number): boolean => amount > 0 && amount <= charge,
  /** A payment is refunded, and resubmitted, once: another is accepted and then blocked. */
  superfluous: (relations: readonly Relation[], relationship: 'resubmit' | 'refund'): boolean =>
    relations.some((relation) => relation.relationship === relationship),
  resubmittedAmount: (original: number): number => original,
  hasRelation: (relations: readonly Relation[], relationship: 'resubmit' | 'refund'): boolean =>
    relations.some((relation) => relation.relationship === relationship),
}
