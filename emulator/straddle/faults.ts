import type { Lie } from '../module.ts'
import type { Rules } from './rules.ts'
import type { RefusalKind } from './refusal.ts'

type Fault = Lie<Rules>

const slashTypes: Partial<Record<RefusalKind, string>> = {
  malformed: '/bad_request',
  missing: '/validation_error',
  invalid: '/validation_error',
  unprocessable: '/validation_error',
  'not-found': '/not_found',
  'unknown-path': '/not_found',
  conflict: '/conflict',
}

const bareRefusals: readonly Fault[] = [
  {
    id: 'empty-unauthorized',
    breaks: 'straddle.errors.response.json',
    text: 'A request without a valid key is answered with 401 and no body at all.',
    rules: () => ({ bareUnauthorized: () => ({ body: '' }) }),
  },
  {
    id: 'html-not-found',
    breaks: 'straddle.errors.response.json',
    text: 'A path that names no resource is answered with 404 and a page of HTML.',
    rules: () => ({
      bareUnknownPath: () => ({
        contentType: 'text/html',
        body: '<html><head><title>404 Not Found</title></head></html>',
      }),
    }),
  },
]

const wording: readonly Fault[] = [
  {
    id: 'slash-error-types',
    breaks: 'straddle.errors.type.form',
    text: 'Error types are names behind a slash, of which the table of error types has none.',
    rules: ({ errorType }) => ({ errorType: (kind) => slashTypes[kind] ?? errorType(kind) }),
  },
  {
    id: 'fields-unprocessable',
    breaks: 'straddle.errors.status.bad-request',
    text: 'Missing and invalid fields are refused with 422.',
    rules: ({ errorStatus }) => ({
      errorStatus: (kind) => (kind === 'missing' || kind === 'invalid' ? 422 : errorStatus(kind)),
    }),
  },
  {
    id: 'times-without-zone',
    breaks: 'straddle.times.instants.form',
    text: 'The times of objects are written without a time zone.',
    rules: ({ instant }) => ({ instant: (time) => instant(time).replace(/\.\d+Z$/, '') }),
  },
  {
    id: 'trace-numbers-omitted',
    breaks: 'straddle.funding.object.shape',
    text: 'Funding events leave out their trace numbers.',
    rules: () => ({ shownTraceNumbers: () => undefined }),
  },
  {
    id: 'session-ok',
    breaks: 'straddle.bridge.initialize.answers',
    text: 'A session of the widget is answered with 200, not 201.',
    rules: () => ({ openedSessionStatus: () => 200 }),
  },
]

const processing: readonly Fault[] = [
  {
    id: 'cancelled-outcomes-fail',
    breaks: 'straddle.charges.outcomes.fraud',
    text: 'Payments that are to be cancelled for fraud or balance fail instead.',
    rules: ({ forcedVerification }) => ({
      forcedVerification(payment) {
        const step = forcedVerification(payment)
        return step?.status === 'cancelled' ? { ...step, status: 'failed' } : step
      },
    }),
  },
  {
    id: 'reversals-fail',
    breaks: 'straddle.charges.outcomes.reversed',
    text: 'Payments that are to be paid and then reversed fail, and are never paid.',
    rules: ({ failure, reversal }) => ({ failure: (payment) => failure(payment) ?? reversal(payment) }),
  },
  {
    id: 'payouts-stay-pending',
    breaks: 'straddle.payouts.outcomes.paid',
    text: 'A payout becomes pending and stays so.',
    rules: () => ({ settles: (kind) => kind === 'charge' }),
  },
]

/** What the live sandbox is known to do otherwise than documented. */
export const faults: readonly Fault[] = [...bareRefusals, ...wording, ...processing]
