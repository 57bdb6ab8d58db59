import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'

const day = 86_400

export const aboutMoney: readonly Lie<Rules>[] = [
  {
    id: 'net-is-gross',
    breaks: 'stripe.balance-transactions.net.is-amount-less-fee',
    text: 'The net of a transaction is its amount, fee or no fee.',
    rules: () => ({ netOf: (amount) => amount }),
  },
  {
    id: 'fixed-fee-not-detailed',
    breaks: 'stripe.balance-transactions.fee.is-sum-of-details',
    text: 'The details of a fee leave out its fixed part.',
    rules: ({ feeParts }) => ({ feeParts: (fee) => feeParts(Math.max(0, fee - 30)) }),
  },
  {
    id: 'fees-in-the-home-currency',
    breaks: 'stripe.balance-transactions.fee.details-currency',
    text: 'The details of every fee are in euros.',
    rules: () => ({ feeCurrency: () => 'eur' }),
  },
  {
    id: 'a-cent-for-each-refund',
    breaks: 'stripe.balance.history.explains-balance',
    text: 'The balance is a cent off for every refund.',
    rules: ({ counted }) => ({ counted: (net, type) => counted(net, type) + (type === 'refund' ? 1 : 0) }),
  },
  {
    id: 'drift-after-the-third',
    breaks: 'stripe.balance.history.explains-balance',
    text: 'The balance loses a cent with every third movement.',
    rules({ counted }) {
      let movements = 0
      return { counted: (net, type) => counted(net, type) - ((movements += 1) % 3 === 0 ? 1 : 0) }
    },
  },
  {
    id: 'two-weeks-pending',
    breaks: 'stripe.balance.pending.becomes-available',
    text: 'Funds are pending for two weeks.',
    rules: () => ({ pendingSeconds: 14 * day }),
  },
  {
    id: 'charges-not-pending',
    breaks: 'stripe.balance.pending.holds-new-charges',
    text: 'The funds of a charge can be paid out at once.',
    rules: () => ({ pendingSeconds: 0 }),
  },
  {
    id: 'settled-a-day-late',
    breaks: 'stripe.balance-transactions.status.follows-available-on',
    text: 'A transaction stays pending for a day after its funds are available.',
    rules: () => ({ isAvailable: ({ available_on: on, created }, now) => on <= created || on + day <= now }),
  },
  {
    id: 'payouts-not-counted',
    breaks: 'stripe.balance.available.lowered-by-payout',
    text: 'A payout leaves the available funds as they were until it arrives.',
    rules: ({ counted }) => ({
      counted: (net, type) => (type === 'payout' || type === 'payout_cancel' ? 0 : counted(net, type)),
    }),
  },
  {
    id: 'kinds-not-summed',
    breaks: 'stripe.balance.entry.source-types-sum',
    text: 'The source types of a fund stay at zero.',
    rules: () => ({ byKind: () => ({ card: 0 }) }),
  },
  {
    id: 'refund-adds',
    breaks: 'stripe.refunds.create.transaction',
    text: 'The transaction of a refund has a positive amount.',
    rules: () => ({ refundedNet: (amount) => amount }),
  },
  {
    id: 'payout-adds',
    breaks: 'stripe.payouts.create.transaction',
    text: 'The transaction of a payout has a positive amount.',
    rules: () => ({ paidOut: (amount) => amount }),
  },
  {
    id: 'payout-without-funds',
    breaks: 'stripe.payouts.create.above-available',
    text: 'A payout above the available funds is made.',
    rules: () => ({ covers: () => true }),
  },
  {
    id: 'paid-payout-canceled',
    breaks: 'stripe.payouts.cancel.paid-out',
    text: 'A payout that has arrived can be canceled.',
    rules: ({ mayCancel }) => ({ mayCancel: (payout) => payout.status === 'paid' || mayCancel(payout) }),
  },
  {
    id: 'canceled-twice',
    breaks: 'stripe.payouts.cancel.twice',
    text: 'A canceled payout can be canceled again.',
    rules: ({ mayCancel }) => ({ mayCancel: (payout) => payout.status === 'canceled' || mayCancel(payout) }),
  },
  {
    id: 'cancel-keeps-funds',
    breaks: 'stripe.payouts.cancel.returns-funds',
    text: 'A canceled payout does not come back.',
    rules: () => ({ givenBack: () => 0 }),
  },
  {
    id: 'canceled-is-failed',
    breaks: 'stripe.payouts.cancel.cancels',
    text: 'A canceled payout is shown as failed.',
    rules: () => ({ statusWhenCanceled: 'failed' }),
  },
]
