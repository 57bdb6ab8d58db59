import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe-api-model/index.ts'
import { failure } from './rewording.ts'

const clause = (id: string): string => `stripe-api-model.${id}`

/** Lies about how requests are read, answers are written and failures are worded. */
export const aboutMessages: readonly Lie<Rules>[] = [
  {
    id: 'plus-signs-stay',
    breaks: clause('messages.request.pairs'),
    text: 'A plus sign in a form is not read as a blank.',
    rules: () => ({ decode: (part) => decodeURIComponent(part) }),
  },
  {
    id: 'forms-are-decoded-twice',
    breaks: clause('messages.request.pairs'),
    text: 'A value that looks like an escape is decoded once more.',
    rules: ({ decode }) => ({ decode: (part) => decode(part).replaceAll('%20', ' ') }),
  },
  {
    id: 'any-media-type-goes',
    breaks: clause('messages.request.other-media-type'),
    text: 'Data is read as a form whatever its media type.',
    rules: () => ({ takesMediaType: () => true }),
  },
  {
    id: 'answers-are-text',
    breaks: clause('messages.response.media-type'),
    text: 'Answers say that they are HTML.',
    rules: () => ({ mediaType: 'text/html; charset=utf-8' }),
  },
  {
    id: 'date-in-iso-8601',
    breaks: clause('messages.response.date'),
    text: 'Date is written as in JSON.',
    rules: () => ({ dateOf: (milliseconds) => new Date(milliseconds).toISOString() }),
  },
  {
    id: 'sessions-in-snake-case',
    breaks: clause('messages.response.camel-case'),
    text: 'A session has expires_at as well, from another service.',
    rules: ({ showSession }) => ({ showSession: (session) => ({ ...showSession(session), expires_at: null }) }),
  },
  {
    id: 'unknown-paths-in-html',
    breaks: clause('errors.body.json'),
    text: 'What is not found is answered with a page of the web server.',
    tamper: () => (_, response) =>
      response.status === 404 ? { ...response, body: '<h1>404 Not Found</h1>' } : response,
  },
  {
    id: 'bare-messages',
    breaks: clause('errors.body.envelope'),
    text: 'A failure has its message and no error object.',
    rules: () => ({ errorBody: ({ message }) => ({ message }) }),
  },
  {
    id: 'every-error-says-400',
    breaks: clause('errors.body.status'),
    text: 'The status in the error is always 400.',
    rules: ({ errorBody }) => ({ errorBody: (refusal) => errorBody(refusal, 400) }),
  },
  {
    id: 'every-error-is-of-one-type',
    breaks: clause('errors.body.type'),
    text: 'The type of every error is apiError.',
    rules: () => ({
      errorBody: ({ message, parameter = null }, status) => ({
        error: { status, type: 'apiError', message, ...(parameter === null ? {} : { parameter }) },
      }),
    }),
  },
  {
    id: 'parameter-is-not-named',
    breaks: clause('errors.body.parameter'),
    text: 'The error of a 400 does not say which parameter is at fault.',
    rules: ({ errorBody }) => ({
      errorBody: ({ refused, message }, status) => errorBody({ refused, message }, status),
    }),
  },
  {
    id: 'lists-carry-an-empty-error',
    breaks: clause('errors.success.no-error'),
    text: 'A list has an error that is null.',
    rules: ({ listShape }) => ({
      listShape: (data, hasMore) => ({ ...(listShape(data, hasMore) as object), error: null }),
    }),
  },
  {
    id: 'missing-data-is-unprocessable',
    breaks: clause('errors.bad-request.missing-data'),
    text: 'Requests that are not valid are answered 422.',
    rules: ({ statusOf }) => ({ statusOf: (phrase) => (phrase === 'badRequest' ? 422 : statusOf(phrase)) }),
  },
  {
    id: 'conflicts-are-locked',
    breaks: clause('errors.statuses.listed'),
    text: 'Of two requests in flight one is answered 423.',
    rules: ({ statusOf }) => ({ statusOf: (phrase) => (phrase === 'conflict' ? 423 : statusOf(phrase)) }),
  },
  {
    id: 'unknown-is-gone',
    breaks: clause('errors.not-found.status'),
    text: 'What is not there is a bad request.',
    rules: ({ statusOf }) => ({ statusOf: (phrase) => (phrase === 'notFound' ? 400 : statusOf(phrase)) }),
  },
  {
    id: 'nobody-is-forbidden',
    breaks: clause('errors.forbidden.status'),
    text: 'A customer that may not pay can pay.',
    rules: () => ({ isForbidden: () => false }),
  },
  {
    id: 'limit-is-not-kept',
    breaks: clause('errors.too-many-requests.status'),
    text: 'Requests beyond the limit are answered.',
    rules: () => ({ isExhausted: () => false }),
  },
  {
    id: 'limit-is-an-outage',
    breaks: clause('errors.too-many-requests.status'),
    text: 'Requests beyond the limit are answered 500.',
    tamper: () => (_, response) => (response.status === 429 ? failure(response, 500, 'internalServerError') : response),
  },
  {
    id: 'back-end-fails-quietly',
    breaks: clause('errors.server-error.status'),
    text: 'A request of which the back end failed is answered 200 with nothing in the list.',
    tamper: () => (_, response) =>
      response.status === 500 ? { ...response, status: 200, body: '{"data":[],"hasMore":false}' } : response,
  },
]
