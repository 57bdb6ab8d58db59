import type { Payment, Stage, StatusEntry } from '../payments/payment.ts'
import type { PaykeyStatus } from '../paykeys/paykey.ts'

/** What processing knows of a payment's paykey. */
export interface Funds {
  readonly status: PaykeyStatus
  readonly carriesPayments: boolean
  /** Code of the return that blocked the paykey. */
  readonly blockedBy?: string | undefined
  /** Cents; absent where the balance cannot be read. */
  readonly balance?: number | undefined
}

/** What a step of processing makes of a payment. */
export interface Step extends Omit<StatusEntry, 'changedAt'> {
  readonly stage: Stage
}

/** How a bank or a customer sends money back. */
export interface Return {
  readonly code: string
  readonly reason: StatusEntry['reason']
  readonly source: StatusEntry['source']
  readonly message: string
}

const returns: Readonly<Record<string, Return>> = {
  insufficient_funds: {
    code: 'R01',
    reason: 'insufficient_funds',
    source: 'bank_decline',
    message: 'The account does not hold enough money for this payment.',
  },
  closed_bank_account: {
    code: 'R02',
    reason: 'closed_bank_account',
    source: 'bank_decline',
    message: 'The bank account is closed.',
  },
  customer_dispute: {
    code: 'R05',
    reason: 'disputed',
    source: 'customer_dispute',
    message: 'The customer disputes this payment.',
  },
  not_authorized: {
    code: 'R29',
    reason: 'disputed',
    source: 'customer_dispute',
    message: 'The business that owns the account did not authorize this payment.',
  },
}

const delays: Readonly<Record<Stage, number>> = {
  entered: 5,
  verified: 55,
  sent: 15,
  posted: 15,
  received: 30,
  settled: 300,
  stopped: 0,
}

const stop = (status: 'cancelled' | 'failed', reason: StatusEntry['reason'], message: string): Step => ({
  stage: 'stopped',
  status,
  reason,
  source: 'watchtower',
  message,
})

/** The processing of payments, moved by the clock. */
export const processingRules = {
  /** Seconds after which the step that follows a stage is due. */
  delay: (stage: Stage): number => delays[stage],
  /** Money moves on the payment's date, not before. */
  waitsFor: ({ paymentDate }: Payment, today: string): boolean => paymentDate > today,

  blocksSuperfluous: (): Step =>
    stop('cancelled', 'payment_blocked', 'This payment was refunded or resubmitted before.'),
  refusesPaykey(_payment: Payment, { carriesPayments, blockedBy }: Funds): Step | undefined {
    if (carriesPayments) return undefined
    const step = stop('failed', 'invalid_paykey', 'The paykey cannot be used for payments.')
    return blockedBy === undefined ? step : { ...step, code: blockedBy }
  },
  refusesBalance({ balanceCheck, amount }: Payment, { balance }: Funds): Step | undefined {
    if (balanceCheck === 'required' && balance === undefined) {
      return stop('failed', 'insufficient_funds', 'The balance of the bank account cannot be read.')
    }
    const short = balance !== undefined && balance < amount
    return short && (balanceCheck === 'required' || balanceCheck === 'enabled')
      ? stop('failed', 'insufficient_funds', 'The balance of the bank account is below the amount.')
      : undefined
  },
  /** Outcomes that end a payment, or hold it, before any money moves. */
  forcedVerification({ outcome, released }: Payment): Step | undefined {
    if (outcome === 'cancelled_for_fraud_risk') {
      return stop('cancelled', 'payment_blocked', 'Cancelled as a simulation of detected fraud.')
    }
    if (outcome === 'cancelled_for_balance_check') {
      return stop('cancelled', 'insufficient_funds', 'Cancelled as a simulation of a balance check.')
    }
    if (outcome !== 'on_hold_daily_limit' || released) return undefined
    const message = 'Held as a simulation of an amount above the daily limit.'
    return { stage: 'stopped', status: 'on_hold', reason: 'amount_too_large', source: 'watchtower', message }
  },
  /** Every payment that reached its bank comes to an end there. */
  settles: (_kind: Payment['kind']): boolean => true,
  /** How the bank answers, where it does not pay. */
  failure({ outcome }: Payment): Return | undefined {
    return outcome?.startsWith('failed_') === true ? returns[outcome.slice('failed_'.length)] : undefined
  },
  /** How money that was paid comes back. */
  reversal({ outcome }: Payment): Return | undefined {
    return outcome?.startsWith('reversed_') === true ? returns[outcome.slice('reversed_'.length)] : undefined
  },
  /** Money is taken back only after it was paid. */
  paysBeforeReversal: (_kind: Payment['kind']): boolean => true,
}
