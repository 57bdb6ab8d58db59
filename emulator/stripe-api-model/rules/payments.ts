import type { Account } from '../account.ts'
import type { Charge, Refund, Session } from '../records.ts'
import { asItIs } from './as-it-is.ts'
import type { View } from './customers.ts'

/** How sessions, charges and refunds are made and shown. */
export interface PaymentRules {
  readonly sessionNeeds: readonly string[]
  readonly sessionNeedsKnownCustomer: boolean
  readonly isPaymentMode: (text: string) => boolean
  readonly leastInSession: number
  readonly sessionKept: (session: Session) => Session
  /** The session that a create answers. */
  readonly sessionFor: (fresh: Session, account: Account) => Session
  readonly isSessionStored: boolean
  readonly showSession: (session: Session) => View
  readonly showRetrievedSession: (view: View) => View

  readonly chargeNeeds: readonly string[]
  readonly chargeNeedsKnownCustomer: boolean
  readonly leastCharged: number
  readonly cardPays: (card: string | null) => boolean
  readonly storesFailedCharges: boolean
  readonly chargeKept: (charge: Charge) => Charge
  /** The charge that a create answers. */
  readonly chargeFor: (fresh: Charge, account: Account) => Charge
  readonly showCharge: (charge: Charge) => View
  readonly showRetrievedCharge: (view: View) => View

  readonly refundNeeds: readonly string[]
  readonly leastRefunded: number
  readonly refundedAmount: (wanted: number | undefined, left: number, charged: number) => number
  readonly isRefundable: (amount: number, left: number) => boolean
  readonly refundIsCovered: (available: number, amount: number) => boolean
  readonly chargeAfterRefund: (charge: Charge, amount: number) => Charge
  readonly refundKept: (refund: Refund) => Refund
  readonly showRefund: (refund: Refund) => View
  readonly showRetrievedRefund: (view: View) => View
}

export const payments: PaymentRules = {
  sessionNeeds: ['paymentMode', 'urlSuccess', 'urlCancel', 'customerId'],
  sessionNeedsKnownCustomer: true,
  isPaymentMode: (text) => ['oneTime', 'monthly', 'yearly'].includes(text),
  leastInSession: 1,
  sessionKept: asItIs,
  sessionFor: asItIs,
  isSessionStored: true,
  showSession: ({ createdAt, ...session }) => ({ ...session, timestamp: createdAt }),
  showRetrievedSession: asItIs,

  chargeNeeds: ['amount', 'currency', 'customerId'],
  chargeNeedsKnownCustomer: true,
  leastCharged: 1,
  cardPays: (card) => card !== null && !card.includes('nofunds'),
  storesFailedCharges: false,
  chargeKept: asItIs,
  chargeFor: asItIs,
  showCharge: ({ createdAt, ...charge }) => ({ ...charge, status: 'succeeded', timestamp: createdAt }),
  showRetrievedCharge: asItIs,

  refundNeeds: ['chargeId'],
  leastRefunded: 1,
  refundedAmount: (wanted, left) => wanted ?? left,
  isRefundable: (amount, left) => amount >= 1 && amount <= left,
  refundIsCovered: (available, amount) => amount <= available,
  chargeAfterRefund: (charge, amount) => ({ ...charge, refundedAmount: charge.refundedAmount + amount }),
  refundKept: asItIs,
  showRefund: ({ createdAt, ...refund }) => ({ ...refund, timestamp: createdAt, status: 'succeeded' }),
  showRetrievedRefund: asItIs,
}
