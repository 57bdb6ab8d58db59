import { all, each, nothing } from '../../model/judgement.ts'
import type { Arbitrary } from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { arbitraryOf } from '../arbitraries/from-schema.ts'
import { equals, hasStatus, sameBody } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { givenCustomer } from './scenes.ts'

const fields = ['name', 'address', 'email', 'description']

/** A target that hides names, as the sample of a create can be read, hides them here too. */
function shown(before: Exchange): readonly string[] {
  return fields.filter((name) => name !== 'name' || read(before, '/name') !== null)
}

interface Updated {
  readonly before: Exchange
  readonly first: Exchange
  readonly second: Exchange
  readonly after: Exchange
}

/** Any update that the request schema allows. */
function updates(contract: Contract): Arbitrary<JsonObject> {
  return arbitraryOf(contract, contract.operations.get('updateCustomer')?.body?.schema ?? {}) as Arbitrary<JsonObject>
}

const anyUpdate = property<Updated, JsonObject>('stripe-api-model/customers/update', {
  inputs: updates,
  arrange: async (trial, changes) => {
    const old = { address: '1 Old Road', email: 'old@example.com', description: trial.unique('old ') }
    const before = await givenCustomer(trial, old)
    const path = { customerId: textAt(before, '/customerId') }
    const first = await trial.given('updateCustomer', { path, body: changes })
    const second = await trial.given('updateCustomer', { path, body: changes })
    return { before, first, second, after: await trial.given('retrieveCustomer', { path }) }
  },
  judge: {
    'stripe-api-model.customers.update.sets': ({ before, first }, changes) =>
      each(
        shown(before).filter((name) => changes[name] !== undefined),
        (name) => equals(first, `/${name}`, changes[name] ?? null),
      ),
    'stripe-api-model.customers.update.keeps': ({ before, first }, changes) =>
      sameBody(before, first, [...Object.keys(changes), 'invoicePrefix']),
    'stripe-api-model.customers.update.lasts': ({ second, after }) => sameBody(second, after, ['invoicePrefix']),
    'stripe-api-model.customers.update.idempotent': ({ first, second }) => sameBody(first, second),
  },
})

/** An hour later, at another time of the clock. */
const later = example<{ before: Exchange; updated: Exchange; after: Exchange }>(
  'stripe-api-model/customers/update-later',
  {
    needs: ['clock'],
    arrange: async (trial) => {
      const before = await givenCustomer(trial)
      const path = { customerId: textAt(before, '/customerId') }
      await trial.advance(3600)
      const updated = await trial.given('updateCustomer', { path, body: { email: 'ada@example.com' } })
      return { before, updated, after: await trial.given('retrieveCustomer', { path }) }
    },
    judge: {
      'stripe-api-model.customers.object.created-at': ({ before, updated, after }) =>
        each([updated, after], (customer) => equals(customer, '/timestamp', read(before, '/timestamp') ?? null)),
    },
  },
)

const cleared = example<Exchange>('stripe-api-model/customers/clear', {
  arrange: async (trial) => {
    const customer = await givenCustomer(trial, { description: trial.unique('old ') })
    return trial.call('updateCustomer', {
      path: { customerId: textAt(customer, '/customerId') },
      body: { description: '' },
    })
  },
  judge: {
    'stripe-api-model.customers.update.clears': (updated) =>
      all(hasStatus(updated, 200), equals(updated, '/description', null)),
  },
})

/** The card is in no answer; that it is still there shows when it is charged. */
const keepsCard = example<readonly [Exchange, Exchange]>('stripe-api-model/customers/update-keeps-the-card', {
  arrange: async (trial) => {
    const customerId = textAt(await givenCustomer(trial), '/customerId')
    const charge = () => trial.call('createCharge', { body: { amount: 1000, currency: 'USD', customerId } })
    const before = await charge()
    await trial.given('updateCustomer', { path: { customerId }, body: { email: 'ada@example.com' } })
    return [before, await charge()]
  },
  judge: {
    'stripe-api-model.customers.update.keeps': ([before, after]) =>
      before.response.status < 300 ? hasStatus(after, before.response.status) : nothing,
  },
})

export const customerUpdates: readonly Check[] = [anyUpdate, later, cleared, keepsCard]
