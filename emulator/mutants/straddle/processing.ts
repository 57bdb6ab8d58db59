import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'
import type { PaymentOutcome } from '../../straddle/payments/payment.ts'

/** One outcome of charges that is not brought about. */
const forgets =
  (outcome: PaymentOutcome): Lie<Rules>['rules'] =>
  ({ forcedVerification }) => ({
    forcedVerification: (payment) =>
      payment.kind === 'charge' && payment.outcome === outcome ? undefined : forcedVerification(payment),
  })

/** Lies about the way of payments, and about funding. */
export const processingLies: readonly Lie<Rules>[] = [
  {
    id: 'daily-limit-ignored',
    breaks: 'straddle.charges.outcomes.hold',
    text: 'A charge above the daily limit is not held.',
    rules: forgets('on_hold_daily_limit'),
  },
  {
    id: 'fraud-ignored',
    breaks: 'straddle.charges.outcomes.fraud',
    text: 'A charge that is to be cancelled for fraud is paid.',
    rules: forgets('cancelled_for_fraud_risk'),
  },
  {
    id: 'balance-ignored',
    breaks: 'straddle.charges.outcomes.balance-check',
    text: 'A charge that is to be cancelled for its balance check is paid.',
    rules: forgets('cancelled_for_balance_check'),
  },
  {
    id: 'failed-for-another-reason',
    breaks: 'straddle.charges.outcomes.failed',
    text: 'Every charge that a bank returns failed for a reason that is not named.',
    rules: ({ failure }) => ({
      failure: (payment) => {
        const honest = failure(payment)
        return honest && payment.kind === 'charge' ? { ...honest, reason: 'other_network_return' } : honest
      },
    }),
  },
  {
    id: 'every-return-is-r01',
    breaks: 'straddle.payouts.outcomes.code',
    text: 'Whatever a bank answers of a payout, its return code is R01.',
    rules: ({ failure }) => ({
      failure: (payment) => {
        const honest = failure(payment)
        return honest && payment.kind === 'payout' ? { ...honest, code: 'R01' } : honest
      },
    }),
  },
  {
    id: 'reversed-without-being-paid',
    breaks: 'straddle.charges.outcomes.reversed',
    text: 'A charge is reversed that never was paid.',
    rules: () => ({ paysBeforeReversal: (kind) => kind === 'payout' }),
  },
  {
    id: 'reversals-forgotten',
    breaks: 'straddle.payouts.outcomes.reversed',
    text: 'A payout that is to be reversed stays paid.',
    rules: ({ reversal }) => ({ reversal: (payment) => (payment.kind === 'payout' ? undefined : reversal(payment)) }),
  },
  {
    id: 'future-charges-sent-at-once',
    breaks: 'straddle.charges.outcomes.future-date',
    text: 'A charge dated in the future is sent to the bank at once.',
    rules: ({ waitsFor }) => ({
      waitsFor: (payment, today) => payment.kind === 'payout' && waitsFor(payment, today),
    }),
  },
  {
    id: 'inactive-paykeys-charged',
    breaks: 'straddle.charges.create.paykey-inactive',
    text: 'A charge on a cancelled paykey is paid.',
    rules: ({ refusesPaykey }) => ({
      refusesPaykey: (payment, funds) => (payment.kind === 'charge' ? undefined : refusesPaykey(payment, funds)),
    }),
  },
  {
    id: 'payouts-never-settle',
    breaks: 'straddle.payouts.outcomes.paid',
    text: 'A payout stays pending for good.',
    rules: () => ({ settles: (kind) => kind === 'charge' }),
  },
  {
    id: 'funding-a-cent-short',
    breaks: 'straddle.funding.payments.sum',
    text: 'A funding event is one cent below the sum of its payments.',
    rules: ({ fundingAmount }) => ({ fundingAmount: (payments) => fundingAmount(payments) - 1 }),
  },
  {
    id: 'funding-counts-one-more',
    breaks: 'straddle.funding.payments.count',
    text: 'A funding event counts one payment more than it has.',
    rules: ({ paymentCount }) => ({ paymentCount: (payments) => paymentCount(payments) + 1 }),
  },
  {
    id: 'empty-funding-events',
    breaks: 'straddle.funding.simulate.nothing-to-fund',
    text: 'Where nothing waits for it, a funding event of nothing is made.',
    rules: () => ({ worthFunding: () => true }),
  },
]
