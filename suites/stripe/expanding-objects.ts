import { all, each, isKept, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Json } from '../../model/json.ts'
import { kebab } from '../laws/kebab.ts'
import { differences, equals, hasStatus, holds, inExchange, isPresent, sameBody } from '../vocabulary/judge.ts'
import { listAt, read, textAt } from '../vocabulary/read.ts'
import { relationsOf } from './relations.ts'
import type { Relation } from './relations.ts'
import { charge, chargeCustomer, customerWithCard, invoice } from './scenes.ts'
import { refusedAsInvalid } from './refusal.ts'

interface Expanded {
  readonly plain: Exchange
  readonly expanded: Exchange
  readonly target: Exchange
  readonly after: Exchange
  readonly nested: Exchange
}

const isId = (answer: Exchange, at: string): Judgement =>
  inExchange(answer, holds(typeof read(answer, at) === 'string', at, 'an id', read(answer, at)))

function isObjectOf(answer: Exchange, at: string, id: Json | undefined): Judgement {
  return equals(answer, `${at}/id`, id ?? null)
}

/** A relation is expanded, and those of its object in turn: objects stand in the place of ids, and nothing else changes. */
function expands({ name, at, retrieve, holder, target }: Relation): Check {
  return example<Expanded>(`stripe/expanding-objects/relation-${kebab(name)}`, {
    arrange: async (trial) => {
      const path = await holder(trial)
      const id = textAt(await trial.given(retrieve, { path }), at)
      const named = { ...path, [target.parameter]: id }
      if (target.update !== undefined)
        await trial.call(target.update, { path: named, body: { metadata: { named_by: name } } })
      return {
        plain: await trial.given(retrieve, { path }),
        expanded: await trial.call(retrieve, { path, query: { expand: [at.slice(1)] } }),
        nested: await trial.call(retrieve, {
          path,
          query: { expand: target.relations.map((inner) => `${at}${inner}`.slice(1).replaceAll('/', '.')) },
        }),
        after: await trial.given(retrieve, { path }),
        target: await trial.given(target.retrieve, { path: named }),
      }
    },
    judge: {
      'stripe.expand.default.gives-ids': ({ plain }) => isId(plain, at),
      'stripe.expand.parameter.inlines-object': ({ plain, expanded }) => isObjectOf(expanded, at, read(plain, at)),
      'stripe.expand.object.changes-nothing-else': ({ plain, expanded }) => sameBody(plain, expanded, [at.slice(1)]),
      'stripe.expand.object.as-retrieved': ({ expanded, target: alone }) =>
        isObject(read(expanded, at))
          ? inExchange(expanded, differences(alone.response.json, read(expanded, at), at))
          : nothing,
      'stripe.expand.scope.one-response': ({ after }) => isId(after, at),
      'stripe.expand.nesting.by-dots': ({ expanded, target: alone, nested: deep }) =>
        isObject(read(expanded, at))
          ? each(target.relations, (inner) => {
              const id = read(alone, inner)
              return typeof id === 'string' ? isObjectOf(deep, `${at}${inner}`, id) : nothing
            })
          : nothing,
    },
  })
}

/** A customer that was deleted since is expanded as it is retrieved. */
const notRead = unobservable('the deleted customer cannot be retrieved')

const deleted = example<{ expanded: Exchange; target: Exchange }>('stripe/expanding-objects/deleted-customer', {
  arrange: async (trial) => {
    const { customer: owner } = await customerWithCard(trial)
    const path = { charge: textAt(await chargeCustomer(trial, owner), '/id') }
    await trial.given('deleteCustomer', { path: { customer: owner } })
    return {
      expanded: await trial.call('retrieveCharge', { path, query: { expand: ['customer'] } }),
      target: await trial.call('retrieveCustomer', { path: { customer: owner } }),
    }
  },
  judge: {
    'stripe.expand.parameter.inlines-object': ({ expanded, target }) =>
      target.response.status >= 300 ? notRead : isObjectOf(expanded, '/customer', read(target, '/id')),
    'stripe.expand.object.as-retrieved': ({ expanded, target }) =>
      target.response.status >= 300
        ? notRead
        : inExchange(expanded, differences(target.response.json, read(expanded, '/customer'), '/customer')),
  },
})

interface EveryRequest {
  readonly owner: string
  readonly made: string
  /** One path at a time. */
  readonly alone: readonly Exchange[]
  readonly created: Exchange
  readonly updated: Exchange
  readonly retrieved: Exchange
  readonly listed: Exchange
  readonly unprefixed: Exchange
}

/** Where a list has what was made. */
function itemIn(listed: Exchange, id: string): string {
  const index = listAt(listed, '/data').findIndex((item) => isObject(item) && item['id'] === id)
  if (index === -1) throw new Blocked(listed, 'the list lacks what was made', '/data')
  return `/data/${index}`
}

const onEveryRequest = example<EveryRequest>('stripe/expanding-objects/every-request', {
  arrange: async (trial) => {
    const { customer: owner } = await customerWithCard(trial)
    const expand = ['customer', 'balance_transaction']
    const created = await trial.call('createCharge', {
      body: { amount: 2000, currency: 'usd', customer: owner, expand },
    })
    const path = { charge: textAt(created, '/id') }
    const alone = [
      await trial.call('retrieveCharge', { path, query: { expand: ['customer'] } }),
      await trial.call('retrieveCharge', { path, query: { expand: ['balance_transaction'] } }),
    ]
    return {
      owner,
      made: path.charge,
      alone,
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
    'stripe.expand.parameter.on-lists': ({ made, listed }) =>
      all(
        hasStatus(listed, 200),
        equals(listed, `${itemIn(listed, made)}/balance_transaction/object`, 'balance_transaction'),
      ),
    'stripe.expand.lists.below-data': ({ owner, made, listed, alone }) =>
      isKept(isObjectOf(alone[0] as Exchange, '/customer', owner))
        ? isObjectOf(listed, `${itemIn(listed, made)}/customer`, owner)
        : unobservable('a retrieve does not expand it either'),
    'stripe.expand.lists.without-data-refused': ({ unprefixed }) => refusedAsInvalid(unprefixed),
    'stripe.expand.several.at-once': ({ owner, retrieved, alone: [customerAlone, transactionAlone] }) =>
      isKept(isObjectOf(customerAlone as Exchange, '/customer', owner)) &&
      isKept(equals(transactionAlone as Exchange, '/balance_transaction/object', 'balance_transaction'))
        ? all(
            isObjectOf(retrieved, '/customer', owner),
            equals(retrieved, '/balance_transaction/object', 'balance_transaction'),
          )
        : unobservable('one path alone is not expanded'),
  },
})

const nested = example<{ nested: Exchange; invoice: string; customer: string }>('stripe/expanding-objects/nested', {
  arrange: async (trial) => {
    const { customer: owner, made } = await invoice(trial)
    const paid = await trial.given('payInvoice', { path: { invoice: textAt(made, '/id') } })
    return {
      customer: owner,
      invoice: textAt(made, '/id'),
      nested: await trial.call('retrieveCharge', {
        path: { charge: textAt(paid, '/charge') },
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

/** Up to four levels are expanded, one more is refused. */
const deep = example<{ levels: readonly Exchange[]; tooDeep: Exchange }>('stripe/expanding-objects/depth', {
  arrange: async (trial) => {
    const { customer: owner } = await customerWithCard(trial)
    const path = { charge: textAt(await chargeCustomer(trial, owner), '/id') }
    const expanded = (depth: number): Promise<Exchange> =>
      trial.call('retrieveCharge', { path, query: { expand: [wayDown.slice(0, depth).join('.')] } })
    return {
      levels: [await expanded(1), await expanded(2), await expanded(3), await expanded(4)],
      tooDeep: await expanded(5),
    }
  },
  judge: {
    'stripe.expand.nesting.by-dots': ({ levels: [one, two, three] }) =>
      expandsAtAll(one)
        ? each([two, three] as readonly Exchange[], (answer, index) => isPresent(answer, placeAt(index + 2)))
        : notAtAll,
    // that a path with dots is expanded is a clause of its own
    'stripe.expand.depth.at-most-four': ({ levels, tooDeep }) =>
      levels.slice(0, 2).every((answer, index) => isKept(isPresent(answer, placeAt(index + 1))))
        ? all(
            each(levels, (answer, index) => isPresent(answer, placeAt(index + 1))),
            refusedAsInvalid(tooDeep),
          )
        : notAtAll,
  },
})

/** A customer names a card, which names the customer, and so on. */
const wayDown = ['customer', 'default_source', 'customer', 'default_source', 'customer']
const notAtAll = unobservable('not even a single level is expanded')
const expandsAtAll = (answer: Exchange | undefined): boolean =>
  answer !== undefined && isKept(isPresent(answer, placeAt(1)))
const placeAt = (depth: number): string => `/${wayDown.slice(0, depth).join('/')}/object`

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

const own: readonly Check[] = [
  deleted,
  onEveryRequest,
  nested,
  empty,
  refused('unknown-path', 'stripe.expand.unknown.refused', ['no_such_relation']),
  refused('not-a-relation', 'stripe.expand.unknown.refused', ['amount']),
  refused('plain-string', 'stripe.expand.string.refused', 'customer', 'expand'),
  deep,
]

export function expandingObjects(contract: Contract): readonly Check[] {
  return [...relationsOf(contract).map(expands), ...own]
}
