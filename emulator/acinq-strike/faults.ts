import type { Lie } from '../module.ts'
import type { Rules } from './rules.ts'

/** What the service itself did otherwise at one time of its life, without a new version. */
export const faults: readonly Lie<Rules>[] = [
  {
    id: 'times-in-seconds',
    breaks: 'acinq-strike.charge.times.unit',
    text: 'Created and updated count seconds, as in April 2018.',
    rules: () => ({ timeOf: (milliseconds) => Math.floor(milliseconds / 1000) }),
  },
  {
    id: 'long-ids',
    breaks: 'acinq-strike.charge.id.length',
    text: 'Ids have 44 characters after their prefix, as in April 2018.',
    rules: () => ({ idLength: 44 }),
  },
  {
    id: 'customer-left-out',
    breaks: 'acinq-strike.charge.customer.shown',
    text: 'A charge does not show its customer identifier, as in April 2018.',
    rules: () => ({
      shown: (view) => Object.fromEntries(Object.entries(view).filter(([name]) => name !== 'customer_id')),
    }),
  },
]
