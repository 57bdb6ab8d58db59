import type { ConsumerExamples } from '../../model/consumer-example.ts'
import { matching } from '../../model/consumer-example.ts'
import type { Trial } from '../../model/trial.ts'
import { idsIn } from './found.ts'
import { charges, makePayment } from './kinds.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'

const someone = 'ada@shop.example'
const uuid = matching.regex('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', '0190f5b0-6c1e-7b7a-9d0e-4f6f6a1f3b11')
const meta = { api_request_id: uuid }
const exampleId = '0190f5b0-6c1e-7b7a-9d0e-4f6f6a1f3b12'
const of = (collection: string, name: string, action = '') => ({
  expression: `/v1/${collection}/\${${name}}${action}`,
  example: `/v1/${collection}/${exampleId}${action}`,
})

const customer = {
  id: uuid,
  name: 'Ada Doe',
  email: matching.regex('[^@]+@[^@]+', someone),
  type: 'individual',
  status: matching.regex('^[a-z]+$', 'verified'),
}
const charge = {
  id: uuid,
  amount: 10_000,
  currency: 'USD',
  status: matching.regex('^(created|scheduled|pending)$', 'created'),
  paykey: matching.regex('.*[*].*', '255***.02.******78f'),
  status_details: { reason: matching.type('ok'), source: matching.type('system'), message: matching.type('Created.') },
  status_history: matching.eachLike({ status: matching.type('created') }),
}

async function forget(trial: Trial, email: string): Promise<Readonly<Record<string, string>>> {
  const found = await trial.given('listCustomers', { query: { email } })
  for (const id of idsIn(found)) await trial.given('deleteCustomer', { path: { id: String(id) } })
  return {}
}

/** What a shop's checkout relies on: it knows its customers and their paykeys, and charges, holds and cancels. */
export const consumerExamples: ConsumerExamples = {
  consumer: 'shop-checkout',
  states: {
    'nobody has the e-mail address': (trial) => forget(trial, someone),
    'a customer': async (trial) => ({ customer: idOf(await makeCustomer(trial, { type: 'individual' })) }),
    'an active paykey': async (trial) => ({ paykey: (await makePaykey(trial)).id }),
    'a charge of 10000': async (trial) => ({ charge: idOf(await makePayment(trial, charges)) }),
  },
  examples: [
    {
      clause: 'straddle.pact.checkout.create-customer',
      description: 'a request to create a customer',
      state: 'nobody has the e-mail address',
      operation: 'createCustomer',
      request: {
        method: 'POST',
        path: '/v1/customers',
        body: {
          name: 'Ada Doe',
          type: 'individual',
          email: someone,
          phone: '+12025550123',
          device: { ip_address: '192.168.1.1' },
        },
      },
      response: { status: 201, body: { meta, response_type: 'object', data: { ...customer, email: someone } } },
    },
    {
      clause: 'straddle.pact.checkout.read-customer',
      description: 'a request for a customer',
      state: 'a customer',
      operation: 'getCustomer',
      request: { method: 'GET', path: of('customers', 'customer') },
      response: { status: 200, body: { meta, response_type: 'object', data: customer } },
    },
    {
      clause: 'straddle.pact.checkout.unknown-customer',
      description: 'a request for a customer that does not exist',
      operation: 'getCustomer',
      request: { method: 'GET', path: '/v1/customers/7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11' },
      response: {
        status: 404,
        body: {
          meta,
          response_type: 'error',
          error: { status: 404, type: matching.type('invalid_request_error'), title: matching.type('Not Found') },
        },
      },
    },
    {
      clause: 'straddle.pact.checkout.reveal-paykey',
      description: 'a request for a paykey with its token',
      state: 'an active paykey',
      operation: 'revealPaykey',
      request: { method: 'GET', path: of('paykeys', 'paykey', '/reveal') },
      response: {
        status: 200,
        body: {
          response_type: 'object',
          data: { id: uuid, status: 'active', paykey: matching.regex('^[^*]+$', '2557a1f0.02.0123456789abcdef') },
        },
      },
    },
    {
      clause: 'straddle.pact.checkout.read-charge',
      description: 'a request for a charge',
      state: 'a charge of 10000',
      operation: 'getCharge',
      request: { method: 'GET', path: of('charges', 'charge') },
      response: { status: 200, body: { meta, response_type: 'object', data: charge } },
    },
    {
      clause: 'straddle.pact.checkout.hold-charge',
      description: 'a request to hold a charge',
      state: 'a charge of 10000',
      operation: 'holdCharge',
      request: { method: 'PUT', path: of('charges', 'charge', '/hold'), body: { reason: 'The goods are late' } },
      response: {
        status: 200,
        body: {
          response_type: 'object',
          data: { id: uuid, status: 'on_hold', status_details: { message: 'The goods are late' } },
        },
      },
    },
    {
      clause: 'straddle.pact.checkout.cancel-charge',
      description: 'a request to cancel a charge',
      state: 'a charge of 10000',
      operation: 'cancelCharge',
      request: { method: 'PUT', path: of('charges', 'charge', '/cancel'), body: { reason: 'The order is void' } },
      response: { status: 200, body: { response_type: 'object', data: { id: uuid, status: 'cancelled' } } },
    },
    {
      clause: 'straddle.pact.checkout.list-payments',
      description: 'a request for payments',
      state: 'a charge of 10000',
      operation: 'listPayments',
      request: {
        method: 'GET',
        path: '/v1/payments',
        query: { page_size: '5', sort_by: 'created_at', sort_order: 'desc' },
      },
      response: {
        status: 200,
        body: {
          meta: {
            page_number: 1,
            page_size: 5,
            total_items: matching.integer(1),
            sort_by: 'created_at',
            sort_order: 'desc',
          },
          response_type: 'array',
          data: matching.eachLike({
            id: uuid,
            payment_type: matching.regex('^(charge|payout)$', 'charge'),
            amount: matching.integer(10_000),
            status: matching.type('created'),
          }),
        },
      },
    },
  ],
}
