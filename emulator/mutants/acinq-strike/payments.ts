import type { Charge } from '../../acinq-strike/charge.ts'
import type { Rules } from '../../acinq-strike/index.ts'
import type { Lie } from '../../module.ts'

function settling(change: (charge: Charge, now: number) => Partial<Charge>): Pick<Lie<Rules>, 'rules'> {
  return { rules: ({ paidBy }) => ({ paidBy: (charge, now) => ({ ...paidBy(charge, now), ...change(charge, now) }) }) }
}

/** Answers for a minute with what was answered before. */
function withCache(): Rules['shownWhenRetrieved'] {
  const cache = new Map<string, { readonly until: number; readonly charge: Charge }>()
  return (charge, now) => {
    const known = cache.get(charge.id)
    if (known !== undefined && now < known.until) return known.charge
    cache.set(charge.id, { until: now + 60_000, charge })
    return charge
  }
}

export const aboutPayments: readonly Lie<Rules>[] = [
  {
    id: 'payments-are-not-shown',
    breaks: 'acinq-strike.example.poll.paid',
    text: 'A retrieved charge is never shown as paid.',
    rules: () => ({ shownWhenRetrieved: (charge) => ({ ...charge, paid: false }) }),
  },
  {
    id: 'payments-are-not-listed',
    breaks: 'acinq-strike.introduction.service.payments',
    text: 'The list of an account does not show that a charge is paid.',
    rules: () => ({ shownWhenListed: (charge) => ({ ...charge, paid: false }) }),
  },
  {
    id: 'retrievals-are-cached',
    breaks: 'acinq-strike.charges.poll.current',
    text: 'A charge that was retrieved is answered from a cache for a minute.',
    rules: () => ({ shownWhenRetrieved: withCache() }),
  },
  {
    id: 'payments-clear-the-description',
    breaks: 'acinq-strike.charges.payment.keeps-the-rest',
    text: 'A payment replaces the description by its own.',
    ...settling(() => ({ description: 'paid' })),
  },
  {
    id: 'payments-move-created',
    breaks: 'acinq-strike.charge.times.created-stays',
    text: 'Created becomes the time of the payment.',
    ...settling((_, now) => ({ createdAt: now })),
  },
  {
    id: 'payments-leave-updated',
    breaks: 'acinq-strike.charge.times.updated-moves',
    text: 'Updated stays at the time of the create.',
    ...settling(({ updatedAt }) => ({ updatedAt })),
  },
  {
    id: 'paid-charges-expire',
    breaks: 'acinq-strike.charge.paid.final',
    text: 'Once its payment request has expired, a paid charge is shown as not paid.',
    rules: () => ({
      shownWhenRetrieved: (charge, now) => ({ ...charge, paid: charge.paid && now < charge.expiresAt }),
    }),
  },
]
