import { each, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { text } from '../arbitraries/strings.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { refusedWith } from './refusal.ts'

/** As a browser encodes a query string: blanks as plus signs. */
function asQueryString(value: string): string {
  return new URLSearchParams({ description: value }).toString()
}

/** With every byte escaped, which no reader of forms may mind. */
function escaped(value: string): string {
  return `description=${[...Buffer.from(value, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('')}`
}

const pairs = property<readonly Exchange[], string>('stripe-api-model/message-format/pairs', {
  share: 0.5,
  inputs: () => text(1, 40).map((value) => `${value} +&=%20 é`),
  arrange: async (trial, value) => [
    await trial.given('createCustomer', { body: asQueryString(value) }),
    await trial.given('createCustomer', { body: escaped(value) }),
  ],
  judge: {
    'stripe-api-model.messages.request.pairs': (created, value): Judgement => {
      if (created.every((customer) => read(customer, '/description') === null))
        return unobservable('the target does not show what was sent')
      return each(created, (customer) => equals(customer, '/description', value))
    },
  },
})

/** A form, so that nothing but its media type is wrong. */
const otherMediaType = example<Exchange>('stripe-api-model/message-format/other-media-type', {
  arrange: (trial) =>
    trial.call('createCustomer', { body: `name=${trial.unique('Ada')}`, headers: { 'content-type': 'text/plain' } }),
  judge: { 'stripe-api-model.messages.request.other-media-type': (refused) => refusedWith(refused, 400) },
})

/** No card, no name and nothing else is sent: there is nothing to make a customer of. */
const nothingSent = example<Exchange>('stripe-api-model/customers/nothing-sent', {
  arrange: (trial) => trial.call('createCustomer', { body: {} }),
  judge: { 'stripe-api-model.customers.create.something': (refused) => hasStatus(refused, 400) },
})

export const messages: readonly Check[] = [pairs, otherMediaType, nothingSent]
