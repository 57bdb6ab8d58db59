import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'
import type { PaymentKind, PaymentOutcome } from '../../straddle/payments/payment.ts'

/** One outcome that is not brought about for one kind of payment. */
const forgets =
  (kind: PaymentKind, outcome: PaymentOutcome): Required<Lie<Rules>>['rules'] =>
  ({ forcedVerification }) => ({
    forcedVerification: (payment) =>
      payment.kind === kind && payment.outcome === outcome ? undefined : forcedVerification(payment),
  })

/** Lies about the way of charges and payouts, the same for both. */
const ways = (kind: PaymentKind): readonly Lie<Rules>[] => [
  {
    id: `${kind}-daily-limit-ignored`,
    breaks: `straddle.${kind}s.outcomes.hold`,
    text: `A ${kind} above the daily limit is not held.`,
    rules: forgets(kind, 'on_hold_daily_limit'),
  },
  {
    id: `${kind}-fraud-ignored`,
    breaks: `straddle.${kind}s.outcomes.fraud`,
    text: `A ${kind} that is to be cancelled for fraud is paid.`,
    rules: forgets(kind, 'cancelled_for_fraud_risk'),
  },
  {
    id: `${kind}s-failed-for-another-reason`,
    breaks: `straddle.${kind}s.outcomes.failed`,
    text: `Every ${kind} that a bank returns failed for a reason that is not named.`,
    rules: ({ failure }) => ({
      failure: (payment) => {
        const honest = failure(payment)
        return honest && payment.kind === kind ? { ...honest, reason: 'other_network_return' } : honest
      },
    }),
  },
  {
    id: `every-return-of-${kind}s-is-r01`,
    breaks: `straddle.${kind}s.outcomes.code`,
    text: `Whatever a bank answers of a ${kind}, its return code is R01.`,
    rules: ({ failure }) => ({
      failure: (payment) => {
        const honest = failure(payment)
        return honest && payment.kind === kind ? { ...honest, code: 'R01' } : honest
      },
    }),
  },
  {
    id: `${kind}s-reversed-unpaid`,
    breaks: `straddle.${kind}s.outcomes.reversed`,
    text: `A ${kind} is reversed that never was paid.`,
    rules: () => ({ paysBeforeReversal: (of) => of !== kind }),
  },
  {
    id: `${kind}-reversals-forgotten`,
    breaks: `straddle.${kind}s.outcomes.reversed`,
    text: `A ${kind} that is to be reversed stays paid.`,
    rules: ({ reversal }) => ({ reversal: (payment) => (payment.kind === kind ? undefined : reversal(payment)) }),
  },
  {
    id: `future-${kind}s-sent-at-once`,
    breaks: `straddle.${kind}s.outcomes.future-date`,
    text: `A ${kind} dated in the future is sent to the bank at once.`,
    rules: ({ waitsFor }) => ({ waitsFor: (payment, today) => payment.kind !== kind && waitsFor(payment, today) }),
  },
  {
    id: `${kind}s-on-inactive-paykeys`,
    breaks: `straddle.${kind}s.create.paykey-inactive`,
    text: `A ${kind} on a cancelled paykey is paid.`,
    rules: ({ refusesPaykey }) => ({
      refusesPaykey: (payment, funds) => (payment.kind === kind ? undefined : refusesPaykey(payment, funds)),
    }),
  },
  {
    id: `${kind}s-never-settle`,
    breaks: `straddle.${kind}s.outcomes.paid`,
    text: `A ${kind} stays pending for good.`,
    rules: () => ({ settles: (of) => of !== kind }),
  },
]

/** Lies about the way of payments, and about funding. */
export const processingLies: readonly Lie<Rules>[] = [
  ...ways('charge'),
  ...ways('payout'),
  {
    id: 'balance-ignored',
    breaks: 'straddle.charges.outcomes.balance-check',
    text: 'A charge that is to be cancelled for its balance check is paid.',
    rules: forgets('charge', 'cancelled_for_balance_check'),
  },
  {
    id: 'days-of-chicago',
    breaks: 'straddle.charges.create.past-date',
    text: 'The dates of payments are days in Chicago, where it is still yesterday at midnight of New York.',
    rules: () => ({ paymentZone: () => 'America/Chicago' }),
  },
  {
    id: 'money-moves-by-universal-time',
    breaks: 'straddle.charges.outcomes.future-date',
    text: 'A payment made in the evening for the next day does not wait for it, which has begun in universal time.',
    rules: ({ waitsFor }) => ({
      waitsFor: (payment, today) => {
        const made = new Date(payment.createdAt).toISOString().slice(0, 10)
        return payment.paymentDate > made && waitsFor(payment, today)
      },
    }),
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
