import type { ConsumerExamples } from '../../model/consumer-example.ts'
import { matching } from '../../model/consumer-example.ts'
import { textAt } from '../vocabulary/read.ts'
import { charge, customer } from './scenes.ts'

const chargeLike = {
  id: matching.regex('^ch_[0-9A-Za-z]+$', 'ch_exampleAAAAAAAAAAAAAAAAA'),
  object: 'charge',
  amount: 2000,
  amount_refunded: 0,
  captured: true,
  currency: 'usd',
  paid: true,
  refunded: false,
  status: 'succeeded',
  source: { object: 'card', brand: matching.type('Visa'), last4: matching.regex('^[0-9]{4}$', '4242') },
}

const fund = matching.eachLike({ amount: matching.integer(0), currency: matching.regex('^[a-z]{3}$', 'usd') })

/** What a shop's checkout relies on: it charges, looks a charge up, gives money back, and knows its customers and its balance. */
export const consumerExamples: ConsumerExamples = {
  consumer: 'shop-checkout',
  states: {
    'a charge of 2000 that was paid': async (trial) => ({ charge: textAt(await charge(trial), '/id') }),
    'a customer': async (trial) => ({ customer: await customer(trial) }),
  },
  examples: [
    {
      clause: 'stripe.pact.checkout.create-charge',
      description: 'a request to charge a card',
      operation: 'createCharge',
      request: { method: 'POST', path: '/v1/charges', body: { amount: 2000, currency: 'usd', source: 'tok_visa' } },
      response: { status: 200, body: chargeLike },
    },
    {
      clause: 'stripe.pact.checkout.retrieve-charge',
      description: 'a request for a charge',
      state: 'a charge of 2000 that was paid',
      operation: 'retrieveCharge',
      request: {
        method: 'GET',
        path: { expression: '/v1/charges/${charge}', example: '/v1/charges/ch_exampleAAAAAAAAAAAAAAAAA' },
      },
      response: { status: 200, body: chargeLike },
    },
    {
      clause: 'stripe.pact.checkout.declined-charge',
      description: 'a request to charge a card that the bank declines',
      operation: 'createCharge',
      request: {
        method: 'POST',
        path: '/v1/charges',
        body: { amount: 2000, currency: 'usd', source: 'tok_chargeDeclined' },
      },
      response: {
        status: 402,
        body: {
          error: {
            type: 'card_error',
            code: 'card_declined',
            charge: matching.regex('^ch_[0-9A-Za-z]+$', 'ch_exampleBBBBBBBBBBBBBBBBB'),
          },
        },
      },
    },
    {
      clause: 'stripe.pact.checkout.list-customers',
      description: 'a request for customers',
      state: 'a customer',
      operation: 'listCustomers',
      request: { method: 'GET', path: '/v1/customers', query: { limit: '3' } },
      response: {
        status: 200,
        body: {
          object: 'list',
          has_more: matching.type(false),
          data: matching.eachLike({
            id: matching.regex('^cus_[0-9A-Za-z]+$', 'cus_exampleAAAAAA'),
            object: 'customer',
          }),
        },
      },
    },
    {
      clause: 'stripe.pact.checkout.refund-charge',
      description: 'a request to give a charge back',
      state: 'a charge of 2000 that was paid',
      operation: 'createRefund',
      request: {
        method: 'POST',
        path: {
          expression: '/v1/charges/${charge}/refunds',
          example: '/v1/charges/ch_exampleAAAAAAAAAAAAAAAAA/refunds',
        },
        body: { amount: 2000 },
      },
      response: {
        status: 200,
        body: {
          id: matching.regex('^re_[0-9A-Za-z]+$', 're_exampleAAAAAAAAAAAAAAAAA'),
          object: 'refund',
          amount: 2000,
          status: 'succeeded',
        },
      },
    },
    {
      clause: 'stripe.pact.checkout.balance',
      description: 'a request for the balance',
      operation: 'retrieveBalance',
      request: { method: 'GET', path: '/v1/balance' },
      response: { status: 200, body: { object: 'balance', available: fund, pending: fund } },
    },
  ],
}
