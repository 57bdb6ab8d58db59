import { all, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, hasStatus, holds, isAbsent, sameBody } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { customerBody } from './bodies.ts'
import { carries } from './carries.ts'
import { idOf, makeCustomer } from './making.ts'
import { refusesFaults, refusesField } from './refusal.ts'
import { makes } from './success.ts'
import { leavesOut } from './found.ts'

const newEmail = async (trial: Trial) => ({ ids: { 'new-email': `${trial.unique('any.')}@example.com` } })
const echoed = ['name', 'type', 'email', 'phone', 'address', 'external_id']

const clauseOfOutcome = {
  verified: 'straddle.customers.create.outcome-verified',
  review: 'straddle.customers.create.outcome-review',
  rejected: 'straddle.customers.create.outcome-rejected',
} as const
const outcomesOfChecks = Object.entries(clauseOfOutcome)

const outcomes: readonly Check[] = outcomesOfChecks.map(([outcome, clause]) =>
  example(`straddle/customers/outcome-${outcome}`, {
    arrange: async (trial) => {
      const created = await makeCustomer(trial, { config: { sandbox_outcome: outcome } })
      return { created, review: await trial.call('getCustomerReview', { path: { id: idOf(created) } }) }
    },
    judge: {
      [clause]: ({ created }) => equals(created, '/data/status', outcome),
      'straddle.customers.create.inline': ({ created }) =>
        holds(
          read(created, '/data/status') !== 'pending',
          '/data/status',
          'not pending',
          read(created, '/data/status'),
        ),
      'straddle.customers.get-review.any-status': ({ review }) => hasStatus(review, 200),
      'straddle.customers.get-review.same-customer': ({ created, review }) =>
        equals(review, '/data/customer_details/id', idOf(created)),
    },
  }),
)

/** What the checks come to is the same where they run in the background. */
const inTheBackground: Check = example('straddle/customers/outcomes-in-the-background', {
  needs: ['clock'],
  arrange: async (trial) => {
    const ended: Exchange[] = []
    for (const [sandbox_outcome] of outcomesOfChecks) {
      const config = { sandbox_outcome, processing_method: 'background' }
      const path = { id: idOf(await makeCustomer(trial, { config })) }
      await trial.advance(3600)
      ended.push(await trial.given('getCustomer', { path }))
    }
    return ended
  },
  judge: Object.fromEntries(
    outcomesOfChecks.map(([outcome, clause], index) => [
      clause,
      (ended: readonly Exchange[]) => equals(ended[index] as Exchange, '/data/status', outcome),
    ]),
  ),
})

const updates: Check = example('straddle/customers/update', {
  arrange: async (trial) => {
    const created = await makeCustomer(trial, {
      address: { address1: '1 Main St', address2: 'Suite 2', city: 'Springfield', state: 'IL', zip: '62701' },
      config: { sandbox_outcome: 'verified' },
    })
    const path = { id: idOf(created) }
    const { type: _left, ...body } = customerBody(trial, {
      name: 'Grace Roe',
      phone: '+12025550199',
      external_id: trial.unique('CUS-'),
      address: { address1: '9 Elm St', city: 'Salem', state: 'OR', zip: '97301' },
    })
    const updated = await trial.given('updateCustomer', { path, body: { ...body, status: 'verified' } })
    const seen = await trial.given('getCustomer', { path })
    return {
      created,
      body,
      updated,
      seen,
      inactive: await trial.given('updateCustomer', { path, body: { ...body, status: 'inactive' } }),
    }
  },
  judge: {
    'straddle.customers.update.stores': ({ body, updated, seen }) =>
      each([updated, seen], (answer) =>
        all(
          carries(answer, body, ['name', 'email', 'phone', 'external_id', 'address']),
          // the new address has no second line
          isAbsent(answer, '/data/address/address2'),
        ),
      ),
    'straddle.customers.update.status': ({ inactive }) => equals(inactive, '/data/status', 'inactive'),
    'straddle.customers.update.keeps': ({ created, seen }) =>
      each(['id', 'type', 'created_at'], (name) =>
        equals(seen, `/data/${name}`, read(created, `/data/${name}`) ?? null),
      ),
    'straddle.customers.get.as-written': ({ updated, seen }) => sameBody(updated, seen, ['meta']),
  },
})

/** What an update has settled stays, whatever was under way. */
const settledMeanwhile: Check = example('straddle/customers/settled-meanwhile', {
  needs: ['clock'],
  arrange: async (trial) => {
    const config = { sandbox_outcome: 'verified', processing_method: 'background' }
    const path = { id: idOf(await makeCustomer(trial, { config })) }
    const { type: _, ...body } = customerBody(trial)
    await trial.given('updateCustomer', { path, body: { ...body, status: 'inactive' } })
    await trial.advance(3600)
    return trial.given('getCustomer', { path })
  },
  judge: { 'straddle.customers.update.status': (later) => equals(later, '/data/status', 'inactive') },
})

/** What may be null is gone once it was sent so. */
const cleared: Check = example('straddle/customers/cleared', {
  arrange: async (trial) => {
    const made = await makeCustomer(trial, {
      type: 'individual',
      address: { address1: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701' },
      compliance_profile: { ssn: '123-45-6789', dob: '1990-01-01' },
    })
    const path = { id: idOf(made) }
    const { type: _, ...body } = customerBody(trial, { type: 'individual', compliance_profile: null })
    const updated = await trial.call('updateCustomer', { path, body: { ...body, address: null, status: 'verified' } })
    return { updated, seen: await trial.given('getUnmaskedCustomer', { path }) }
  },
  judge: {
    'straddle.customers.update.stores': ({ updated, seen }) =>
      each([updated, ...(updated.response.status < 300 ? [seen] : [])], (answer) =>
        all(hasStatus(answer, 200), isAbsent(answer, '/data/address'), isAbsent(answer, '/data/compliance_profile')),
      ),
  },
})

const removal: Check = example('straddle/customers/removal', {
  arrange: async (trial) => {
    const created = await makeCustomer(trial)
    const path = { id: idOf(created) }
    const removed = await trial.given('deleteCustomer', { path })
    const seen = await trial.call('getCustomer', { path })
    return {
      created,
      removed,
      seen,
      listed: await trial.given('listCustomers', { query: { email: String(read(created, '/data/email')) } }),
    }
  },
  judge: {
    'straddle.customers.delete.answers': ({ created, removed }) =>
      all(hasStatus(removed, 200), equals(removed, '/data/id', idOf(created))),
    'straddle.customers.delete.gone': ({ created, seen, listed }) =>
      all(hasStatus(seen, 404), leavesOut(listed, idOf(created))),
  },
})

const longLines: Check = example('straddle/customers/address-lines', {
  arrange: async (trial) => {
    const address = (length: number): JsonObject => ({
      address1: `1 ${'a'.repeat(length - 2)}`,
      city: 'Salem',
      state: 'OR',
      zip: '97301',
    })
    const write = (length: number) =>
      trial.call('createCustomer', { body: customerBody(trial, { address: address(length) }) })
    return { within: await write(100), beyond: await write(101) }
  },
  judge: {
    'straddle.customers.create.lengths': ({ within, beyond }) => all(makes(within), refusesField(beyond, 'address1')),
  },
})

export function customers(contract: Contract): readonly Check[] {
  return [
    whatIsMadeCanBeRead(contract, 'straddle/customers/any-customer', {
      create: 'createCustomer',
      retrieve: 'getCustomer',
      id: '/data/id',
      parameter: 'id',
      prepare: newEmail,
      same: { clause: 'straddle.customers.get.as-written', except: ['meta'] },
      carries: { 'straddle.customers.create.echoes': (created, sent) => carries(created, sent, echoed) },
    }),
    ...refusesInvalidInput(contract, 'straddle/customers', {
      operation: 'createCustomer',
      prepare: newEmail,
      ...refusesFaults,
    }),
    ...refusesInvalidInput(contract, 'straddle/customers', {
      operation: 'updateCustomer',
      prepare: async (trial) => ({
        ...(await newEmail(trial)),
        call: { path: { id: idOf(await makeCustomer(trial)) } },
      }),
      ...refusesFaults,
    }),
    longLines,
    cleared,
    settledMeanwhile,
    ...outcomes,
    inTheBackground,
    updates,
    removal,
  ]
}
