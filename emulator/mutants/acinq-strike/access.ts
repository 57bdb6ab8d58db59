import type { Rules } from '../../acinq-strike/index.ts'
import type { Lie } from '../../module.ts'

export const aboutAccess: readonly Lie<Rules>[] = [
  {
    id: 'any-key-is-known',
    breaks: 'acinq-strike.authentication.key.wrong',
    text: 'Every key of the right form opens an account.',
    rules: () => ({ knowsKey: (key) => key.startsWith('sk_') }),
  },
  {
    id: 'wrong-key-not-found',
    breaks: 'acinq-strike.authentication.key.wrong',
    text: 'A wrong key is answered with 404, as if there were no such account.',
    rules: ({ statusOf }) => ({ statusOf: (reason) => (reason === 'wrong-key' ? 404 : statusOf(reason)) }),
  },
  {
    id: 'guests-are-let-in',
    breaks: 'acinq-strike.keys.request.needed',
    text: 'A request without a key works on an account of guests.',
    rules: () => ({ anonymousKey: 'sk_guest' }),
  },
  {
    id: 'no-key-is-a-bad-request',
    breaks: 'acinq-strike.authentication.key.missing',
    text: 'A request without a key is answered with 400.',
    rules: ({ statusOf }) => ({ statusOf: (reason) => (reason === 'no-key' ? 400 : statusOf(reason)) }),
  },
  {
    id: 'charges-of-everybody',
    breaks: 'acinq-strike.accounts.charges.private',
    text: 'A charge is found by its id, whoever asks.',
    rules: () => ({ find: (_, everybody, id) => everybody.get(id) }),
  },
  {
    id: 'paid-charges-of-everybody',
    breaks: 'acinq-strike.accounts.charges.private',
    text: 'A charge that has been paid is found by its id, whoever asks.',
    rules: ({ find }) => ({
      find: (own, everybody, id) => {
        const charge = everybody.get(id)
        return charge?.paid === true ? charge : find(own, everybody, id)
      },
    }),
  },
  {
    id: 'list-of-everybody',
    breaks: 'acinq-strike.accounts.charges.listed-apart',
    text: 'A list holds the charges of all accounts.',
    rules: () => ({ listed: (_, everybody) => everybody.newestFirst() }),
  },
]
