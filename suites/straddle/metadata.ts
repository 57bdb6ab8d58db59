import { all, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { metadataKeepsItsLimits } from '../laws/metadata-keeps-its-limits.ts'
import { equals, isAbsent } from '../vocabulary/judge.ts'
import { customerBody, dayOf, paymentBody } from './bodies.ts'
import { charges, makePayment, payouts } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { until } from './lives.ts'
import { idOf, makePaykey } from './making.ts'
import { refusesField } from './refusal.ts'
import { makes } from './success.ts'
import { didNothing } from './found.ts'

const at = '/data/metadata'
const limits = { keys: 20, keyLength: 40, valueLength: 40 }
const limitClauses = {
  tooManyKeys: 'straddle.metadata.limits.pairs',
  longKey: 'straddle.metadata.limits.key-length',
  longValue: 'straddle.metadata.limits.value-length',
}
/** Who says that metadata is kept, by section. */
const keptBy = {
  charges: { create: 'straddle.metadata.create.charges', update: 'straddle.metadata.update.charges' },
  payouts: { create: 'straddle.metadata.create.payouts', update: 'straddle.metadata.update.payouts' },
} as const
const refusal = (exchange: Exchange) => refusesField(exchange, 'metadata')

function limitsOf(kind: Kind): readonly Check[] {
  return metadataKeepsItsLimits(`straddle/metadata/${kind.section}`, {
    at,
    limits,
    refusal,
    clauses: { kept: keptBy[kind.section].create, ...limitClauses },
    write: async (trial, metadata) =>
      trial.call(kind.create, { body: paymentBody(trial, kind.name, (await makePaykey(trial)).token, { metadata }) }),
    readBack: (trial, written) => trial.given(kind.get, { path: { id: idOf(written) } }),
  })
}

/** Metadata on both sides of each limit: what is just within, and what is one step beyond. */
const atTheLimits: Check = example('straddle/metadata/at-the-limits', {
  arrange: async (trial) => {
    const write = (metadata: JsonObject) => trial.call('createCustomer', { body: customerBody(trial, { metadata }) })
    const pairs = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`key_${index}`, 'value']))
    const email = `${trial.unique('refused.')}@example.com`
    return {
      within: [
        await write(pairs(20)),
        await write({ ['k'.repeat(40)]: 'value' }),
        await write({ key: 'v'.repeat(40) }),
      ],
      beyond: [
        await trial.call('createCustomer', { body: customerBody(trial, { email, metadata: pairs(21) }) }),
        await write({ ['k'.repeat(41)]: 'value' }),
        await write({ key: 'v'.repeat(41) }),
      ],
      email,
      found: await trial.given('listCustomers', { query: { email } }),
    }
  },
  judge: {
    ...Object.fromEntries(
      [limitClauses.tooManyKeys, limitClauses.longKey, limitClauses.longValue].map((clause, index) => [
        clause,
        ({ within, beyond }: { within: readonly Exchange[]; beyond: readonly Exchange[] }) =>
          all(makes(within[index] as Exchange), refusal(beyond[index] as Exchange)),
      ]),
    ),
    'straddle.metadata.limits.nothing-done': ({ beyond: [first], email, found }) =>
      didNothing(first === undefined ? [] : [first], found, 'email', email),
  },
})

const onCustomers: Check = example('straddle/metadata/customers', {
  arrange: async (trial) => {
    const body = customerBody(trial, { metadata: { order: '6735', note: 'first' } })
    const created = await trial.given('createCustomer', { body })
    const path = { id: idOf(created) }
    const update = {
      ...customerBody(trial),
      email: body['email'] as string,
      status: 'verified',
      metadata: { order: '6736' },
    }
    const updated = await trial.given('updateCustomer', { path, body: update })
    return { created, updated, read: await trial.given('getCustomer', { path }) }
  },
  judge: {
    'straddle.metadata.create.customers': ({ created }) => equals(created, at, { order: '6735', note: 'first' }),
    'straddle.metadata.update.customers': ({ updated, read }) =>
      each([updated, read], (answer) => equals(answer, `${at}/order`, '6736')),
    'straddle.metadata.meta.apart': ({ created, read }) =>
      each([created, read], (answer) =>
        each(['/meta/metadata', '/meta/order', '/meta/note'], (place) => isAbsent(answer, place)),
      ),
  },
})

function onPayments(kind: Kind): Check {
  return example(`straddle/metadata/${kind.section}`, {
    arrange: async (trial) => {
      const created = await makePayment(trial, kind, {
        metadata: { order: '6735', note: 'first' },
        config: { sandbox_outcome: 'paid' },
      })
      const path = { id: idOf(created) }
      const update = (more: JsonObject) =>
        trial.given(kind.update, {
          path,
          body: { amount: 5000, description: 'Changed', payment_date: dayOf(trial, 0), ...more },
        })
      const untouched = await update({})
      const held = await trial.given(kind.actions.hold, { path, body: { reason: 'On hold' } })
      const again = await update({ description: 'Changed again' })
      const replaced = await update({ metadata: { other: '1' } })
      const read = await trial.given(kind.get, { path })
      const released = await trial.given(kind.actions.release, { path, body: { reason: 'Go on' } })
      const later = trial.can('clock') ? await until(trial, kind, path.id, ['paid']) : released
      return { created, untouched: [untouched, held, again], released: [released, later], replaced, read }
    },
    judge: {
      [keptBy[kind.section].create]: ({ created }) => equals(created, at, { order: '6735', note: 'first' }),
      [keptBy[kind.section].update]: ({ replaced, read }) =>
        each([replaced, read], (answer) => equals(answer, `${at}/other`, '1')),
      'straddle.metadata.update.replaces': ({ replaced, read }) =>
        each([replaced, read], (answer) => equals(answer, at, { other: '1' })),
      'straddle.metadata.update.untouched': ({ untouched, released }) =>
        all(
          each(untouched, (answer) => equals(answer, at, { order: '6735', note: 'first' })),
          each(released, (answer) => equals(answer, at, { other: '1' })),
        ),
      'straddle.metadata.meta.apart': ({ created }) => isAbsent(created, '/meta/metadata'),
    },
  })
}

/** The customer of the reference's example, with an e-mail address of its own. */
function exampleCustomer(trial: Trial): JsonObject {
  return customerBody(trial, {
    name: 'John Doe',
    address: { address1: '123 Main St', address2: null, city: 'Springfield', state: 'IL', zip: '62701' },
    phone: '+1234567890',
    external_id: trial.unique('CUS-'),
    metadata: { order_id: '6735', customer_group: 'premium' },
  })
}

const documentedExample: Check = example('straddle/metadata/example-of-the-reference', {
  arrange: async (trial) => {
    const body = exampleCustomer(trial)
    const created = await trial.call('createCustomer', { body })
    const other = exampleCustomer(trial)
    const address = { ...(other['address'] as JsonObject), type: 'residential' }
    return { created, body, typed: await trial.call('createCustomer', { body: { ...other, address } }) }
  },
  judge: {
    'straddle.metadata.example.customer': ({ created, body }) =>
      all(
        makes(created),
        each(['name', 'type', 'email', 'phone', 'external_id', 'metadata'], (name) =>
          equals(created, `/data/${name}`, body[name] ?? null),
        ),
      ),
    'straddle.metadata.example.address-type': ({ typed }) => makes(typed),
  },
})

export const metadata: readonly Check[] = [
  ...metadataKeepsItsLimits('straddle/metadata/customers', {
    at,
    limits,
    refusal,
    clauses: { kept: 'straddle.metadata.create.customers', ...limitClauses },
    write: (trial, sent) => trial.call('createCustomer', { body: customerBody(trial, { metadata: sent }) }),
    readBack: (trial, written) => trial.given('getCustomer', { path: { id: idOf(written) } }),
  }),
  ...limitsOf(charges),
  ...limitsOf(payouts),
  atTheLimits,
  onCustomers,
  onPayments(charges),
  onPayments(payouts),
  documentedExample,
]
