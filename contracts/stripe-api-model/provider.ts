import type { Provider } from '../../model/contract.ts'

/** A lesson's own design of an API, named after Stripe and unlike it in most respects. */
export const stripeApiModel: Provider & { readonly name: 'stripe-api-model' } = {
  name: 'stripe-api-model',
  title: 'Stripe API model',
  document: 'API Model for Stripe Service',
  live: {
    closed:
      'The document is a design without a running service; set STRIPE_API_MODEL_ORIGIN to judge a server that follows it.',
    sandboxHosts: [],
    // the domain of the design belongs to the real Stripe, whose API is another one
    productionHosts: ['api.stripe.com'],
    keyVariable: 'STRIPE_API_MODEL_KEY',
    secondKeyVariable: 'STRIPE_API_MODEL_SECOND_KEY',
    tokenVariable: 'STRIPE_API_MODEL_TOKEN',
    originVariable: 'STRIPE_API_MODEL_ORIGIN',
  },
  authentication: {
    schemes: ['bearer'],
    keyHeader: 'x-api-key',
    keyPrefix: 'sam_',
    unknownKey: 'sam_invalid00000000000000000',
  },
  encoding: 'form',
  headers: [['accept', 'application/json, text/json']],
  idempotencyHeader: 'idempotency-key',
  liveCapabilities: ['keyed', 'second-account'],
  // no limit is given, only that there is one
  pace: { concurrency: 2, requestsPerSecond: 5 },
  retry: { attempts: 3, firstDelayMs: 500, longestDelayMs: 4_000 },
  change: {},
}
