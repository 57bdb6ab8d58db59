import { all, each, unobservable } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, hasStatus, holds, isPresent, sameBody } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { carries } from './charges.ts'
import { holdsNoneWith, holdsOnly, narrows } from './narrowing.ts'
import { attach, chargeCustomer, customer, customerWithCard } from './scenes.ts'
import { sourceOf } from './sources.ts'
import { refusedAsCard, refusedAsInvalid, refusedAsMissing } from './refusal.ts'
import { isStub } from './stub.ts'
import { refusesParameter } from './unknown-parameters.ts'

function created(contract: Contract): Check {
  return whatIsMadeCanBeRead(contract, 'stripe/customers/created-and-read', {
    create: 'createCustomer',
    retrieve: 'retrieveCustomer',
    id: '/id',
    parameter: 'customer',
    prepare: async (trial) => ({ ids: { token: await sourceOf(trial) } }),
    same: { clause: 'stripe.customers.retrieve.as-created' },
    carries: {
      'stripe.customers.create.echoes-fields': (made, sent) =>
        carries(made, sent, ['account_balance', 'business_vat_id', 'description', 'email']),
      'stripe.metadata.values.exact': (made, sent) => carries(made, sent, ['metadata']),
    },
  })
}

const changes: JsonObject = { description: 'Former season ticket holder', account_balance: -500 }

const scenarios: readonly Check[] = [
  example<{ made: Exchange; card: Exchange | undefined }>('stripe/customers/with-a-source', {
    arrange: async (trial) => {
      const made = await trial.given('createCustomer', { body: { source: await sourceOf(trial) } })
      const [owner, source] = [read(made, '/id'), read(made, '/default_source')]
      // that the customer has a list of sources is another matter
      if (read(made, '/sources') !== undefined || typeof owner !== 'string' || typeof source !== 'string')
        return { made, card: undefined }
      return { made, card: await trial.call('retrieveCard', { path: { customer: owner, source } }) }
    },
    judge: {
      'stripe.customers.create.attaches-source': ({ made, card }) =>
        card === undefined
          ? all(
              equals(made, '/sources/total_count', 1),
              equals(made, '/sources/data/0/last4', '4242'),
              equals(made, '/default_source', read(made, '/sources/data/0/id') ?? 'the id of the card'),
            )
          : all(isPresent(made, '/default_source'), equals(card, '/last4', '4242')),
    },
  }),
  example<{ email: string; refused: Exchange; list: Exchange }>('stripe/customers/with-a-declined-source', {
    arrange: async (trial) => {
      const email = `${trial.unique('declined').toLowerCase()}@example.com`
      const refused = await trial.call('createCustomer', {
        body: { email, source: await sourceOf(trial, 'declined') },
      })
      return { email, refused, list: await trial.given('listCustomers', { query: { email } }) }
    },
    judge: {
      'stripe.customers.create.declined-source': ({ email, refused, list }) =>
        all(refusedAsCard(refused, 'card_declined'), holdsNoneWith(list, 'email', email)),
    },
  }),
  example<Exchange>('stripe/customers/with-an-unknown-source', {
    arrange: (trial) => trial.call('createCustomer', { body: { source: 'tok_conformanceHasNoSuchToken' } }),
    judge: { 'stripe.customers.create.unknown-source': (refused) => refusedAsInvalid(refused, 'source') },
  }),
  refusesParameter('stripe/customers/unknown-parameter', {
    clause: 'stripe.customers.create.unknown-parameter',
    operation: 'createCustomer',
    call: async () => ({ body: {} }),
  }),
  example<{ made: Exchange; answer: Exchange; after: Exchange }>('stripe/customers/update', {
    arrange: async (trial) => {
      const shipping = { name: 'A. Example', address: { line1: '1 Example Street' } }
      const made = await trial.given('createCustomer', {
        body: { description: 'Season ticket holder', email: 'reader@example.com', metadata: { seat: '14C' }, shipping },
      })
      const path = { customer: textAt(made, '/id') }
      return {
        made,
        answer: await trial.given('updateCustomer', { path, body: changes }),
        after: await trial.given('retrieveCustomer', { path }),
      }
    },
    judge: {
      'stripe.customers.update.changes-given-fields': ({ answer, after }) =>
        each([answer, after], (shown) => carries(shown, changes, Object.keys(changes))),
      'stripe.customers.update.keeps-other-fields': ({ made, after }) => sameBody(made, after, Object.keys(changes)),
    },
  }),
  example<{ other: string; answer: Exchange; after: Exchange }>('stripe/customers/update-of-the-default', {
    arrange: async (trial) => {
      const { customer: owner } = await customerWithCard(trial)
      const other = textAt(await attach(trial, owner, 'mastercard'), '/id')
      const path = { customer: owner }
      return {
        other,
        answer: await trial.call('updateCustomer', { path, body: { default_source: other } }),
        after: await trial.given('retrieveCustomer', { path }),
      }
    },
    judge: {
      'stripe.customers.update.changes-given-fields': ({ other, answer, after }) =>
        each([answer, after], (shown) => equals(shown, '/default_source', other)),
    },
  }),
  example<{ before: Exchange; refused: Exchange; after: Exchange }>('stripe/customers/update-with-a-declined-source', {
    arrange: async (trial) => {
      const path = { customer: await customer(trial, { metadata: { seat: '14C' } }) }
      const before = await trial.given('retrieveCustomer', { path })
      const body = { ...changes, metadata: { seat: '15A' }, source: await sourceOf(trial, 'declined') }
      const refused = await trial.call('updateCustomer', { path, body })
      return { before, refused, after: await trial.given('retrieveCustomer', { path }) }
    },
    judge: {
      'stripe.customers.update.refusal-changes-nothing': ({ before, refused, after }) =>
        refused.response.status < 300 ? unobservable('the card was not declined') : sameBody(before, after),
    },
  }),
  example<{ before: Exchange; after: Exchange; replaced: Exchange }>('stripe/customers/update-of-the-source', {
    arrange: async (trial) => {
      const path = { customer: (await customerWithCard(trial)).customer }
      const before = await trial.given('retrieveCustomer', { path })
      const after = await trial.given('updateCustomer', {
        path,
        body: { source: await sourceOf(trial, 'mastercard') },
      })
      const source = textAt(before, '/default_source')
      return { before, after, replaced: await trial.call('retrieveCard', { path: { ...path, source } }) }
    },
    judge: {
      'stripe.customers.update.source-becomes-default': ({ before, after, replaced }) => {
        const [was, is] = [read(before, '/default_source'), read(after, '/default_source')]
        return all(
          holds(typeof is === 'string' && is !== was, '/default_source', { 'other than': was ?? null }, is),
          refusedAsMissing(replaced),
        )
      },
    },
  }),
]

interface Deletion {
  readonly before: Exchange
  readonly after: Exchange
  readonly id: string
  readonly answer: Exchange
  readonly found: Exchange
  readonly again: Exchange
  readonly list: Exchange
  readonly charged: Exchange
}

const deletion = example<Deletion>('stripe/customers/delete', {
  arrange: async (trial) => {
    const email = `${trial.unique('deleted').toLowerCase()}@example.com`
    const { customer: id } = await customerWithCard(trial)
    const path = { customer: id }
    await trial.given('updateCustomer', { path, body: { email } })
    const before = await chargeCustomer(trial, id)
    return {
      id,
      before,
      answer: await trial.given('deleteCustomer', { path }),
      found: await trial.call('retrieveCustomer', { path }),
      again: await trial.call('deleteCustomer', { path }),
      list: await trial.given('listCustomers', { query: { email } }),
      charged: await trial.call('createCharge', { body: { amount: 2000, currency: 'usd', customer: id } }),
      after: await trial.call('retrieveCharge', { path: { charge: textAt(before, '/id') } }),
    }
  },
  judge: {
    'stripe.customers.delete.stub': ({ id, answer }) => isStub(answer, id),
    'stripe.customers.retrieve.deleted': ({ id, found }) => all(hasStatus(found, 200), isStub(found, id)),
    'stripe.charges.retrieve.as-created': ({ before, after }) => sameBody(before, after),
    'stripe.customers.delete.twice': ({ again }) => refusedAsMissing(again, 'id'),
    'stripe.customers.delete.leaves-list': ({ id, list }) => holdsOnly(list, [], [id]),
    'stripe.customers.delete.not-chargeable': ({ charged }) =>
      charged.response.status === 404 ? refusedAsMissing(charged) : refusedAsInvalid(charged),
  },
})

const lists: readonly Check[] = [
  example<{ made: string; list: Exchange }>('stripe/customers/new-one-is-listed', {
    arrange: async (trial) => {
      const email = `${trial.unique('listed').toLowerCase()}@example.com`
      await customer(trial, { email })
      return { made: await customer(trial, { email }), list: await trial.given('listCustomers', { query: { email } }) }
    },
    judge: { 'stripe.customers.list.holds-new-customer': ({ made, list }) => equals(list, '/data/0/id', made) },
  }),
  narrows('stripe/customers/by-email', {
    clause: 'stripe.customers.list.by-email',
    operation: 'listCustomers',
    arrange: async (trial) => {
      const email = `${trial.unique('reader').toLowerCase()}@example.com`
      return {
        query: { email },
        wanted: await customer(trial, { email }),
        unwanted: await customer(trial, { email: `other.${email}` }),
      }
    },
  }),
  narrows('stripe/customers/by-created', {
    clause: 'stripe.customers.list.by-created',
    operation: 'listCustomers',
    needs: ['clock'],
    arrange: async (trial) => {
      const email = `${trial.unique('reader').toLowerCase()}@example.com`
      const wanted = await customer(trial, { email })
      const made = await trial.given('retrieveCustomer', { path: { customer: wanted } })
      await trial.advance(60)
      return {
        query: { email, created: { lte: read(made, '/created') ?? null } },
        wanted,
        unwanted: await customer(trial, { email }),
      }
    },
  }),
]

export function customers(contract: Contract): readonly Check[] {
  return [created(contract), ...scenarios, deletion, ...lists]
}
