import { all, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, holds } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { refusedAsUnknown } from './refusal.ts'
import { givenInvoice, payer } from './scenes.ts'

const taken = ['applicationCharges', 'tax', 'currency', 'customerId', 'description']

const distinct = example<readonly [Exchange, Exchange]>('stripe-api-model/invoices/distinct', {
  arrange: async (trial) => {
    const customerId = await payer(trial)
    return [await givenInvoice(trial, { customerId }), await givenInvoice(trial, { customerId })]
  },
  judge: {
    'stripe-api-model.invoices.create.distinct': ([first, second]) =>
      holds(
        read(first, '/invoiceId') !== read(second, '/invoiceId'),
        '/invoiceId',
        'an id of its own',
        read(second, '/invoiceId'),
      ),
  },
})

const deletedCustomer = example<Exchange>('stripe-api-model/invoices/deleted-customer', {
  arrange: async (trial) => {
    const customerId = await payer(trial)
    await trial.given('deleteCustomer', { path: { customerId } })
    return trial.call('createInvoice', { body: { customerId, currency: 'USD', dueAmount: 100 } })
  },
  judge: {
    'stripe-api-model.invoices.create.unknown-customer': (refused) => refusedAsUnknown(refused, 'customerId'),
  },
})

const unknownCustomer = example<Exchange>('stripe-api-model/invoices/unknown-customer', {
  arrange: (trial) =>
    trial.call('createInvoice', { body: { customerId: trial.unique('nobody'), currency: 'USD', dueAmount: 100 } }),
  judge: { 'stripe-api-model.invoices.create.unknown-customer': (refused) => refusedAsUnknown(refused, 'customerId') },
})

export function invoices(contract: Contract): readonly Check[] {
  return [
    whatIsMadeCanBeRead(contract, 'stripe-api-model/invoices/made-and-read', {
      create: 'createInvoice',
      retrieve: 'retrieveInvoice',
      id: '/invoiceId',
      parameter: 'invoiceId',
      prepare: async (trial) => ({ ids: { customer: await payer(trial) } }),
      same: { clause: 'stripe-api-model.invoices.retrieve.same' },
      carries: {
        'stripe-api-model.invoices.create.parameters': (created, sent) =>
          each(
            taken.filter((name) => sent[name] !== undefined),
            (name) => equals(created, `/${name}`, sent[name] ?? null),
          ),
        'stripe-api-model.invoices.create.unpaid': (created, sent) =>
          all(equals(created, '/dueAmount', sent['dueAmount'] ?? null), equals(created, '/paidAmount', 0)),
      },
    }),
    distinct,
    unknownCustomer,
    deletedCustomer,
  ]
}
