import type { Lie } from '../../module.ts'
import type { Rules } from '../../strike/index.ts'

/** Lies about what becomes of an invoice. */
export const lifeLies: readonly Lie<Rules>[] = [
  {
    id: 'stranger-cancels',
    breaks: 'strike.invoices.cancel.by-stranger',
    text: 'Lets anybody cancel an invoice.',
    rules: () => ({ canCancel: () => true }),
  },
  {
    id: 'receiver-cannot-cancel',
    breaks: 'strike.invoices.cancel.by-receiver',
    text: 'Lets the issuer of an invoice cancel it, and not its receiver.',
    rules: () => ({ canCancel: (account, invoice) => invoice.issuerId === account.id }),
  },
  {
    id: 'paid-cancelled',
    breaks: 'strike.invoices.states.paid-is-final',
    text: 'Cancels an invoice that is paid.',
    rules: ({ refusesCancelling }) => ({
      refusesCancelling: (state) => (state === 'PAID' ? undefined : refusesCancelling(state)),
    }),
  },
  {
    id: 'pending-cancelled',
    breaks: 'strike.invoices.states.processing',
    text: 'Cancels an invoice whose payment is under way.',
    rules: ({ refusesCancelling }) => ({
      refusesCancelling: (state) => (state === 'PENDING' ? undefined : refusesCancelling(state)),
    }),
  },
  {
    id: 'cancelled-again',
    breaks: 'strike.invoices.states.cancelled-is-final',
    text: 'Answers a second cancel as if it were the first.',
    rules: ({ refusesCancelling }) => ({
      refusesCancelling: (state) => (state === 'CANCELLED' ? undefined : refusesCancelling(state)),
    }),
  },
  {
    id: 'cancel-shows-before',
    breaks: 'strike.invoices.cancel.cancelled',
    text: 'Answers a cancel with the invoice as it was before.',
    rules: () => ({ shownCancelled: (before) => before }),
  },
  {
    id: 'cancel-forgets',
    breaks: 'strike.invoices.cancel.only-state',
    text: 'Loses the correlation id when an invoice is cancelled.',
    rules: ({ cancelled }) => ({
      cancelled: (invoice) => {
        const { correlationId: _, ...rest } = cancelled(invoice)
        return rest
      },
    }),
  },
  {
    id: 'paid-twice',
    breaks: 'strike.invoices.states.final',
    text: 'Quotes and pays an invoice that is paid already.',
    rules: ({ refusesQuoting, refusesPaying }) => ({
      refusesQuoting: (state) => (state === 'PAID' ? undefined : refusesQuoting(state)),
      refusesPaying: (state) => (state === 'PAID' ? undefined : refusesPaying(state)),
    }),
  },
  {
    id: 'quoted-after-cancel',
    breaks: 'strike.invoices.states.cancelled-is-final',
    text: 'Lets a cancelled invoice be quoted.',
    rules: ({ refusesQuoting }) => ({
      refusesQuoting: (state) => (state === 'CANCELLED' ? undefined : refusesQuoting(state)),
    }),
  },
  {
    id: 'paid-after-cancel',
    breaks: 'strike.invoices.states.final',
    text: 'Takes money for a cancelled invoice whose quote is still good.',
    rules: ({ refusesPaying }) => ({
      refusesPaying: (state) => (state === 'CANCELLED' ? undefined : refusesPaying(state)),
    }),
  },
  {
    id: 'paid-raced',
    breaks: 'strike.payments.execute.once',
    text: 'Takes the money twice when two payments are under way together.',
    rules: () => ({ locksBeforePaying: false }),
  },
  {
    id: 'stuck-pending',
    breaks: 'strike.payments.execute.pays',
    text: 'Leaves an invoice pending after its payment completed.',
    rules: () => ({ wayToPaid: ['PENDING'] }),
  },
  {
    id: 'pays-itself',
    breaks: 'strike.payments.execute.not-to-self',
    text: 'Lets an account pay its own invoice.',
    rules: () => ({ paysSelf: () => false }),
  },
  {
    id: 'pays-what-it-receives',
    breaks: 'strike.payments.execute.not-to-self',
    text: 'Lets an account pay what it receives itself, where another issued the invoice.',
    rules: ({ paysSelf }) => ({
      paysSelf: (payer, invoice) => invoice.issuerId === payer.id && paysSelf(payer, invoice),
    }),
  },
  {
    id: 'expires-with-quote',
    breaks: 'strike.invoices.states.no-expiry',
    text: 'Shows an invoice as cancelled once its quotes have expired.',
    rules: () => ({ afterExpiry: (state) => (state === 'UNPAID' ? 'CANCELLED' : state) }),
  },
]
