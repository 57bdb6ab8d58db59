import { all, each, isKept } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { metadataKeepsItsLimits } from '../laws/metadata-keeps-its-limits.ts'
import { nameOf } from '../vocabulary/clause-name.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { objectAt, textAt } from '../vocabulary/read.ts'
import { charge, chargeOf, customer, customerWithCard, fund, pendingItem } from './scenes.ts'
import { refusedAsInvalid } from './refusal.ts'
import { sourceOf } from './sources.ts'
import type { CardName } from './test-cards.ts'

const limits = { keys: 20, keyLength: 40, valueLength: 500 }

const withinLimits = metadataKeepsItsLimits('stripe/metadata/customer', {
  write: (trial, metadata) => trial.call('createCustomer', { body: { metadata } }),
  readBack: (trial, written) => trial.call('retrieveCustomer', { path: { customer: textAt(written, '/id') } }),
  at: '/metadata',
  limits,
  clauses: {
    kept: 'stripe.metadata.values.exact',
    tooManyKeys: 'stripe.metadata.limits.keys-refused',
    longKey: 'stripe.metadata.limits.key-length-refused',
    longValue: 'stripe.metadata.limits.value-length-refused',
  },
  refusal: (refused) => refusedAsInvalid(refused),
})

const named = (count: number, prefix: string): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}_${index}`, `value ${index}`]))

/** A customer who keeps no metadata at all says nothing of how much is kept, and in which form. */
async function assertKept(trial: Trial): Promise<void> {
  if (trial.memory.get('metadata is kept') === true) return
  const made = await trial.given('createCustomer', { body: { metadata: { order: '1' } } })
  if (!isKept(equals(made, '/metadata/order', '1'))) throw new Blocked(made, 'it keeps no metadata', '/metadata')
  trial.memory.set('metadata is kept', true)
}

/** Metadata exactly at one limit is accepted. */
function accepted(name: string, clause: string, metadata: JsonObject): Check {
  return example<Exchange>(`stripe/metadata/${name}`, {
    arrange: async (trial) => {
      await assertKept(trial)
      return trial.call('createCustomer', { body: { metadata } })
    },
    judge: { [clause]: (answer) => all(hasStatus(answer, 200), equals(answer, '/metadata', metadata)) },
  })
}

interface Keeper {
  readonly create: string
  readonly retrieve: string
  readonly parameter: string
  /** What the create needs besides metadata. */
  readonly prepare: (trial: Trial) => Promise<Omit<Call, 'body'> & { readonly body: JsonObject }>
}

/** Objects that keep metadata, by their clause. */
const keepers: Readonly<Record<string, Keeper>> = {
  'stripe.metadata.objects.charge': {
    create: 'createCharge',
    retrieve: 'retrieveCharge',
    parameter: 'charge',
    prepare: async (trial) => ({ body: await chargeOf(trial) }),
  },
  'stripe.metadata.objects.customer': {
    create: 'createCustomer',
    retrieve: 'retrieveCustomer',
    parameter: 'customer',
    prepare: async () => ({ body: {} }),
  },
  'stripe.metadata.objects.refund': {
    create: 'createRefund',
    retrieve: 'retrieveRefund',
    parameter: 'refund',
    prepare: async (trial) => ({ body: { charge: textAt(await charge(trial), '/id') } }),
  },
  'stripe.metadata.objects.card': {
    create: 'createCard',
    retrieve: 'retrieveCard',
    parameter: 'source',
    prepare: async (trial) => ({ path: { customer: await customer(trial) }, body: { source: await sourceOf(trial) } }),
  },
  'stripe.metadata.objects.payout': {
    create: 'createPayout',
    retrieve: 'retrievePayout',
    parameter: 'payout',
    prepare: async (trial) => {
      await fund(trial)
      return { body: { amount: 1000, currency: 'usd' } }
    },
  },
  'stripe.metadata.objects.invoice': {
    create: 'createInvoice',
    retrieve: 'retrieveInvoice',
    parameter: 'invoice',
    prepare: async (trial) => {
      const { customer: owner } = await customerWithCard(trial)
      await pendingItem(trial, owner)
      return { body: { customer: owner } }
    },
  },
  'stripe.metadata.objects.invoice-item': {
    create: 'createInvoiceItem',
    retrieve: 'retrieveInvoiceItem',
    parameter: 'invoiceitem',
    prepare: async (trial) => ({ body: { customer: await customer(trial), amount: 1200, currency: 'usd' } }),
  },
}

const kept: readonly Check[] = Object.entries(keepers).map(([clause, { create, retrieve, parameter, prepare }]) =>
  example<readonly Exchange[]>(`stripe/metadata/kept-by-${nameOf(clause)}`, {
    arrange: async (trial) => {
      const { path = {}, body } = await prepare(trial)
      const made = await trial.given(create, { path, body: { ...body, metadata: { order_id: '6735' } } })
      return [made, await trial.given(retrieve, { path: { ...path, [parameter]: textAt(made, '/id') } })]
    },
    judge: {
      [clause]: (answers) => each(answers, (answer) => equals(answer, '/metadata', { order_id: '6735' })),
    },
  }),
)

const begin: JsonObject = { order: '1', seat: '14C' }

/** An update of a customer who has two keys, and what is left afterwards. */
function updated(name: string, clause: string, change: JsonObject, left: JsonObject): Check {
  return example<readonly Exchange[]>(`stripe/metadata/${name}`, {
    arrange: async (trial) => {
      await assertKept(trial)
      const path = { customer: await customer(trial, { metadata: begin }) }
      return [
        await trial.call('updateCustomer', { path, body: change }),
        await trial.call('retrieveCustomer', { path }),
      ]
    },
    judge: { [clause]: (answers) => each(answers, (answer) => equals(answer, '/metadata', left)) },
  })
}

/** The same charge without metadata and with it. */
interface Pair {
  readonly without: Exchange
  readonly with: Exchange
}

async function withAndWithout(trial: Trial, card: CardName, metadata: JsonObject): Promise<Pair> {
  // a token is used once
  return {
    without: await trial.call('createCharge', { body: await chargeOf(trial, card) }),
    with: await trial.call('createCharge', { body: { ...(await chargeOf(trial, card)), metadata } }),
  }
}

/** Capitals, blanks within, and an accent in two characters: what a server is tempted to tidy up. */
const untidy: JsonObject = { 'Order-Id': 'Zoe\u0308  Blanc', order_id: 'zoë  blanc' }

const own: readonly Check[] = [
  example<Exchange>('stripe/metadata/untidy-text', {
    arrange: async (trial) => {
      await assertKept(trial)
      return trial.given('retrieveCustomer', { path: { customer: await customer(trial, { metadata: untidy }) } })
    },
    judge: { 'stripe.metadata.values.exact': (answer) => equals(answer, '/metadata', untidy) },
  }),
  example<Exchange>('stripe/metadata/values-are-strings', {
    arrange: async (trial) => {
      await assertKept(trial)
      return trial.given('createCustomer', { body: { metadata: { order: 6735, paid: true, weight: 0.5 } } })
    },
    judge: {
      'stripe.metadata.values.are-strings': (answer) => {
        const values = Object.values(objectAt(answer, '/metadata'))
        return holds(
          values.length === 3 && values.every((value) => typeof value === 'string'),
          '/metadata',
          'three strings',
          values,
        )
      },
    },
  }),
  example<Exchange>('stripe/metadata/nested-value', {
    arrange: (trial) => trial.call('createCustomer', { body: { metadata: { order: ['1', '2'] } } }),
    judge: { 'stripe.metadata.values.scalar': (answer) => refusedAsInvalid(answer) },
  }),
  example<{ refused: Exchange; after: Exchange }>('stripe/metadata/merged-beyond-twenty', {
    arrange: async (trial) => {
      const path = { customer: await customer(trial, { metadata: named(20, 'first') }) }
      const refused = await trial.call('updateCustomer', { path, body: { metadata: { one_more: 'x' } } })
      return { refused, after: await trial.given('retrieveCustomer', { path }) }
    },
    judge: {
      'stripe.metadata.limits.merged-keys-refused': ({ refused, after }) =>
        all(refusedAsInvalid(refused), equals(after, '/metadata', named(20, 'first'))),
    },
  }),
  example<readonly Pair[]>('stripe/metadata/decides-nothing', {
    arrange: async (trial) => [
      await withAndWithout(trial, 'visa', { outcome: 'decline', risk: 'fraudulent' }),
      await withAndWithout(trial, 'declined', { outcome: 'approve' }),
    ],
    judge: {
      'stripe.metadata.use.not-used-by-provider': (pairs) =>
        each(pairs, ({ without, with: described }) => hasStatus(described, without.response.status)),
    },
  }),
  example<readonly Exchange[]>('stripe/metadata/description', {
    arrange: async (trial) => {
      const description = '2 shirts for a customer & a friend'
      return [await charge(trial, { description }), await trial.given('createCustomer', { body: { description } })]
    },
    judge: {
      'stripe.metadata.description.is-kept': (answers) =>
        each(answers, (answer) => equals(answer, '/description', '2 shirts for a customer & a friend')),
    },
  }),
]

export const metadata: readonly Check[] = [
  ...withinLimits,
  accepted('twenty-keys', 'stripe.metadata.limits.keys-accepted', named(20, 'key')),
  accepted('key-of-forty', 'stripe.metadata.limits.key-length-accepted', { ['k'.repeat(40)]: 'value' }),
  accepted('value-of-five-hundred', 'stripe.metadata.limits.value-length-accepted', { key: 'v'.repeat(500) }),
  ...kept,
  updated('update-adds-a-key', 'stripe.metadata.update.merges', { metadata: { row: '3' } }, { ...begin, row: '3' }),
  updated(
    'update-of-a-value',
    'stripe.metadata.update.replaces-value',
    { metadata: { seat: '15A', order: '1' } },
    { order: '1', seat: '15A' },
  ),
  updated(
    'update-with-an-empty-value',
    'stripe.metadata.update.empty-value-removes-key',
    { metadata: { seat: '', order: '1' } },
    { order: '1' },
  ),
  updated('update-with-nothing', 'stripe.metadata.update.empty-removes-all', { metadata: '' }, {}),
  updated('update-of-another-field', 'stripe.metadata.update.other-fields-keep-it', { description: 'Changed' }, begin),
  ...own,
]
