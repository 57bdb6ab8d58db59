import { each, unobservable } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Trial } from '../../model/trial.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { statesFollowTheTable } from '../laws/states-follow-the-table.ts'
import { equals, hasStatus, isOneOf } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { customerBody } from './bodies.ts'
import { idOf, makeCustomer } from './making.ts'
import { readingOf, refusesByRule, refusesFaults } from './refusal.ts'

const statuses = ['pending', 'review', 'verified', 'inactive', 'rejected'] as const
const inReview = (trial: Trial) => makeCustomer(trial, { config: { sandbox_outcome: 'review' } })
const path = (id: string) => ({ path: { id } })
const hour = 3600

const decisions: readonly Check[] = (['verified', 'rejected'] as const).map((status) =>
  example(`straddle/customers/decided-${status}`, {
    arrange: async (trial) => {
      const id = idOf(await inReview(trial))
      const decided = await trial.given('decideCustomer', { ...path(id), body: { status } })
      const seen = await trial.given('getCustomer', path(id))
      return { decided, seen, again: await trial.call('decideCustomer', { ...path(id), body: { status } }) }
    },
    judge: {
      'straddle.customers.decide.sets-status': ({ decided, seen }) =>
        each([decided, seen], (answer) => equals(answer, '/data/status', status)),
      'straddle.customers.decide.only-in-review': ({ again }) => refusesByRule(again),
    },
  }),
)

/** Checks that are under way are not yet for the client to decide. */
const undecided: Check = example('straddle/customers/decided-while-pending', {
  arrange: async (trial) => {
    const config = { sandbox_outcome: 'verified', processing_method: 'background' }
    const id = idOf(await makeCustomer(trial, { config }))
    return trial.call('decideCustomer', { ...path(id), body: { status: 'rejected' } })
  },
  judge: { 'straddle.customers.decide.only-in-review': refusesByRule },
})

const everywhere = (to: string): Readonly<Record<string, string>> =>
  Object.fromEntries(statuses.map((from) => [from, to]))

interface Subject {
  readonly id: string
  readonly email: string
}

/** The life of a customer: decisions in review only, changes of status by update from anywhere. */
const life: Check = statesFollowTheTable<Subject>('straddle/customers/life', {
  begin: async (trial) => {
    const created = await inReview(trial)
    return {
      subject: { id: idOf(created), email: textAt(created, '/data/email') },
      state: textAt(created, '/data/status'),
    }
  },
  actions: {
    verify: {
      from: { review: 'verified' },
      act: (trial, { id }) => trial.call('decideCustomer', { ...path(id), body: { status: 'verified' } }),
    },
    reject: {
      from: { review: 'rejected' },
      act: (trial, { id }) => trial.call('decideCustomer', { ...path(id), body: { status: 'rejected' } }),
    },
    deactivate: { from: everywhere('inactive'), act: (trial, subject) => update(trial, subject, 'inactive') },
    reactivate: { from: everywhere('verified'), act: (trial, subject) => update(trial, subject, 'verified') },
    'send back': { from: everywhere('review'), act: (trial, subject) => update(trial, subject, 'review') },
  },
  observe: async (trial, { id }) => {
    const exchange = await trial.given('getCustomer', path(id))
    return { exchange, state: textAt(exchange, '/data/status') }
  },
  longest: 8,
  clauses: { allowed: 'straddle.customers.lifecycle.statuses', refused: 'straddle.customers.decide.only-in-review' },
  refusal: (exchange) => refusesByRule(exchange),
})

function update(trial: Trial, { id, email }: Subject, status: string) {
  return trial.call('updateCustomer', { ...path(id), body: { ...customerBody(trial, { email }), status } })
}

export function customerReviews(contract: Contract): readonly Check[] {
  return [
    ...decisions,
    undecided,
    ...refusesInvalidInput(contract, 'straddle/customers', {
      operation: 'decideCustomer',
      prepare: async (trial) => ({ call: path(idOf(await inReview(trial))) }),
      ...refusesFaults,
    }),
    example('straddle/customers/refresh-review', {
      arrange: async (trial) => {
        const id = idOf(await makeCustomer(trial))
        const refreshed = await trial.call('refreshCustomerReview', path(id))
        const review = await trial.call('getCustomerReview', path(id))
        if (trial.can('clock')) await trial.advance(hour)
        const later = await trial.given('getCustomer', path(id))
        return { refreshed, review, later, isReviewed: trial.can('clock') }
      },
      judge: {
        'straddle.customers.refresh-review.answers': ({ refreshed }) =>
          readingOf(refreshed, { 200: 'ok', 202: 'accepted' }),
        'straddle.customers.get-review.any-status': ({ review }) => hasStatus(review, 200),
        'straddle.customers.lifecycle.statuses': ({ later, isReviewed }) =>
          isReviewed || read(later, '/data/status') !== 'pending'
            ? isOneOf(later, '/data/status', ['verified', 'review', 'rejected'])
            : unobservable('the review has not ended yet, and this target has no clock to advance'),
      },
    }),
    life,
  ]
}
