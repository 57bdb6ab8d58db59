import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { all, each, unobservable } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import { hasStatus, holds, inExchange, isAbsent, isPresent } from '../vocabulary/judge.ts'
import { headerOf } from '../../model/exchange.ts'
import { callEach } from './calls.ts'
import { isClientError, refusedAs } from './refusal.ts'
import { givenInvoice, unknownId, wanted } from './scenes.ts'

const clientErrors = example('strike/errors/client-errors', {
  arrange: async (trial) => {
    const correlationId = trial.unique('order')
    await givenInvoice(trial, { correlationId })
    return {
      invalid: await trial.call('createInvoice', { body: {} }),
      nobody: await trial.call('listInvoices', { credentials: { kind: 'none' } }),
      unknown: await trial.call('retrieveInvoice', { path: { invoiceId: unknownId() } }),
      taken: await trial.call('createInvoice', wanted({ correlationId })),
      worthless: await trial.call('createInvoice', wanted({ amount: { amount: '0.00', currency: 'USD' } })),
    }
  },
  judge: {
    'strike.errors.statuses.400-bad-request': ({ invalid }) => hasStatus(invalid, 400),
    'strike.errors.statuses.401-unauthorized': ({ nobody }) => hasStatus(nobody, 401),
    'strike.errors.statuses.404-not-found': ({ unknown }) => hasStatus(unknown, 404),
    'strike.errors.statuses.409-conflict': ({ taken }) => hasStatus(taken, 409),
    'strike.errors.statuses.422-unprocessable-entity': ({ worthless }) =>
      worthless.response.status === 400
        ? unobservable('the target takes the request for an invalid one')
        : hasStatus(worthless, 422),
    'strike.errors.statuses.client-range': ({ invalid, unknown, taken, worthless }) =>
      each([invalid, unknown, taken, worthless], isClientError),
  },
})

const serverError = example('strike/errors/server-error', {
  needs: ['levers'],
  arrange: async (trial) => {
    await trial.lever('fail', { code: 'INTERNAL_SERVER_ERROR' })
    return trial.call('listInvoices')
  },
  judge: {
    'strike.errors.statuses.server-range': ({ response }) =>
      holds(response.status >= 500, 'status', 'in the 5xx range', response.status),
    'strike.errors.statuses.500-internal-server-error': (failed) => refusedAs(failed, 500, 'INTERNAL_SERVER_ERROR'),
  },
})

const unprocessable = example('strike/errors/unprocessable', {
  needs: ['levers'],
  arrange: async (trial) => {
    await trial.lever('fail', { code: 'UNPROCESSABLE_ENTITY' })
    return trial.call('createInvoice', wanted())
  },
  judge: { 'strike.errors.codes.unprocessable-entity': (refused) => refusedAs(refused, 422, 'UNPROCESSABLE_ENTITY') },
})

const debugInfo = example('strike/errors/debug', {
  needs: ['levers'],
  arrange: async (trial) => {
    const plain = await trial.call('createInvoice', { body: {} })
    await trial.lever('debug', { on: true })
    return { plain, debugged: await trial.call('createInvoice', { body: {} }) }
  },
  judge: {
    'strike.errors.response.debug-mode': ({ plain, debugged }) =>
      all(isAbsent(plain, '/debug'), isPresent(debugged, '/debug')),
    'strike.errors.response.debug-full': ({ debugged }) => isPresent(debugged, '/debug/full'),
  },
})

/** A wait is told in seconds, or as a date on the clock of the answer. */
function waits(refused: Exchange, seconds: number): Judgement {
  const told = headerOf(refused.response, 'retry-after') ?? ''
  const wait = /^\d+$/.test(told) ? Number(told) : (Date.parse(told) - refused.startedAt) / 1000
  return inExchange(refused, holds(Math.abs(wait - seconds) <= 2, 'retry-after', `about ${seconds} seconds`, told))
}

const tooMany = example('strike/limits/until-the-timeout-ends', {
  needs: ['levers', 'clock'],
  arrange: async (trial) => {
    await trial.lever('rateLimit', { remaining: 1, seconds: 60 })
    const first = await trial.call('listInvoices')
    const refused = await trial.call('listInvoices')
    await trial.advance(59)
    const still = await trial.call('listInvoices')
    // a second more than is left, since the limit can begin in the middle of one
    await trial.advance(2)
    return { first, refused, still, afterwards: await trial.call('listInvoices') }
  },
  judge: {
    'strike.errors.statuses.429-too-many-requests': ({ refused }) => refusedAs(refused, 429, 'RATE_LIMIT_EXCEEDED'),
    'strike.limits.retry-after': ({ refused, still }) => all(waits(refused, 60), waits(still, 1)),
    'strike.limits.until-timeout': ({ first, refused, still, afterwards }) =>
      all(hasStatus(first, 200), hasStatus(refused, 429), hasStatus(still, 429), hasStatus(afterwards, 200)),
  },
})

const maintenance = example('strike/maintenance/everything', {
  needs: ['levers'],
  arrange: async (trial) => {
    await trial.lever('maintenance', { on: true })
    return callEach(trial, [...trial.contract.operations.keys()])
  },
  judge: {
    'strike.maintenance.everything': (answers) => each(answers, (answer) => refusedAs(answer, 503, 'MAINTENANCE_MODE')),
    'strike.errors.statuses.503-service-unavailable': (answers) =>
      each(answers.slice(0, 1), (answer) => hasStatus(answer, 503)),
  },
})

const version = example('strike/versioning/path', {
  arrange: async (trial) => ({
    versioned: await trial.given('listInvoices'),
    bare: await trial.send({ method: 'GET', path: '/invoices' }),
    never: await trial.send({ method: 'GET', path: '/v0/invoices' }),
  }),
  judge: {
    'strike.versioning.path': ({ bare }) =>
      holds(bare.response.status >= 400, 'status', 'no success without a version', bare.response.status),
    'strike.versioning.deprecation.retired-fails': ({ never }) =>
      holds(
        never.response.status >= 400,
        'status',
        'no success under a version that is not there',
        never.response.status,
      ),
  },
})

/** What the documents say of statuses and of states of the whole service. */
export const statuses: readonly Check[] = [
  clientErrors,
  serverError,
  unprocessable,
  debugInfo,
  tooMany,
  maintenance,
  version,
]
