import { all, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { refusedAsUnknown } from './refusal.ts'
import { givenCharge, listed, payer } from './scenes.ts'

const eachNew = example<readonly [Exchange, Exchange]>('stripe-api-model/charges/each-new', {
  arrange: async (trial) => {
    const customerId = await payer(trial)
    return [await givenCharge(trial, { customerId }), await givenCharge(trial, { customerId })]
  },
  judge: {
    'stripe-api-model.charges.create.new': ([first, second]) =>
      holds(
        read(first, '/chargeId') !== read(second, '/chargeId'),
        '/chargeId',
        'a charge of its own',
        read(second, '/chargeId'),
      ),
  },
})

const smallLetters = example<Exchange>('stripe-api-model/charges/currency-in-small-letters', {
  arrange: async (trial) =>
    trial.call('createCharge', { body: { amount: 1000, currency: 'eur', customerId: await payer(trial) } }),
  judge: {
    'stripe-api-model.charges.create.currency-case': (created) =>
      all(hasStatus(created, 200, 201), equals(created, '/currency', 'EUR')),
  },
})

const deletedCustomer = example<Exchange>('stripe-api-model/charges/deleted-customer', {
  arrange: async (trial) => {
    const customerId = await payer(trial)
    await trial.given('deleteCustomer', { path: { customerId } })
    return trial.call('createCharge', { body: { amount: 1000, currency: 'USD', customerId } })
  },
  judge: {
    'stripe-api-model.charges.create.unknown-customer': (refused) => refusedAsUnknown(refused, 'customerId'),
  },
})

const unknownCustomer = example<Exchange>('stripe-api-model/charges/unknown-customer', {
  arrange: (trial) =>
    trial.call('createCharge', { body: { amount: 1000, currency: 'USD', customerId: trial.unique('nobody') } }),
  judge: { 'stripe-api-model.charges.create.unknown-customer': (refused) => refusedAsUnknown(refused, 'customerId') },
})

const withoutCard = example<{ failed: Exchange; made: number }>('stripe-api-model/charges/without-card', {
  arrange: async (trial) => {
    const customer = await trial.given('createCustomer', { body: { name: trial.unique('Ada ') } })
    const customerId = textAt(customer, '/customerId')
    const failed = await trial.call('createCharge', { body: { amount: 1000, currency: 'USD', customerId } })
    return { failed, made: (await listed(trial, 'listCharges', 'customerId', customerId)).length }
  },
  judge: {
    'stripe-api-model.charges.create.without-card': ({ failed, made }) =>
      all(hasStatus(failed, 402), holds(made === 0, '/data', 'no charge', made)),
  },
})

export function charges(contract: Contract): readonly Check[] {
  return [
    whatIsMadeCanBeRead(contract, 'stripe-api-model/charges/made-and-read', {
      create: 'createCharge',
      retrieve: 'retrieveCharge',
      id: '/chargeId',
      parameter: 'chargeId',
      prepare: async (trial) => ({ ids: { customer: await payer(trial) } }),
      same: { clause: 'stripe-api-model.charges.retrieve.same' },
      carries: {
        'stripe-api-model.charges.create.echoes': (created, sent) =>
          each(Object.entries(sent), ([name, value]) => equals(created, `/${name}`, value)),
        'stripe-api-model.charges.object.unrefunded': (created) => equals(created, '/refundedAmount', 0),
      },
    }),
    eachNew,
    smallLetters,
    unknownCustomer,
    deletedCustomer,
    withoutCard,
  ]
}
