import type { JsonObject } from '../../../model/json.ts'
import type { EmulatorRequest } from '../../http.ts'
import type { Lie } from '../../module.ts'
import type { Code } from '../../strike/codes.ts'
import type { Rules } from '../../strike/index.ts'

/** Changes the bodies of successes of one method below a path. */
function reworded(method: string, path: RegExp, change: (body: JsonObject) => unknown): Required<Lie<Rules>>['tamper'] {
  const isMeant = (request: EmulatorRequest): boolean => request.method === method && path.test(request.url)
  return () => (request, response) =>
    isMeant(request) && response.status < 300
      ? { ...response, body: JSON.stringify(change(JSON.parse(response.body) as JsonObject)) }
      : response
}

/** Answers an error code with another status than the tabled one. */
function withStatus(code: Code, status: number, breaks: string): Lie<Rules> {
  return {
    id: `${code.toLowerCase().replaceAll('_', '-')}-as-${status}`,
    breaks,
    text: `Answers ${code} with ${status}.`,
    rules: ({ statusOf }) => ({ statusOf: (one) => (one === code ? status : statusOf(one)) }),
  }
}

/** Lies about error codes and about the answer of one operation. */
export const answerLies: readonly Lie<Rules>[] = [
  withStatus('INVALID_DATA', 422, 'strike.errors.statuses.400-bad-request'),
  withStatus('MAINTENANCE_MODE', 404, 'strike.errors.statuses.503-service-unavailable'),
  withStatus('USER_CURRENCY_UNAVAILABLE', 409, 'strike.errors.codes.user-currency-unavailable'),
  withStatus('LN_UNAVAILABLE', 404, 'strike.errors.codes.ln-unavailable'),
  withStatus('EXCHANGE_RATE_NOT_AVAILABLE', 404, 'strike.errors.codes.exchange-rate-not-available'),
  withStatus('AMOUNT_TOO_HIGH', 400, 'strike.errors.codes.amount-too-high'),
  withStatus('ACCOUNT_NOT_READY', 403, 'strike.errors.codes.account-not-ready'),
  {
    id: 'received-by-nobody-known',
    breaks: 'strike.invoices.create.receiver',
    text: 'The answer to a new invoice names another receiver than its issuer.',
    tamper: reworded('POST', /^\/v1\/invoices$/u, (invoice) => ({
      ...invoice,
      receiverId: '0d4b1f6e-6a5c-4d5e-9c3b-2f1a7e8d9c0b',
    })),
  },
  {
    id: 'code-of-its-own',
    breaks: 'strike.errors.response.code-tabled',
    text: 'Answers an unknown path or resource with a code of its own.',
    tamper: () => (_request, response) =>
      response.status === 404
        ? { ...response, body: response.body.replace('"NOT_FOUND"', '"NO_SUCH_THING"') }
        : response,
  },
  {
    id: 'currency-unnamed',
    breaks: 'strike.errors.codes.user-currency-unavailable-values',
    text: 'Does not say which currency the user lacks.',
    tamper: () => (_request, response) => ({
      ...response,
      body: response.body.replace(/,"values":\{"currency":"USD"\}(?=\}\}$)/, ''),
    }),
  },
  {
    id: 'limit-with-points',
    breaks: 'strike.errors.codes.amount-too-high-limit',
    text: 'Writes a limit with points between thousands.',
    rules: () => ({ shownLimit: ({ currency }) => ({ amount: '5.000,00', currency }) }),
  },
  {
    id: 'values-everywhere',
    breaks: 'strike.errors.codes.no-other-values',
    text: 'Carries values with a code that has none.',
    tamper: () => (_request, response) => ({
      ...response,
      body: response.body.replace('"code":"NOT_FOUND"', '"code":"NOT_FOUND","values":{"resource":"invoice"}'),
    }),
  },
  {
    id: 'never-ready-again',
    breaks: 'strike.accounts.readiness.retry-later',
    text: 'Never serves an account again that was not ready once.',
    tamper: () => {
      const refused = new Map<string, { readonly status: number; readonly body: string }>()
      return (request, response) => {
        const key = request.headers.get('authorization') ?? ''
        if (response.status === 451) refused.set(key, response)
        return { ...response, ...refused.get(key) }
      }
    },
  },
  {
    id: 'pays-on-credit',
    breaks: 'strike.errors.statuses.insufficient-balance',
    text: 'Pays more than the balance of an account.',
    rules: () => ({ isCovered: () => true }),
  },
  {
    id: 'bitcoin-on-credit',
    breaks: 'strike.errors.statuses.insufficient-balance',
    text: 'Pays more than the balance of an account that pays in bitcoin.',
    rules: ({ isCovered }) => ({
      isCovered: (balance, payment) => payment.currency === 'BTC' || isCovered(balance, payment),
    }),
  },
  {
    id: 'late-payments-executed',
    breaks: 'strike.payments.execute.in-time',
    text: 'Executes a payment quote for a minute after the end of its validity.',
    rules: ({ isPaymentQuoteValid }) => ({
      isPaymentQuoteValid: (until, now) => isPaymentQuoteValid(until + 60_000_000, now),
    }),
  },
  {
    id: 'expired-invoices-quoted',
    breaks: 'strike.payments.quote.unexpired',
    text: 'Quotes the payment of a Lightning invoice whatever its age.',
    rules: () => ({ isPaymentQuoteValid: () => true }),
  },
  {
    id: 'one-second-for-all',
    breaks: 'strike.limits.retry-after',
    text: 'Tells everybody above the limit to wait one second.',
    rules: () => ({ retryAfter: () => 1 }),
  },
  {
    id: 'dollars-for-dollars',
    breaks: 'strike.quotes.create.source',
    text: 'Quotes in the currency of the invoice.',
    tamper: reworded('POST', /\/quote$/, (quote) => ({ ...quote, sourceAmount: quote['targetAmount'] })),
  },
  {
    id: 'checksum-broken',
    breaks: 'strike.quotes.create.lightning-invoice',
    text: 'Gives Lightning invoices with a wrong checksum.',
    tamper: reworded('POST', /\/quote$/, (quote) => ({ ...quote, lnInvoice: swapLast(String(quote['lnInvoice'])) })),
  },
  {
    id: 'quote-for-ten-seconds',
    breaks: 'strike.quotes.create.lifetime',
    text: 'Quotes are good for ten seconds.',
    rules: () => ({ quoteLifetime: 10 }),
  },
  {
    id: 'expiration-a-second-late',
    breaks: 'strike.quotes.create.expiration',
    text: 'The expiration of a quote is a second later than it says.',
    rules: ({ expiration }) => ({ expiration: (created, lifetime) => expiration(created, lifetime + 1) }),
  },
  {
    id: 'fetched-quote-extended',
    breaks: 'strike.quotes.retrieve.same',
    text: 'A fetched quote expires in another year.',
    tamper: reworded('GET', /\/quotes\//, (quote) => ({ ...quote, expiration: '2031-01-01T00:00:00.000000+00:00' })),
  },
  {
    id: 'one-payment-id',
    breaks: 'strike.payments.execute.own',
    text: 'All payments have one id.',
    tamper: reworded('PATCH', /\/execute$/, (payment) => ({
      ...payment,
      paymentId: '1c0ffee1-0000-4000-8000-000000000001',
    })),
  },
  {
    id: 'handle-cannot-receive',
    breaks: 'strike.accounts.profile.both-agree',
    text: 'A profile fetched by its handle cannot receive.',
    tamper: reworded('GET', /\/accounts\/handle\//, (profile) => ({ ...profile, canReceive: false })),
  },
  {
    id: 'profile-of-nobody',
    breaks: 'strike.accounts.profile.id',
    text: 'A profile names the id of another account.',
    rules: ({ shownProfile }) => ({
      shownProfile: (account) => ({ ...shownProfile(account), id: '7b2ac4c0-0f6c-4c2b-9d0e-000000000000' }),
    }),
  },
  {
    id: 'fetched-subscription-renewed',
    breaks: 'strike.subscriptions.retrieve.same',
    text: 'A fetched subscription was created when it is fetched.',
    tamper: reworded('GET', /\/subscriptions\//, (subscription) => ({
      ...subscription,
      created: '2031-01-01T00:00:00.000000+00:00',
    })),
  },
  {
    id: 'subscribed-to-everything',
    breaks: 'strike.subscriptions.create.echoes',
    text: 'A new subscription has all event types, whatever was asked for.',
    tamper: reworded('POST', /\/subscriptions$/, (subscription) => ({
      ...subscription,
      eventTypes: ['invoice.created', 'invoice.updated', 'invoice.paid'],
    })),
  },
  {
    id: 'fetched-event-renamed',
    breaks: 'strike.events.retrieve.same',
    text: 'A fetched event is one of an update.',
    tamper: reworded('GET', /\/events\/./, (event) => ({ ...event, eventType: 'invoice.updated' })),
  },
  {
    id: 'in-serves-nothing',
    breaks: 'strike.lists.filter.in',
    text: 'Takes the operator in for a filter that nothing matches.',
    tamper: () => (request, response) =>
      /\$filter=[^&]*(?:%20|\+)in(?:%20|\+)/.test(request.url.replaceAll('%24', '$'))
        ? { ...response, status: 200, body: '{"items":[],"count":0}' }
        : response,
  },
]

function swapLast(text: string): string {
  return `${text.slice(0, -1)}${text.endsWith('q') ? 'p' : 'q'}`
}
