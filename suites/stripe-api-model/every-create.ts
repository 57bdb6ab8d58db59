import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Judgement } from '../../model/judgement.ts'
import { unknownIdsAreNotFound } from '../laws/unknown-ids-are-not-found.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { services } from './services.ts'
import type { Service } from './services.ts'

const serviceNamed = (name: string): Service => services.find((service) => service.name === name) as Service

/** Whatever is created under a key is created once. */
const takesKey = property<readonly [Exchange, Exchange], string>('stripe-api-model/idempotency/every-create', {
  share: 0.5,
  inputs: () => fc.constantFrom(...services.map(({ name }) => name)),
  arrange: async (trial, name) => {
    const { create, body } = serviceNamed(name)
    const call = { body: await body(trial), idempotencyKey: trial.unique('key') }
    return [await trial.given(create, call), await trial.given(create, call)]
  },
  judge: {
    'stripe-api-model.idempotency.keys.every-create': ([first, second], name): Judgement => {
      const at = `/${serviceNamed(name).id}`
      return equals(second, at, read(first, at) ?? null)
    },
  },
})

const unknownId = (parameter: string, operation: string) => ({ operation, parameter })

/** Every operation that takes an id. */
const unknown = unknownIdsAreNotFound('stripe-api-model/failed-requests', {
  clause: 'stripe-api-model.errors.not-found.status',
  unknownId: (trial) => trial.unique('nothing'),
  calls: [
    ...services.map(({ id, retrieve }) => unknownId(id, retrieve)),
    unknownId('transactionId', 'retrieveTransaction'),
    {
      ...unknownId('customerId', 'updateCustomer'),
      call: () => Promise.resolve({ body: { email: 'ada@example.com' } }),
    },
    unknownId('customerId', 'deleteCustomer'),
    { ...unknownId('invoiceId', 'updateInvoice'), call: () => Promise.resolve({ body: { description: 'March' } }) },
    unknownId('invoiceId', 'deleteInvoice'),
  ],
  refusal: (refused) => hasStatus(refused, 404),
})

/** The id of one kind of object is no id of another kind. */
const otherKind = example<Exchange>('stripe-api-model/failed-requests/id-of-another-kind', {
  arrange: async (trial) => {
    const { make, id } = serviceNamed('invoices')
    const invoice = await make(trial)
    return trial.call('retrieveCustomer', { path: { customerId: String(read(invoice, `/${id}`)) } })
  },
  judge: { 'stripe-api-model.errors.not-found.status': (refused) => hasStatus(refused, 404) },
})

export const everyCreate: readonly Check[] = [takesKey, ...unknown, otherKind]
