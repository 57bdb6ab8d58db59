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
