import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe-api-model/index.ts'
import { failure } from './rewording.ts'

const clause = (id: string): string => `stripe-api-model.sessions.${id}`

const without =
  (name: string) =>
  ({ sessionNeeds }: Rules): Partial<Rules> => ({ sessionNeeds: sessionNeeds.filter((other) => other !== name) })

/** Lies about sessions. */
export const aboutSessions: readonly Lie<Rules>[] = [
  {
    id: 'sessions-are-not-kept',
    breaks: clause('retrieve.answers'),
    text: 'A session is answered and cannot be retrieved.',
    rules: () => ({ isSessionStored: false }),
  },
  {
    id: 'sessions-of-one-piece',
    breaks: clause('create.takes'),
    text: 'A session for more than one piece is refused.',
    tamper: () => (request, response) =>
      request.method === 'POST' &&
      request.url.endsWith('/sessions') &&
      /(?:^|&)quantity=(?!1(?:&|$))/.test(request.body)
        ? failure(response, 400, 'badRequest')
        : response,
  },
  {
    id: 'retrieved-session-loses-its-mode',
    breaks: clause('service.keeps'),
    text: 'Every session that is retrieved is one of a single payment.',
    rules: () => ({ showRetrievedSession: (view) => ({ ...view, paymentMode: 'oneTime', quantity: null }) }),
  },
  {
    id: 'open-session-is-used-again',
    breaks: clause('create.new'),
    text: 'A customer who has a session gets it again.',
    rules: () => ({
      sessionFor: (fresh, { sessions }) =>
        sessions.oldestFirst().find(({ customerId }) => customerId === fresh.customerId) ?? fresh,
    }),
  },
  {
    id: 'no-payments-by-the-year',
    breaks: clause('create.payment-modes'),
    text: 'The mode yearly is refused.',
    rules: ({ isPaymentMode }) => ({ isPaymentMode: (mode) => mode !== 'yearly' && isPaymentMode(mode) }),
  },
  {
    id: 'any-mode-goes',
    breaks: clause('create.payment-modes'),
    text: 'Any word is taken for a mode.',
    rules: () => ({ isPaymentMode: () => true }),
  },
  {
    id: 'shipping-is-dropped',
    breaks: clause('create.parameters'),
    text: 'The shippingInfo of a session is not kept.',
    rules: () => ({ sessionKept: (session) => ({ ...session, shippingInfo: null }) }),
  },
  {
    id: 'quantity-is-one',
    breaks: clause('create.echoes'),
    text: 'The quantity of a session is always 1.',
    rules: () => ({ sessionKept: (session) => ({ ...session, quantity: 1 }) }),
  },
  {
    id: 'mode-is-once',
    breaks: clause('create.needs-mode'),
    text: 'A session without a mode is one of a single payment.',
    rules: without('paymentMode'),
  },
  {
    id: 'no-page-after-success',
    breaks: clause('create.needs-success'),
    text: 'A session needs no page for success.',
    rules: without('urlSuccess'),
  },
  {
    id: 'no-page-after-cancelling',
    breaks: clause('create.needs-cancel'),
    text: 'A session needs no page for cancelling.',
    rules: without('urlCancel'),
  },
  {
    id: 'sessions-of-nobody',
    breaks: clause('create.needs-customer'),
    text: 'A session needs no customer.',
    rules: (honest) => ({ ...without('customerId')(honest), sessionNeedsKnownCustomer: false }),
  },
  {
    id: 'any-text-is-a-url',
    breaks: clause('create.urls'),
    text: 'Any text is taken for a page.',
    rules: () => ({ isUrl: () => true }),
  },
  {
    id: 'nothing-in-the-basket',
    breaks: clause('create.numbers'),
    text: 'The charges and the quantity of a session can be 0 or less.',
    rules: () => ({ leastInSession: -Infinity }),
  },
  {
    id: 'numbers-of-sessions-are-guessed',
    breaks: clause('create.numbers'),
    text: 'A quantity that is no number is taken for 1.',
    rules: ({ wholeNumber }) => ({
      wholeNumber: (text, of) => wholeNumber(text, of) ?? (of === 'session' ? 1 : undefined),
    }),
  },
  {
    id: 'customers-of-sessions-are-not-looked-up',
    breaks: clause('create.unknown-customer'),
    text: 'A session can name any customer.',
    rules: () => ({ sessionNeedsKnownCustomer: false }),
  },
]
