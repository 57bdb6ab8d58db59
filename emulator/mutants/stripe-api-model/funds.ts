import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe-api-model/index.ts'

const clause = (id: string): string => `stripe-api-model.${id}`

const without =
  (name: string) =>
  ({ payoutNeeds }: Rules): Partial<Rules> => ({ payoutNeeds: payoutNeeds.filter((other) => other !== name) })

/** Lies about the balance and payouts. */
export const aboutFunds: readonly Lie<Rules>[] = [
  {
    id: 'refunds-move-nothing',
    breaks: clause('balance.transactions.of-each-movement'),
    text: 'A refund is no transaction.',
    rules: () => ({ isPosted: (type) => type !== 'refund' }),
  },
  {
    id: 'refunds-come-in',
    breaks: clause('balance.transactions.of-each-movement'),
    text: 'A refund is booked as a gain.',
    rules: ({ signed }) => ({ signed: (type, amount) => (type === 'refund' ? amount : signed(type, amount)) }),
  },
  {
    id: 'fee-is-not-taken-off',
    breaks: clause('balance.transactions.net'),
    text: 'A transaction has a fee that its net does not know of.',
    rules: () => ({ feeOf: (type) => (type === 'charge' ? 30 : 0), netOf: (amount) => amount }),
  },
  {
    id: 'balance-drifts',
    breaks: clause('balance.object.adds-up'),
    text: 'After three transactions the balance is one short.',
    rules: () => ({
      shownBalance: (available, { transactions }) => (transactions.size > 3 ? available - 1 : available),
    }),
  },
  {
    id: 'nothing-available-yet',
    breaks: 'stripe-api-model.pact.retrieve-balance',
    text: 'All funds are pending, for ever.',
    rules: () => ({ showBalance: (funds) => ({ available: [], pending: funds }) }),
  },
  {
    id: 'payout-of-everything-lacks-funds',
    breaks: 'stripe-api-model.errors.request-failed.status',
    text: 'Refuses a payout of exactly what is available for lack of funds.',
    rules: () => ({ payoutIsCovered: (available, amount) => amount < available }),
  },
  {
    id: 'retrieved-transaction-without-sign',
    breaks: clause('balance.retrieve-transaction.same'),
    text: 'A retrieved transaction names another source.',
    rules: () => ({ showRetrievedTransaction: (view) => ({ ...view, sourceId: view['transactionId'] ?? null }) }),
  },
  {
    id: 'payouts-on-credit',
    breaks: clause('errors.request-failed.status'),
    text: 'A payout needs no funds.',
    rules: () => ({ payoutIsCovered: () => true }),
  },
  {
    id: 'lack-of-funds-is-a-bad-request',
    breaks: clause('errors.request-failed.status'),
    text: 'Lack of funds is answered 400.',
    rules: ({ statusOf }) => ({ statusOf: (phrase) => (phrase === 'requestFailed' ? 400 : statusOf(phrase)) }),
  },
  {
    id: 'payouts-leave-the-balance-alone',
    breaks: clause('payouts.service.from-account'),
    text: 'A payout takes nothing from the balance.',
    rules: () => ({ isPosted: (type) => type !== 'payout' }),
  },
  {
    id: 'one-payout-an-account',
    breaks: clause('payouts.create.new'),
    text: 'A second payout of an amount is the first one again.',
    rules: () => ({
      payoutFor: (fresh, { payouts }) => payouts.oldestFirst().find(({ amount }) => amount === fresh.amount) ?? fresh,
    }),
  },
  {
    id: 'payout-loses-its-destination',
    breaks: clause('payouts.create.echoes'),
    text: 'The destination of a payout is not kept.',
    rules: () => ({ payoutKept: (payout) => ({ ...payout, destination: null }) }),
  },
  {
    id: 'payouts-of-nothing',
    breaks: clause('payouts.create.needs-amount'),
    text: 'A payout without an amount is one of 0.',
    rules: without('amount'),
  },
  {
    id: 'payouts-in-dollars',
    breaks: clause('payouts.create.needs-currency'),
    text: 'A payout without a currency is in USD.',
    rules: without('currency'),
  },
  {
    id: 'negative-payouts',
    breaks: clause('payouts.create.amount'),
    text: 'A payout of a negative amount is taken.',
    rules: () => ({ leastPaidOut: -Infinity }),
  },
  {
    id: 'numbers-of-payouts-are-guessed',
    breaks: clause('payouts.create.amount'),
    text: 'An amount that is no number is taken for 1.',
    rules: ({ wholeNumber }) => ({
      wholeNumber: (text, of) => wholeNumber(text, of) ?? (of === 'payout' ? 1 : undefined),
    }),
  },
  {
    id: 'payouts-in-any-currency',
    breaks: clause('payouts.create.currency'),
    text: 'A currency that is none is one without funds.',
    rules: ({ isCurrency }) => ({ isCurrency: (text, of) => of === 'payout' || isCurrency(text, of) }),
  },
  {
    id: 'failed-payouts-are-kept',
    breaks: clause('payouts.create.failed-makes-nothing'),
    text: 'A payout that failed stands in the list.',
    rules: () => ({ storesFailedPayouts: true }),
  },
  {
    id: 'retrieved-payout-is-in-transit',
    breaks: clause('payouts.retrieve.same'),
    text: 'A retrieved payout is in transit for ever.',
    rules: () => ({ showRetrievedPayout: (view) => ({ ...view, status: 'inTransit' }) }),
  },
]
