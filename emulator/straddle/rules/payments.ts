import type {
  Payment,
  PaymentAction,
  PaymentKind,
  PaymentStatus,
  Relation,
  Stage,
  StatusEntry,
} from '../payments/payment.ts'

import type { Paykey } from '../paykeys/paykey.ts'

/** Actions that give a payment another status. */
export type StatusAction = 'hold' | 'release' | 'cancel'

const after: Readonly<Record<StatusAction, PaymentStatus>> = {
  hold: 'on_hold',
  release: 'created',
  cancel: 'cancelled',
}

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
  acceptsCurrency: (currency: string, _kind: PaymentKind): boolean => currency === 'USD',
  acceptsAmount: (amount: number): boolean => amount > 0,
  acceptsDate: (date: string, today: string, _kind: PaymentKind): boolean => date >= today,
  shownAmount: (cents: number, _kind: PaymentKind): number => cents,
  storedDescription: (sent: string | null, _kind: PaymentKind): string | null => sent,
  /** Dates of payments are days in New York. */
  paymentZone: (): string => 'America/New_York',
  paykeyFor: (token: string, all: readonly Paykey[]): Paykey | undefined => all.find((each) => each.token === token),
  externalIdTaken: (kind: PaymentKind, id: string, others: readonly Payment[]): boolean =>
    others.some((other) => other.kind === kind && other.externalId === id),

  mayAct: (action: PaymentAction, status: PaymentStatus, _kind: PaymentKind): boolean =>
    allowed[action].includes(status),
  statusAfter: (action: StatusAction, _kind: PaymentKind): PaymentStatus => after[action],
  /** Holding and cancelling stop what is under way; a release starts it again. */
  stageAfter: (action: StatusAction, _before: Stage, _kind: PaymentKind): Stage =>
    action === 'release' ? 'entered' : 'stopped',
  startsOnHold: (autoHold: boolean | null | undefined, _kind: PaymentKind): boolean => autoHold === true,
  /** The reason that a client gives becomes the message of the status. */
  actionMessage: (given: string | null | undefined, usual: string, _kind: PaymentKind): string => given ?? usual,
  updatedAmount: (_before: number, sent: number, _kind: PaymentKind): number => sent,
  updatedDescription: (_before: string | null, sent: string | null): string | null => sent,
  withEntry: (history: readonly StatusEntry[], entry: StatusEntry, _kind: PaymentKind): readonly StatusEntry[] => [
    ...history,
    entry,
  ],
  currentDetails: (history: readonly StatusEntry[], _kind: PaymentKind): StatusEntry | undefined => history.at(-1),

  refundAmount: (asked: number | null | undefined, charge: number): number => asked ?? charge,
  acceptsRefund: (amount: number, charge: number): boolean => amount > 0 && amount <= charge,
  /** A payment is refunded, and resubmitted, once: another is accepted and then blocked. */
  superfluous: (original: Payment, relationship: 'resubmit' | 'refund'): boolean =>
    original.relations.some((relation) => relation.relationship === relationship),
  resubmittedAmount: (original: number, _kind: PaymentKind): number => original,
  hasRelation: (relations: readonly Relation[], relationship: 'resubmit' | 'refund'): boolean =>
    relations.some((relation) => relation.relationship === relationship),
}
