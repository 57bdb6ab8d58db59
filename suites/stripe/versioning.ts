import { all, each, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { hasHeader, hasStatus, holds, inExchange } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { refusedAsInvalid } from './refusal.ts'

/** An earlier version of the published changelog. */
const other = '2017-08-15'

/** A list, asked for without a version. */
const unversioned = (trial: Trial): Promise<Exchange> =>
  trial.send({ method: 'GET', path: '/v1/customers?limit=1', headers: [] })

const versioned = (trial: Trial, version: string): Promise<Exchange> =>
  trial.call('listCustomers', { query: { limit: 1 }, headers: { 'stripe-version': version } })

/** The version of an answer shows in its header alone. */
function servedAs(overridden: Exchange): Judgement {
  if (overridden.response.status === 200 && headerOf(overridden.response, 'stripe-version') === undefined) {
    return unobservable('the answer does not say which version it is in')
  }
  return all(hasStatus(overridden, 200), hasHeader(overridden, 'stripe-version', other))
}

function sameVersion(first: Exchange, second: Exchange): Judgement {
  const [expected, actual] = [first, second].map(({ response }) => headerOf(response, 'stripe-version'))
  if (expected === undefined && actual === undefined) return unobservable('no answer says which version it is in')
  return inExchange(second, holds(expected === actual, 'stripe-version', expected ?? 'absent', actual))
}

export const versioning: readonly Check[] = [
  example<{ earlier: Exchange; before: Exchange; overridden: Exchange; after: Exchange }>(
    'stripe/versioning/override',
    {
      arrange: async (trial) => ({
        earlier: await unversioned(trial),
        before: await unversioned(trial),
        overridden: await versioned(trial, other),
        after: await unversioned(trial),
      }),
      judge: {
        'stripe.versioning.default.account': ({ earlier, before }) =>
          all(hasStatus(before, 200), sameVersion(earlier, before)),
        'stripe.versioning.override.request': ({ overridden }) => servedAs(overridden),
        'stripe.versioning.override.that-request-only': ({ before, after }) => sameVersion(before, after),
      },
    },
  ),
  example<readonly Exchange[]>('stripe/versioning/override-of-every-verb', {
    arrange: async (trial) => {
      const headers = { 'stripe-version': other }
      const made = await trial.call('createCustomer', { body: { description: 'Of another version' }, headers })
      const path = { customer: textAt(made, '/id') }
      return [
        made,
        await trial.call('updateCustomer', { path, body: { description: 'Changed' }, headers }),
        await trial.call('retrieveCustomer', { path, headers }),
        await trial.call('deleteCustomer', { path, headers }),
      ]
    },
    judge: { 'stripe.versioning.override.request': (answers) => each(answers, servedAs) },
  }),
  example<Exchange>('stripe/versioning/current', {
    arrange: (trial) => versioned(trial, '2018-01-23'),
    judge: { 'stripe.versioning.current.answers': (answer) => hasStatus(answer, 200) },
  }),
  example<Exchange>('stripe/versioning/unknown', {
    arrange: (trial) => versioned(trial, '1999-12-31'),
    judge: { 'stripe.versioning.unknown.refused': (refused) => refusedAsInvalid(refused) },
  }),
  example<Exchange>('stripe/versioning/not-zero-padded', {
    arrange: (trial) => versioned(trial, '2018-1-23'),
    judge: { 'stripe.versioning.unknown.not-zero-padded': (refused) => refusedAsInvalid(refused) },
  }),
]
