import { all, each, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { equals, hasStatus, holds, isPresent, sameBody } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { anyCreate } from './any-create.ts'
import { of, wanted } from './charge.ts'
import { isAbout, timeAt } from './times.ts'

interface Made {
  readonly created: Exchange
  readonly retrieved: Exchange
  readonly at: number
}

const attributes = [
  'id',
  'amount',
  'currency',
  'amount_satoshi',
  'payment_hash',
  'payment_request',
  'description',
  'paid',
  'created',
  'updated',
]

/** An attribute is there, whatever its value: of which type it is, is a clause of its own. */
const isThere = (charge: Exchange, at: string): Judgement =>
  holds(read(charge, at) !== undefined, at, 'present', read(charge, at))

/** Not by the law of things that can be read back: a charge that is not found has a clause of its own. */
const asRequested = property<Made, JsonObject>('acinq-strike/creating/as-requested', {
  inputs: () => anyCreate,
  visits: () => [
    { amount: 1, currency: 'btc', description: '\u{1F375}'.repeat(256), customer_id: '\u{1F375}'.repeat(64) },
    { amount: 4_294_967, currency: 'btc', description: 'é e\u0301 Å', customer_id: ' both ends ' },
    { amount: 2_147_484, currency: 'btc', description: '"quoted" and \\ slashed', customer_id: 'a+b=c&d%20e' },
  ],
  arrange: async (trial, body) => {
    const at = trial.now()
    const created = await trial.given('createCharge', { body })
    return { created, at, retrieved: await trial.call('retrieveCharge', of(created)) }
  },
  judge: {
    'acinq-strike.charges.create.persists': ({ retrieved }) => hasStatus(retrieved, 200),
    'acinq-strike.charges.create.complete': ({ created }) => each(attributes, (name) => isThere(created, `/${name}`)),
    'acinq-strike.example.create.payment-request': ({ created }) => isPresent(created, '/payment_request'),
    'acinq-strike.charges.create.unpaid': ({ created }) => equals(created, '/paid', false),
    'acinq-strike.charges.create.echoes-amount': ({ created }, { amount }) =>
      equals(created, '/amount', amount ?? null),
    'acinq-strike.charges.create.echoes-currency': ({ created }, { currency }) =>
      equals(created, '/currency', currency ?? null),
    'acinq-strike.charges.create.echoes-description': ({ created }, sent) =>
      equals(created, '/description', sent['description'] ?? null),
    'acinq-strike.charge.satoshi.equals-amount': ({ created }) =>
      equals(created, '/amount_satoshi', read(created, '/amount') ?? null),
    // a charge of no customer may say so in any way
    'acinq-strike.charge.customer.shown': ({ created }, { customer_id: sent }) =>
      sent === undefined || sent === ''
        ? holds(!read(created, '/customer_id'), '/customer_id', 'no customer', read(created, '/customer_id'))
        : equals(created, '/customer_id', sent),
    'acinq-strike.charge.times.created-then': ({ created, at }) => isAbout(created, '/created', at),
    'acinq-strike.charge.times.updated-after-created': ({ created }) =>
      holds(
        timeAt(created, '/updated') >= timeAt(created, '/created'),
        '/updated',
        'no earlier than created',
        read(created, '/updated'),
      ),
    'acinq-strike.charges.retrieve.as-created': ({ created, retrieved }) =>
      retrieved.response.status === 200
        ? sameBody(created, retrieved, ['paid'])
        : unobservable('the charge was not found'),
  },
})

const distinct = example('acinq-strike/creating/each-its-own', {
  arrange: async (trial) => {
    const same = wanted(trial)
    return [await trial.given('createCharge', same), await trial.given('createCharge', same)] as const
  },
  judge: {
    'acinq-strike.charges.create.distinct': ([first, second]) => differs(first, second, '/id'),
    'acinq-strike.payment-request.bolt11.unique': ([first, second]) =>
      all(differs(first, second, '/payment_hash'), differs(first, second, '/payment_request')),
  },
})

function differs(first: Exchange, second: Exchange, at: string): Judgement {
  return holds(
    read(first, at) !== read(second, at),
    at,
    { 'other than': read(first, at) ?? 'absent' },
    read(second, at),
  )
}

const optional = example('acinq-strike/creating/optional-parameters', {
  arrange: async (trial) => ({
    emptyDescription: await trial.call('createCharge', wanted(trial, { description: '' })),
    noDescription: await trial.call('createCharge', { body: { amount: 1000, currency: 'btc' } }),
    emptyCustomer: await trial.call('createCharge', wanted(trial, { customer_id: '' })),
    noCustomer: await trial.call('createCharge', {
      body: { amount: 1000, currency: 'btc', description: trial.unique('order ') },
    }),
  }),
  judge: {
    'acinq-strike.charges.create.description-empty': ({ emptyDescription }) =>
      all(hasStatus(emptyDescription, 200), equals(emptyDescription, '/description', '')),
    'acinq-strike.charges.create.description-left-out': ({ noDescription }) => hasStatus(noDescription, 200),
    'acinq-strike.charges.create.customer-id-optional': ({ emptyCustomer, noCustomer }) =>
      all(hasStatus(emptyCustomer, 200), hasStatus(noCustomer, 200)),
  },
})

/** What a second decoding, a trimming, an old character set or an escaping would change. */
const awkward = [' blank at both ends ', '100%20', 'a+b', '&lt;b&gt;', 'tea \u{1F375}', 'line\nfeed']

const letterByLetter = example('acinq-strike/creating/description-letter-by-letter', {
  arrange: async (trial) => {
    const created: Exchange[] = []
    for (const description of awkward) created.push(await trial.given('createCharge', wanted(trial, { description })))
    return created
  },
  judge: {
    'acinq-strike.charges.create.echoes-description': (created) =>
      each(created, (charge, index) => equals(charge, '/description', awkward[index] ?? '')),
  },
})

/** 29 satoshi are a fraction of a bitcoin that floating point makes 28 of. */
const exact = example('acinq-strike/creating/exact-satoshi', {
  arrange: (trial) => trial.given('createCharge', wanted(trial, { amount: 29 })),
  judge: {
    'acinq-strike.charge.satoshi.equals-amount': (created) => equals(created, '/amount_satoshi', 29),
  },
})

export const creating: readonly Check[] = [asRequested, letterByLetter, exact, distinct, optional]
