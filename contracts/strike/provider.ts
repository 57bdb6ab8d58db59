import type { Provider } from '../../model/contract.ts'

/** Strike API v1: invoices over the Lightning network. */
export const strike: Provider & { readonly name: 'strike' } = {
  name: 'strike',
  title: 'Strike',
  document: 'Strike API v1 reference',
  live: {
    origin: 'https://api.dev.strike.me',
    sandboxHosts: ['api.dev.strike.me'],
    productionHosts: ['api.strike.me'],
    keyVariable: 'STRIKE_API_KEY',
    secondKeyVariable: 'STRIKE_SECOND_API_KEY',
    originVariable: 'STRIKE_API_ORIGIN',
  },
  authentication: {
    schemes: ['bearer'],
    keyPrefix: 'STRIKEAPIKEY',
    unknownKey: 'STRIKEAPIKEYinvalid',
  },
  encoding: 'json',
  headers: [['accept', 'application/json']],
  requestId: { pointer: '/traceId' },
  liveCapabilities: ['second-account', 'keyed'],
  // the sandbox serves 90 invoices and 90 quotes a minute, and 350 other requests in ten
  pace: { concurrency: 2, requestsPerSecond: 0.5 },
  retry: { attempts: 4, firstDelayMs: 1_000, longestDelayMs: 60_000 },
  change: {
    newProperty: 'strike.versioning.non-breaking.new-property',
    newEnumValue: 'strike.versioning.non-breaking.new-enum-value',
  },
}
