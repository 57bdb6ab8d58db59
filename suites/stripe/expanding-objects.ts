import { all, each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import { example, property } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import { differences, equals, hasStatus, holds, inExchange, sameBody } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { makeWorld, relations } from './relations.ts'
import type { Relation } from './relations.ts'
import { charge, chargeCustomer, customerWithCard } from './scenes.ts'
import { refusedAsInvalid } from './refusal.ts'

interface Expanded {
  readonly field: string
  readonly plain: Exchange
  readonly expanded: Exchange
  readonly target: Exchange
  readonly after: Exchange
}

const isId = (answer: Exchange, at: string): Judgement =>
  inExchange(answer, holds(typeof read(answer, at) === 'string', at, 'an id', read(answer, at)))

function isObjectOf(answer: Exchange, at: string, id: Json | undefined): Judgement {
  return equals(answer, `${at}/id`, id ?? null)
}

/** Whatever relation is expanded: the object stands in the place of its id, and nothing else changes. */
const eachRelation = property<Expanded, string>('stripe/expanding-objects/each-relation', {
  inputs: () => fc.constantFrom(...Object.keys(relations)),
  arrange: async (trial, name) => {
    const { holder, field, target } = relations[name] as Relation
    const world = await makeWorld(trial)
    const path = holder.path(world)
    const plain = await trial.given(holder.operation, { path })
    return {
      field,
      plain,
      expanded: await trial.call(holder.operation, { path, query: { expand: [field] } }),
      after: await trial.given(holder.operation, { path }),
      target: await trial.given(target.operation, { path: target.path(world, textAt(plain, `/${field}`)) }),
    }
  },
  judge: {
    'stripe.expand.default.gives-ids': ({ plain, field }) => isId(plain, `/${field}`),
    'stripe.expand.parameter.inlines-object': ({ plain, expanded, field }) =>
      isObjectOf(expanded, `/${field}`, read(plain, `/${field}`)),
    'stripe.expand.object.changes-nothing-else': ({ plain, expanded, field }) => sameBody(plain, expanded, [field]),
    'stripe.expand.object.as-retrieved': ({ expanded, target, field }) =>
      inExchange(expanded, differences(target.response.json, read(expanded, `/${field}`), `/${field}`)),
    'stripe.expand.scope.one-response': ({ after, field }) => isId(after, `/${field}`),
  },
})

interface EveryRequest {
  readonly owner: string
  readonly created: Exchange
  readonly updated: Exchange
  readonly retrieved: Exchange
  readonly listed: Exchange
  readonly unprefixed: Exchange
}

const onEveryRequest = example<EveryRequest>('stripe/expanding-objects/every-request', {
  arrange: async (trial) => {
    const { customer: owner } = await customerWithCard(trial)
    const expand = ['customer', 'balance_transaction']
    const created = await trial.call('createCharge', {
      body: { amount: 2000, currency: 'usd', customer: owner, expand },
    })
    const path = { charge: textAt(created, '/id') }
    return {
      owner,
      created,
      updated: await trial.call('updateCharge', { path, body: { description: 'Expanded', expand } }),
      retrieved: await trial.call('retrieveCharge', { path, query: { expand } }),
      listed: await trial.call('listCharges', {
        query: { customer: owner, expand: ['data.customer', 'data.balance_transaction'] },
      }),
      unprefixed: await trial.call('listCharges', { query: { customer: owner, expand: ['customer'] } }),
    }
  },
  judge: {
    'stripe.expand.parameter.on-writes': ({ created, updated }) =>
      each([created, updated], (answer) => equals(answer, '/balance_transaction/object', 'balance_transaction')),
    'stripe.expand.parameter.on-reads': ({ retrieved }) =>
      equals(retrieved, '/balance_transaction/object', 'balance_transaction'),
    'stripe.expand.parameter.on-lists': ({ listed }) =>
      all(hasStatus(listed, 200), equals(listed, '/data/0/balance_transaction/object', 'balance_transaction')),
    'stripe.expand.lists.below-data': ({ owner, listed }) => isObjectOf(listed, '/data/0/customer', owner),
    'stripe.expand.lists.without-data-refused': ({ unprefixed }) => refusedAsInvalid(unprefixed),
    'stripe.expand.several.at-once': ({ owner, retrieved }) =>
      all(
        isObjectOf(retrieved, '/customer', owner),
        equals(retrieved, '/balance_transaction/object', 'balance_transaction'),
      ),
  },
})

const nested = example<{ nested: Exchange; invoice: string; customer: string }>('stripe/expanding-objects/nested', {
  arrange: async (trial) => {
    const world = await makeWorld(trial)
    return {
      ...world,
      nested: await trial.call('retrieveCharge', {
        path: { charge: world.charge },
        query: { expand: ['invoice.customer'] },
      }),
    }
  },
  judge: {
    'stripe.expand.nesting.expands-the-way': (evidence) => isObjectOf(evidence.nested, '/invoice', evidence.invoice),
    'stripe.expand.nesting.by-dots': (evidence) => isObjectOf(evidence.nested, '/invoice/customer', evidence.customer),
  },
})

/** A charge retrieved with some `expand`, and how that is refused. */
function refused(name: string, clause: string, expand: Json, param?: string): Check {
  return example<Exchange>(`stripe/expanding-objects/${name}`, {
    arrange: async (trial) =>
      trial.call('retrieveCharge', { path: { charge: textAt(await charge(trial), '/id') }, query: { expand } }),
    judge: { [clause]: (answer) => refusedAsInvalid(answer, param) },
  })
}

const deep = example<{ deepest: Exchange; tooDeep: Exchange }>('stripe/expanding-objects/depth', {
  arrange: async (trial) => {
    const { customer: owner } = await customerWithCard(trial)
    const path = { charge: textAt(await chargeCustomer(trial, owner), '/id') }
    const four = 'customer.default_source.customer.default_source'
    return {
      deepest: await trial.call('retrieveCharge', { path, query: { expand: [four] } }),
      tooDeep: await trial.call('retrieveCharge', { path, query: { expand: [`${four}.customer`] } }),
    }
  },
  judge: {
    'stripe.expand.depth.at-most-four': ({ deepest, tooDeep }) =>
      all(
        equals(deepest, '/customer/default_source/customer/default_source/object', 'card'),
        refusedAsInvalid(tooDeep),
      ),
  },
})

const empty = example<readonly Exchange[]>('stripe/expanding-objects/empty-relation', {
  arrange: async (trial) => [
    await trial.call('retrieveCharge', {
      path: { charge: textAt(await charge(trial), '/id') },
      query: { expand: ['customer'] },
    }),
    await trial.call('createCustomer', { body: { description: 'Without a card', expand: ['default_source'] } }),
  ],
  judge: {
    'stripe.expand.null.stays-null': ([ofCharge, ofCustomer]) =>
      all(equals(ofCharge as Exchange, '/customer', null), equals(ofCustomer as Exchange, '/default_source', null)),
  },
})

export const expandingObjects: readonly Check[] = [
  eachRelation,
  onEveryRequest,
  nested,
  empty,
  refused('unknown-path', 'stripe.expand.unknown.refused', ['no_such_relation']),
  refused('not-a-relation', 'stripe.expand.unknown.refused', ['amount']),
  refused('plain-string', 'stripe.expand.string.refused', 'customer', 'expand'),
  deep,
]
