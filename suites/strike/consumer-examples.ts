import type { ConsumerExamples } from '../../model/consumer-example.ts'
import { matching } from '../../model/consumer-example.ts'
import type { Trial } from '../../model/trial.ts'
import { textAt } from '../vocabulary/read.ts'
import { givenInvoice, of, payFrom } from './scenes.ts'

const id = '5f3c2a1e-8d4b-4c6f-9e7a-1b2c3d4e5f60'
const time = matching.regex(
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
  '2022-03-24T09:30:00.123456+00:00',
)
const path = (rest = ''): { expression: string; example: string } => ({
  expression: `/v1/invoices/\${invoice}${rest}`,
  example: `/v1/invoices/${id}${rest}`,
})
const amount = { amount: '12.50', currency: 'USD' }
const shown = { ...amount, amount: matching.regex('^12\\.50*$', '12.50') }

const invoice = {
  invoiceId: matching.type(id),
  amount: shown,
  state: 'UNPAID',
  created: time,
  issuerId: matching.type(id),
  receiverId: matching.type(id),
}

async function invoiceIn(trial: Trial, correlationId?: string): Promise<Readonly<Record<string, string>>> {
  const made = await givenInvoice(trial, correlationId === undefined ? {} : { correlationId })
  return { invoice: textAt(made, '/invoiceId') }
}

/** What a shop's checkout relies on: it asks for money, shows a Lightning invoice, and waits until it is paid. */
export const consumerExamples: ConsumerExamples = {
  consumer: 'shop-checkout',
  states: {
    'an unpaid invoice': (trial) => invoiceIn(trial),
    'an invoice for order 2022-000117': async (trial) => {
      await trial.call('createInvoice', { body: { amount, correlationId: 'order-2022-000117' } })
      return {}
    },
    'a paid invoice': async (trial) => {
      const made = await givenInvoice(trial)
      await payFrom(trial.as('payer'), trial, of(made))
      return { invoice: textAt(made, '/invoiceId') }
    },
  },
  examples: [
    {
      clause: 'strike.pact.checkout.create-invoice',
      description: 'a request to create an invoice',
      operation: 'createInvoice',
      request: { method: 'POST', path: '/v1/invoices', body: { amount, description: 'Two tickets' } },
      response: { status: 201, body: { ...invoice, description: 'Two tickets' } },
    },
    {
      clause: 'strike.pact.checkout.quote-invoice',
      description: 'a request for a quote of an unpaid invoice',
      state: 'an unpaid invoice',
      operation: 'createQuote',
      request: { method: 'POST', path: path('/quote') },
      response: {
        status: 201,
        body: {
          quoteId: matching.type(id),
          lnInvoice: matching.regex('^(ln|LN)[0-9a-zA-Z]+$', 'lntb314000n1pexample'),
          expiration: time,
          expirationInSec: matching.integer(30),
          targetAmount: shown,
          sourceAmount: { amount: matching.regex('^[0-9]+\\.[0-9]+$', '0.00031154'), currency: 'BTC' },
        },
      },
    },
    {
      clause: 'strike.pact.checkout.unpaid-invoice',
      description: 'a request for an unpaid invoice',
      state: 'an unpaid invoice',
      operation: 'retrieveInvoice',
      request: { method: 'GET', path: path() },
      response: { status: 200, body: invoice },
    },
    {
      clause: 'strike.pact.checkout.paid-invoice',
      description: 'a request for a paid invoice',
      state: 'a paid invoice',
      needs: ['second-account'],
      operation: 'retrieveInvoice',
      request: { method: 'GET', path: path() },
      response: { status: 200, body: { ...invoice, state: 'PAID' } },
    },
    {
      clause: 'strike.pact.checkout.duplicate-correlation-id',
      description: 'a request to create an invoice for an order that has one',
      state: 'an invoice for order 2022-000117',
      operation: 'createInvoice',
      request: { method: 'POST', path: '/v1/invoices', body: { amount, correlationId: 'order-2022-000117' } },
      response: {
        status: 409,
        body: {
          data: {
            status: 409,
            code: 'DUPLICATE_INVOICE',
            message: matching.type('Taken.'),
            values: { correlationId: 'order-2022-000117' },
          },
        },
      },
    },
    {
      clause: 'strike.pact.checkout.cancel-invoice',
      description: 'a request to cancel an unpaid invoice',
      state: 'an unpaid invoice',
      operation: 'cancelInvoice',
      request: { method: 'PATCH', path: path('/cancel') },
      response: { status: 200, body: { ...invoice, state: 'CANCELLED' } },
    },
    {
      clause: 'strike.pact.checkout.unknown-invoice',
      description: 'a request for an invoice that is not there',
      operation: 'retrieveInvoice',
      request: { method: 'GET', path: '/v1/invoices/7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11' },
      response: {
        status: 404,
        body: { data: { status: 404, code: 'NOT_FOUND', message: matching.type('Not there.') } },
      },
    },
  ],
}
