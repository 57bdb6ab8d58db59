import type { Rules } from '../../acinq-strike/index.ts'
import type { Lie } from '../../module.ts'

/** Remembers how often each charge was read. */
function counter(): (id: string) => number {
  const counts = new Map<string, number>()
  return (id) => {
    const count = (counts.get(id) ?? 0) + 1
    counts.set(id, count)
    return count
  }
}

export const aboutReading: readonly Lie<Rules>[] = [
  {
    id: 'newest-for-any',
    breaks: 'acinq-strike.charges.retrieve.asked-for',
    text: 'Whatever the id, the newest charge of the account is answered.',
    rules: () => ({ find: (own, _, id) => (own.get(id) === undefined ? undefined : own.newestFirst()[0]) }),
  },
  {
    id: 'descriptions-are-escaped',
    breaks: 'acinq-strike.charges.retrieve.as-created',
    text: 'A retrieved description is escaped for HTML.',
    rules: () => ({
      shownWhenRetrieved: (charge) => ({
        ...charge,
        description: charge.description.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
      }),
    }),
  },
  {
    id: 'reads-count-as-updates',
    breaks: 'acinq-strike.charges.poll.changes-nothing',
    text: 'Updated moves on with each repeated retrieval.',
    rules: () => {
      const read = counter()
      return { shownWhenRetrieved: (charge) => ({ ...charge, updatedAt: charge.updatedAt + read(charge.id) - 1 }) }
    },
  },
  {
    id: 'small-charges-look-paid',
    breaks: 'acinq-strike.example.poll.unpaid',
    text: 'A charge of less than ten satoshi is shown as paid at once.',
    rules: () => ({ shownWhenRetrieved: (charge) => ({ ...charge, paid: charge.paid || charge.amount < 10 }) }),
  },
  {
    id: 'answers-are-text',
    breaks: 'acinq-strike.responses.body.media-type',
    text: 'Answers say that they are plain text.',
    rules: () => ({ mediaType: 'text/plain' }),
  },
]
