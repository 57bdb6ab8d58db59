import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'

/** Lies that the consumer examples meet. */
export const consumerLies: readonly Lie<Rules>[] = [
  {
    id: 'names-shouted',
    breaks: 'straddle.pact.checkout.create-customer',
    text: 'The name of a customer is kept in capitals.',
    rules: () => ({ storedName: (name) => name.toUpperCase() }),
  },
  {
    id: 'family-name-first',
    breaks: 'straddle.pact.checkout.read-customer',
    text: 'The name of a customer is kept with the family name first.',
    rules: () => ({ storedName: (name) => name.split(' ').toReversed().join(', ') }),
  },
  {
    id: 'amounts-in-dollars',
    breaks: 'straddle.pact.checkout.read-charge',
    text: 'A charge shows its amount in dollars.',
    rules: ({ shownAmount }) => ({
      shownAmount: (cents, kind) => (kind === 'charge' ? cents / 100 : shownAmount(cents, kind)),
    }),
  },
  {
    id: 'held-charges-look-pending',
    breaks: 'straddle.pact.checkout.hold-charge',
    text: 'A charge that is put on hold is shown as pending.',
    rules: ({ statusAfter }) => ({
      statusAfter: (action, kind) => (action === 'hold' && kind === 'charge' ? 'pending' : statusAfter(action, kind)),
    }),
  },
  {
    id: 'cancelled-charges-look-failed',
    breaks: 'straddle.pact.checkout.cancel-charge',
    text: 'A charge that is cancelled is shown as failed.',
    rules: ({ statusAfter }) => ({
      statusAfter: (action, kind) => (action === 'cancel' && kind === 'charge' ? 'failed' : statusAfter(action, kind)),
    }),
  },
  {
    id: 'orders-in-capitals',
    breaks: 'straddle.pact.checkout.list-payments',
    text: 'A list names its order in capitals.',
    rules: ({ reportedOrder }) => ({ reportedOrder: (order) => reportedOrder(order).toUpperCase() }),
  },
  {
    id: 'names-cut-short',
    breaks: 'straddle.customers.create.echoes',
    text: 'The name of a customer is cut after six characters.',
    rules: () => ({ storedName: (name) => name.slice(0, 6) }),
  },
  {
    id: 'missing-objects-say-400',
    breaks: 'straddle.pact.checkout.unknown-customer',
    text: 'The error of an object that there is not says 400 in its body.',
    rules: ({ repeatedStatus }) => ({ repeatedStatus: (status) => (status === 404 ? 400 : repeatedStatus(status)) }),
  },
  {
    id: 'revealed-token-cut',
    breaks: 'straddle.pact.checkout.reveal-paykey',
    text: 'A revealed paykey shows its token with the tail masked.',
    rules: () => ({ paykeyInReveal: (full) => `${full.slice(0, 24)}******` }),
  },
]
