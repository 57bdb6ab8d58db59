import type { Metadata } from '../rules/metadata.ts'

export type PaymentKind = 'charge' | 'payout'

export const paymentStatuses = [
  'created',
  'scheduled',
  'failed',
  'cancelled',
  'on_hold',
  'pending',
  'paid',
  'reversed',
  'validating',
] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

export const statusReasons = [
  'insufficient_funds',
  'closed_bank_account',
  'invalid_bank_account',
  'invalid_routing',
  'disputed',
  'payment_stopped',
  'owner_deceased',
  'frozen_bank_account',
  'risk_review',
  'fraudulent',
  'duplicate_entry',
  'invalid_paykey',
  'payment_blocked',
  'amount_too_large',
  'too_many_attempts',
  'internal_system_error',
  'user_request',
  'ok',
  'other_network_return',
  'payout_refused',
  'cancel_request',
  'failed_verification',
  'require_review',
  'blocked_by_system',
  'watchtower_review',
  'validating',
  'auto_hold',
] as const
type StatusReason = (typeof statusReasons)[number]

export const statusSources = ['watchtower', 'bank_decline', 'customer_dispute', 'user_action', 'system'] as const
type StatusSource = (typeof statusSources)[number]

/** Why something has the status that it has. */
export interface StatusDetails {
  readonly message: string
  readonly reason: StatusReason
  readonly source: StatusSource
  readonly code?: string | undefined
  readonly changedAt: number
}

export interface StatusEntry extends StatusDetails {
  readonly status: PaymentStatus
}

export const paymentOutcomes = [
  'standard',
  'paid',
  'on_hold_daily_limit',
  'cancelled_for_fraud_risk',
  'cancelled_for_balance_check',
  'failed_insufficient_funds',
  'reversed_insufficient_funds',
  'failed_customer_dispute',
  'reversed_customer_dispute',
  'failed_closed_bank_account',
  'reversed_closed_bank_account',
  'failed_not_authorized',
  'reversed_not_authorized',
] as const
export type PaymentOutcome = (typeof paymentOutcomes)[number]

export const balanceChecks = ['required', 'enabled', 'disabled'] as const
type BalanceCheck = (typeof balanceChecks)[number]

export interface Relation {
  readonly id: string
  readonly kind: PaymentKind
  readonly relationship: 'original' | 'resubmit' | 'refund'
  /** As what this payment follows its original. */
  readonly follows?: 'resubmit' | 'refund' | undefined
}

/** What a client may do to a payment. */
export type PaymentAction = 'update' | 'hold' | 'release' | 'cancel' | 'resubmit' | 'refund'

/** A charge or a payout. */
export interface Payment {
  readonly id: string
  readonly kind: PaymentKind
  readonly token: string
  readonly paykeyId: string
  readonly customerId: string
  readonly amount: number
  readonly currency: string
  readonly description: string | null
  /** Calendar date in US Eastern time. */
  readonly paymentDate: string
  readonly externalId: string
  readonly ip: string
  readonly consent?: 'internet' | 'signed' | undefined
  readonly balanceCheck?: BalanceCheck | undefined
  readonly outcome?: PaymentOutcome | undefined
  readonly autoHold?: boolean | null | undefined
  readonly autoHoldMessage?: string | null | undefined
  readonly metadata?: Metadata | null | undefined
  readonly status: PaymentStatus
  readonly history: readonly StatusEntry[]
  /** Counts status changes; what was due of an earlier one no longer is. */
  readonly turn: number
  /** How far processing has come since it last was `created`. */
  readonly stage: Stage
  /** A hold that was released is not imposed again. */
  readonly released: boolean
  /** A second refund or resubmission of one payment: it is blocked. */
  readonly superfluous: boolean
  readonly fundingIds: readonly string[]
  readonly relations: readonly Relation[]
  readonly processedAt?: number | undefined
  readonly effectiveAt?: number | undefined
  readonly createdAt: number
  readonly updatedAt: number
}

/** Steps of processing; three of them show as `pending`. */
export type Stage = 'entered' | 'verified' | 'sent' | 'posted' | 'received' | 'settled' | 'stopped'
