import type { ConsumerExamples } from '../../model/consumer-example.ts'
import { matching } from '../../model/consumer-example.ts'
import { textAt } from '../vocabulary/read.ts'
import { givenCharge, givenCustomer, givenInvoice, payer } from './scenes.ts'

const id = (example: string) => matching.regex('.+', example)
const customer = {
  customerId: id('cus_9f2ab1c4'),
  balance: matching.integer(0),
  currency: matching.regex('^[A-Z]{3}$', 'USD'),
}

/** What the back office of a shop relies on: it keeps customers, charges and refunds them, and reads its books. */
export const consumerExamples: ConsumerExamples = {
  consumer: 'shop-back-office',
  states: {
    'a customer with a card': async (trial) => ({ customer: await payer(trial) }),
    'a customer that shops know': async (trial) => ({
      customer: textAt(await givenCustomer(trial, { email: 'ada@example.com' }), '/customerId'),
    }),
    'an invoice': async (trial) => ({ invoice: textAt(await givenInvoice(trial), '/invoiceId') }),
    'a charge': async (trial) => ({ charge: textAt(await givenCharge(trial), '/chargeId') }),
  },
  examples: [
    {
      clause: 'stripe-api-model.pact.create-customer',
      description: 'a request to create a customer with a card',
      operation: 'createCustomer',
      request: {
        method: 'POST',
        path: '/v1.0/customers',
        body: { name: 'Ada Lovelace', email: 'ada@example.com', cardInfo: 'enc_4f8a02c1d9e37b60' },
      },
      response: { status: 200, body: { ...customer, email: 'ada@example.com' } },
    },
    {
      clause: 'stripe-api-model.pact.retrieve-customer',
      description: 'a request for a customer',
      state: 'a customer that shops know',
      operation: 'retrieveCustomer',
      request: {
        method: 'GET',
        path: { expression: '/v1.0/customers/${customer}', example: '/v1.0/customers/cus_9f2ab1c4' },
      },
      response: { status: 200, body: { ...customer, email: 'ada@example.com' } },
    },
    {
      clause: 'stripe-api-model.pact.list-invoices',
      description: 'a request for the newest invoice',
      state: 'an invoice',
      operation: 'listInvoices',
      request: { method: 'GET', path: '/v1.0/invoices', query: { count: '1' } },
      response: {
        status: 200,
        body: {
          data: matching.eachLike({
            invoiceId: id('in_1b7c09'),
            dueAmount: matching.integer(100),
            paidAmount: matching.integer(0),
            currency: 'USD',
          }),
        },
      },
    },
    {
      clause: 'stripe-api-model.pact.update-customer',
      description: 'a request to change the email of a customer',
      state: 'a customer that shops know',
      operation: 'updateCustomer',
      request: {
        method: 'PUT',
        path: { expression: '/v1.0/customers/${customer}', example: '/v1.0/customers/cus_9f2ab1c4' },
        body: { email: 'countess@example.com' },
      },
      response: { status: 200, body: { ...customer, email: 'countess@example.com' } },
    },
    {
      clause: 'stripe-api-model.pact.delete-customer',
      description: 'a request to delete a customer',
      state: 'a customer that shops know',
      operation: 'deleteCustomer',
      request: {
        method: 'DELETE',
        path: { expression: '/v1.0/customers/${customer}', example: '/v1.0/customers/cus_9f2ab1c4' },
      },
      response: { status: 204 },
    },
    {
      clause: 'stripe-api-model.pact.delete-invoice',
      description: 'a request to delete an invoice',
      state: 'an invoice',
      operation: 'deleteInvoice',
      request: {
        method: 'DELETE',
        path: { expression: '/v1.0/invoices/${invoice}', example: '/v1.0/invoices/in_1b7c09' },
      },
      response: { status: 200, body: { id: id('in_1b7c09'), object: 'invoice', deleted: true } },
    },
    {
      clause: 'stripe-api-model.pact.retrieve-charge',
      description: 'a request for a charge',
      state: 'a charge',
      operation: 'retrieveCharge',
      request: { method: 'GET', path: { expression: '/v1.0/charges/${charge}', example: '/v1.0/charges/ch_501c2e' } },
      response: { status: 200, body: { chargeId: id('ch_501c2e'), amount: 1000, currency: 'USD', refundedAmount: 0 } },
    },
    {
      clause: 'stripe-api-model.pact.charge-of-nobody',
      description: 'a request to charge nobody',
      operation: 'createCharge',
      request: { method: 'POST', path: '/v1.0/charges', body: { amount: 1000, currency: 'USD' } },
      response: { status: 400 },
    },
    {
      clause: 'stripe-api-model.pact.payout-without-funds',
      description: 'a request to pay out what is not there',
      operation: 'createPayout',
      request: { method: 'POST', path: '/v1.0/payouts', body: { amount: 99_999_999, currency: 'XTS' } },
      response: { status: 402 },
    },
    {
      clause: 'stripe-api-model.pact.retrieve-balance',
      description: 'a request for the balance',
      state: 'a charge',
      operation: 'retrieveBalance',
      request: { method: 'GET', path: '/v1.0/balance' },
      response: {
        status: 200,
        body: { available: matching.eachLike({ amount: matching.integer(1000), currency: 'USD' }) },
      },
    },
  ],
}
