import type { ConsumerExamples } from '../../model/consumer-example.ts'
import { matching } from '../../model/consumer-example.ts'
import { textAt } from '../vocabulary/read.ts'
import { givenCharge } from './charge.ts'

const charge = {
  id: matching.type('ch_8qNfpKuJTvTx4M7RmLkWc2sYdHgZb'),
  amount_satoshi: matching.integer(42_000),
  payment_hash: matching.regex('^[0-9a-f]{64}$', '9a2db2e23f1504cd056606553ac049c5e718e8f9ce9233876df1a7a1821af885'),
  payment_request: matching.regex('^ln[0-9a-z]+$', 'lntb420u1pdanj6q'),
  paid: false,
  created: matching.integer(1_541_000_000_000),
  updated: matching.integer(1_541_000_000_000),
}

/** What a shop's till relies on: it makes a charge, shows the payment request and asks until it is paid. */
export const consumerExamples: ConsumerExamples = {
  consumer: 'shop-till',
  states: {
    'a charge that nobody has paid': async (trial) => ({ charge: textAt(await givenCharge(trial), '/id') }),
  },
  examples: [
    {
      clause: 'acinq-strike.pact.till.create-charge',
      description: 'a request to create a charge',
      operation: 'createCharge',
      request: {
        method: 'POST',
        path: '/api/v1/charges',
        body: { amount: 42_000, currency: 'btc', description: '1 Blockaccino', customer_id: '' },
      },
      response: {
        status: 200,
        body: { ...charge, amount: 42_000, currency: 'btc', amount_satoshi: 42_000, description: '1 Blockaccino' },
      },
    },
    {
      clause: 'acinq-strike.pact.till.poll-charge',
      description: 'a request for a charge that nobody has paid',
      state: 'a charge that nobody has paid',
      operation: 'retrieveCharge',
      request: {
        method: 'GET',
        path: { expression: '/api/v1/charges/${charge}', example: '/api/v1/charges/ch_8qNfpKuJTvTx4M7RmLkWc2sYdHgZb' },
      },
      response: { status: 200, body: charge },
    },
    {
      clause: 'acinq-strike.pact.till.unknown-charge',
      description: 'a request for a charge that is not there',
      operation: 'retrieveCharge',
      request: { method: 'GET', path: '/api/v1/charges/ch_madeupchargeid' },
      response: { status: 404, body: { code: 404, message: matching.type('This charge is not known.') } },
    },
    {
      clause: 'acinq-strike.pact.till.unknown-currency',
      description: 'a request to create a charge in another currency',
      operation: 'createCharge',
      request: {
        method: 'POST',
        path: '/api/v1/charges',
        body: { amount: 100, currency: 'non-existent-currency', description: 'x', customer_id: '' },
      },
      response: { status: 400, body: { code: 400, message: matching.type('The currency is not known.') } },
    },
  ],
}
