import type { Provider } from '../../model/contract.ts'

/** ACINQ's Strike, charges over Lightning, as its client pystrike needs it. */
export const acinqStrike: Provider & { readonly name: 'acinq-strike' } = {
  name: 'acinq-strike',
  title: "ACINQ's Strike",
  document: 'pystrike documentation',
  live: {
    closed:
      'ACINQ closed the service in 2021, so there is no sandbox to judge; set STRIKE_TESTNET_ORIGIN to judge a server in its place.',
    sandboxHosts: ['api.dev.strike.acinq.co'],
    productionHosts: ['api.strike.acinq.co'],
    keyVariable: 'STRIKE_TESTNET_API_KEY',
    secondKeyVariable: 'STRIKE_TESTNET_SECOND_API_KEY',
    originVariable: 'STRIKE_TESTNET_ORIGIN',
  },
  authentication: {
    schemes: ['basic-user'],
    keyPrefix: 'sk_',
    unknownKey: 'sk_invalid00000000000000000000',
  },
  encoding: 'form',
  headers: [['accept', '*/*']],
  liveCapabilities: ['keyed', 'second-account'],
  // no limit is published: no more than its known clients asked of it
  pace: { concurrency: 2, requestsPerSecond: 5 },
  // pystrike repeats a retrieval once
  retry: { attempts: 2, firstDelayMs: 1_000, longestDelayMs: 10_000 },
  change: {},
}
