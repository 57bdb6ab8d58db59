import { all } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasForm, hasStatus, isPresent } from '../vocabulary/judge.ts'
import { inAnyWay } from '../vocabulary/ways.ts'
import { refusedAs } from './refusal.ts'
import { declineOf } from './scenes.ts'
import { paymentOf } from './sources.ts'

/** Has the next request answered with a trouble that no request of ours can bring about. */
function trouble(
  status: number,
  judge: Readonly<Record<string, (answer: Exchange) => ReturnType<typeof hasStatus>>>,
): Check {
  return example<Exchange>(`stripe/errors/answers-of-${status}`, {
    needs: ['levers'],
    arrange: async (trial) => {
      await trial.lever('fail-next', { status })
      return trial.call('retrieveBalance')
    },
    judge,
  })
}

export const errors: readonly Check[] = [
  example<Exchange>('stripe/errors/unacceptable-requests', {
    arrange: async (trial) => trial.call('createCharge', { body: { amount: 2000, ...(await paymentOf(trial)) } }),
    judge: {
      'stripe.errors.status.400': (refused) => hasStatus(refused, 400),
      'stripe.errors.object.param-names-parameter': (refused) => equals(refused, '/error/param', 'currency'),
      'stripe.errors.type.invalid-request-error': (refused) => equals(refused, '/error/type', 'invalid_request_error'),
    },
  }),
  example<Exchange>('stripe/errors/declined-charges', {
    arrange: (trial) =>
      inAnyWay(trial, 'a decline', [() => declineOf(trial, 'insufficient-funds'), () => declineOf(trial, 'declined')]),
    judge: {
      'stripe.errors.status.402': (declined) => hasStatus(declined, 402),
      'stripe.errors.type.card-error': (declined) => equals(declined, '/error/type', 'card_error'),
      'stripe.errors.object.charge-after-decline': (declined) => hasForm(declined, '/error/charge', /./),
      'stripe.errors.object.decline-code-given': (declined) => isPresent(declined, '/error/decline_code'),
      'stripe.handling-errors.decline.body': (declined) =>
        all(isPresent(declined, '/error/type'), isPresent(declined, '/error/charge')),
    },
  }),
  example<Exchange>('stripe/errors/missing-objects', {
    arrange: (trial) => trial.call('retrieveCharge', { path: { charge: 'ch_conformanceHasNoSuchCharge' } }),
    judge: {
      'stripe.errors.status.404': (gone) => hasStatus(gone, 404),
      'stripe.errors.object.param-of-missing-object': (gone) => equals(gone, '/error/param', 'id'),
    },
  }),
  trouble(429, {
    'stripe.errors.status.429': (answer) => hasStatus(answer, 429),
    'stripe.errors.type.rate-limit-error': (answer) => refusedAs(answer, { status: 429, type: 'rate_limit_error' }),
  }),
  ...[500, 502, 503, 504].map((status) =>
    trouble(status, {
      'stripe.errors.status.5xx': (answer) => hasStatus(answer, status),
      'stripe.errors.type.api-error': (answer) => refusedAs(answer, { status, type: 'api_error' }),
    }),
  ),
]
