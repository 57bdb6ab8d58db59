import type { Provider } from '../../model/contract.ts'
import { laterVersions } from './later-versions.ts'

/** Stripe, API version 2018-01-23. */
export const stripe: Provider & { readonly name: 'stripe' } = {
  name: 'stripe',
  title: 'Stripe, version 2018-01-23',
  document: 'Stripe API reference, version 2018-01-23',
  live: {
    // test mode and live mode share one host; the key alone tells them apart
    origin: 'https://api.stripe.com',
    sandboxHosts: ['api.stripe.com'],
    productionHosts: [],
    productionKey: '^(sk|rk)_live_',
    sandboxKey: '^(sk|rk)_test_',
    keyVariable: 'STRIPE_TEST_KEY',
    secondKeyVariable: 'STRIPE_SECOND_TEST_KEY',
    originVariable: 'STRIPE_ORIGIN',
  },
  authentication: {
    schemes: ['bearer', 'basic-user'],
    keyPrefix: 'sk_test_',
    unknownKey: 'sk_test_invalid000000000000000',
  },
  encoding: 'form',
  headers: [['stripe-version', '2018-01-23']],
  accountHeader: 'stripe-account',
  version: { name: '2018-01-23', header: 'stripe-version', later: laterVersions },
  emptyPostType: 'application/x-www-form-urlencoded',
  idempotencyHeader: 'idempotency-key',
  requestId: { header: 'request-id' },
  liveCapabilities: ['second-account', 'keyed'],
  pace: { concurrency: 4, requestsPerSecond: 20 },
  retry: { attempts: 4, firstDelayMs: 500, longestDelayMs: 8000 },
  change: { newProperty: 'stripe.versioning.additive.properties' },
}
