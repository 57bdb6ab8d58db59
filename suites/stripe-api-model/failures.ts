import { all, unobservable } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { refusedWith } from './refusal.ts'
import { givenCustomer, listed, payer, wantedSession } from './scenes.ts'

const badRequests = example<{ negative: Exchange; unnamed: Exchange }>('stripe-api-model/failed-requests/bad-request', {
  arrange: async (trial) => {
    const customerId = await payer(trial)
    return {
      negative: await trial.call('createCharge', { body: { amount: -500, currency: 'USD', customerId } }),
      unnamed: await trial.call('createCharge', { body: { currency: 'USD', customerId } }),
    }
  },
  judge: {
    'stripe-api-model.errors.bad-request.domain': ({ negative }) => refusedWith(negative, 400, 'amount'),
    'stripe-api-model.errors.body.parameter': ({ unnamed }) => equals(unnamed, '/error/parameter', 'amount'),
  },
})

const nothingMade = example<{ refused: Exchange; made: number }>('stripe-api-model/failed-requests/nothing-made', {
  arrange: async (trial) => {
    const customerId = await payer(trial)
    const refused = await trial.call('createInvoice', { body: { customerId, currency: 'USD', dueAmount: 'all of it' } })
    return { refused, made: (await listed(trial, 'listInvoices', 'customerId', customerId)).length }
  },
  judge: {
    'stripe-api-model.errors.bad-request.nothing-made': ({ refused, made }) =>
      refused.response.status < 400
        ? unobservable('the request was not refused')
        : holds(made === 0, '/data', 'no invoice', made),
  },
})

const forbidden = example<{ charge: Exchange; session: Exchange }>('stripe-api-model/failed-requests/forbidden', {
  needs: ['levers'],
  arrange: async (trial) => {
    const customerId = textAt(await givenCustomer(trial), '/customerId')
    await trial.lever('forbid', { customer: customerId })
    return {
      charge: await trial.call('createCharge', { body: { amount: 1000, currency: 'USD', customerId } }),
      session: await trial.call('createSession', { body: await wantedSession(trial, { customerId }) }),
    }
  },
  judge: {
    'stripe-api-model.errors.forbidden.status': ({ charge, session }) =>
      all(hasStatus(charge, 403), hasStatus(session, 403)),
  },
})

const tooMany = example<readonly Exchange[]>('stripe-api-model/failed-requests/too-many-requests', {
  needs: ['levers'],
  arrange: async (trial) => {
    await trial.lever('limit', { requests: 1 })
    return [await trial.call('listCustomers'), await trial.call('listCustomers')]
  },
  judge: {
    'stripe-api-model.errors.too-many-requests.status': ([within, beyond]) =>
      all(hasStatus(within as Exchange, 200), hasStatus(beyond as Exchange, 429)),
  },
})

const serverError = example<Exchange>('stripe-api-model/failed-requests/server-error', {
  needs: ['levers'],
  arrange: async (trial) => {
    await trial.lever('fail', { requests: 1 })
    return trial.call('listCustomers')
  },
  judge: { 'stripe-api-model.errors.server-error.status': (failed) => hasStatus(failed, 500) },
})

export const failures: readonly Check[] = [badRequests, nothingMade, forbidden, tooMany, serverError]
