import type { Charge, Outcome, Refund } from '../records.ts'
import type { Decline, TestCard } from '../test-cards.ts'

/** What a charge says of its refunds, and which state allows which action. */
export const charges = {
  lapseSeconds: 7 * 86_400,
  capturesByDefault: true,
  /** What stays refunded after a partial capture. */
  restOfCapture: (amount: number, captured: number): number => amount - captured,
  capturedAmount: (_authorized: number, asked: number): number => asked,
  mayCaptureAmount: (asked: number, authorized: number): boolean => asked <= authorized,
  mayCapture: (charge: Charge, refunded: number): boolean =>
    charge.status === 'succeeded' && !charge.captured && refunded === 0,
  /** A refund of part of what was only authorized is a capture of the rest, not a refund. */
  mayRefund: (charge: Charge, refunded: number): boolean => charge.status === 'succeeded' && refunded < charge.amount,
  exceedsRest: (amount: number, left: number, _charge: Charge): boolean => amount > left,
  refundable: (charge: Charge, refunded: number): number => charge.amount - refunded,
  amountRefunded: (refunds: readonly Refund[]): number =>
    refunds.filter(({ status }) => status === 'succeeded').reduce((sum, { amount }) => sum + amount, 0),
  isRefunded: (charge: Charge, refunded: number): boolean => refunded === charge.amount,
  /** Whether a refund moves money: not when the charge was never captured. */
  movesMoney: (charge: Charge): boolean => charge.captured,
  keepsFailedCharge: true,
  isPaid: (charge: Charge): boolean => charge.paid,
  statusOf: (charge: Charge): string => charge.status,
  shownCustomer: (charge: Charge): string | null => charge.customer,
  shownTransaction: (charge: Charge): string | null => charge.balance_transaction,
  failedChargeInError: (charge: string): string | undefined => charge,
  declineReason: (decline: Decline): string | undefined => decline.decline_code,
  outcomeOf(card: TestCard, decline: Decline | undefined): Outcome {
    const risk_level = card.risk ?? 'normal'
    if (decline === undefined) {
      const reason = card.risk === undefined ? null : `${card.risk}_risk_level`
      return {
        network_status: 'approved_by_network',
        reason,
        risk_level,
        seller_message: 'Payment complete.',
        type: 'authorized',
      }
    }
    const blocked = decline.blocked === true
    return {
      network_status: blocked ? 'not_sent_to_network' : 'declined_by_network',
      reason: blocked ? `${risk_level}_risk_level` : (decline.decline_code ?? decline.code),
      risk_level,
      seller_message: blocked ? 'The payment was blocked.' : 'The bank declined the payment.',
      type: blocked ? 'blocked' : 'issuer_declined',
    }
  },
  /** What an update may still set. */
  customerIsFixed: (charge: Charge): boolean => charge.customer !== null,
  transferGroupIsFixed: (charge: Charge): boolean => charge.transfer_group !== null,
}
