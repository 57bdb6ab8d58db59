import type { Provider } from '../../model/contract.ts'

/** Straddle, API v1. */
export const straddle: Provider & { readonly name: 'straddle' } = {
  name: 'straddle',
  title: 'Straddle',
  document: 'Straddle API v1 reference: introduction',
  live: {
    origin: 'https://sandbox.straddle.io',
    sandboxHosts: ['sandbox.straddle.io', 'sandbox.straddle.com'],
    productionHosts: ['production.straddle.io', 'production.straddle.com', 'api.straddle.io'],
    keyVariable: 'STRADDLE_API_KEY',
    secondKeyVariable: 'STRADDLE_SECOND_API_KEY',
    originVariable: 'STRADDLE_BASE_URL',
  },
  authentication: {
    schemes: ['bearer'],
    // Keys have the compact form of a JWT: three parts with dots between them.
    keyPrefix: 'eyJhbGciOiJIUzI1NiJ9.e30.',
    unknownKey: 'eyJhbGciOiJIUzI1NiJ9.e30.invalid',
  },
  encoding: 'json',
  headers: [],
  accountHeader: 'straddle-account-id',
  idempotencyHeader: 'idempotency-key',
  requestId: { pointer: '/meta/api_request_id' },
  liveCapabilities: ['keyed'],
  // The limits are unpublished; this pace was seen to pass without a refusal.
  pace: { concurrency: 2, requestsPerSecond: 4 },
  retry: { attempts: 4, firstDelayMs: 500, longestDelayMs: 8000 },
  change: {},
}
