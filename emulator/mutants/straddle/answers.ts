import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'

/** Lies about the envelope, and about how refusals are worded. */
export const answerLies: readonly Lie<Rules>[] = [
  {
    id: 'request-id-cached',
    breaks: 'straddle.response.meta.api-request-id-unique',
    text: 'Every answer carries the id of one and the same request.',
    rules: () => ({ requestId: () => '3a2b1c4d-0e6f-4a88-9876-123456abcdef' }),
  },
  {
    id: 'timestamp-in-local-time',
    breaks: 'straddle.response.meta.timestamp-is-now',
    text: 'The time of a request is the local time of the data centre, marked as UTC.',
    rules: ({ timestamp }) => ({ timestamp: (now) => timestamp(now - 5 * 3600 * 1000) }),
  },
  {
    id: 'timestamp-cut-to-the-minute',
    breaks: 'straddle.response.meta.timestamp-is-now',
    text: 'The time of a request is read from a clock that ticks once a minute.',
    rules: ({ timestamp }) => ({ timestamp: (now) => timestamp(Math.floor(now / 60_000) * 60_000) }),
  },
  {
    id: 'ids-counted-in-each-account',
    breaks: 'straddle.response.ids.unique',
    text: 'The first customers of two accounts have the same id.',
    rules: () => ({
      customerId: (_ids, count) => `5e1f0c1e-0000-4000-8000-${String(count).padStart(12, '0')}`,
    }),
  },
  {
    id: 'page-of-an-object',
    breaks: 'straddle.response.paging.arrays-only',
    text: 'The meta of a single object says that it is the first page.',
    tamper: () => (_request, response) => ({
      ...response,
      body: response.body.replace(
        /"meta":(\{[^}]*)\},"response_type":"object"/,
        '"meta":$1,"page_number":1},"response_type":"object"',
      ),
    }),
  },
  {
    id: 'list-called-object',
    breaks: 'straddle.response.type.array',
    text: 'Lists are announced as objects.',
    rules: () => ({ responseType: (shape) => (shape === 'array' ? 'object' : shape) }),
  },
  {
    id: 'error-repeated-in-data',
    breaks: 'straddle.response.data.absent-on-errors',
    text: 'An error puts its details into data as well.',
    rules: () => ({ errorBody: (error) => ({ response_type: 'error', error, data: error }) }),
  },
  {
    id: 'error-status-always-400',
    breaks: 'straddle.errors.object.status',
    text: 'error.status is 400 whatever the answer was sent with.',
    rules: () => ({ repeatedStatus: () => 400 }),
  },
  {
    id: 'first-item-only',
    breaks: 'straddle.errors.items.every-field',
    text: 'Of several faulty fields an error lists the first only.',
    rules: () => ({ errorItems: (items) => items.slice(0, 1) }),
  },
  {
    id: 'nested-fields-unnamed',
    breaks: 'straddle.errors.items.name-the-field',
    text: 'Errors name the resource that is at fault, not the field.',
    rules: () => ({ errorReference: (resource) => resource }),
  },
  {
    id: 'malformed-json-unprocessable',
    breaks: 'straddle.errors.validation.malformed-json',
    text: 'A body that is not JSON is answered with 422.',
    tamper: () => (_request, response) =>
      response.body.includes('"The request body is not valid JSON."')
        ? { ...response, status: 422, body: response.body.replace('"status":400', '"status":422') }
        : response,
  },
  {
    id: 'business-rules-as-bad-request',
    breaks: 'straddle.errors.status.unprocessable',
    text: 'Requests that break a rule of the business are answered with 400.',
    rules: ({ errorStatus }) => ({ errorStatus: (kind) => (kind === 'unprocessable' ? 400 : errorStatus(kind)) }),
  },
  {
    id: 'refused-fields-conflict',
    breaks: 'straddle.errors.status.bad-request',
    text: 'Missing and incorrect parameters are answered with 409.',
    rules: ({ errorStatus }) => ({
      errorStatus: (kind) => (kind === 'missing' || kind === 'invalid' ? 409 : errorStatus(kind)),
    }),
  },
  {
    id: 'missing-objects-forbidden',
    breaks: 'straddle.errors.status.not-found',
    text: 'An id that nothing has is answered with 403.',
    rules: ({ errorStatus }) => ({ errorStatus: (kind) => (kind === 'not-found' ? 403 : errorStatus(kind)) }),
  },
  {
    id: 'unknown-paths-wrong-method',
    breaks: 'straddle.errors.status.unknown-path',
    text: 'A path that names nothing is answered with 405.',
    rules: ({ errorStatus }) => ({ errorStatus: (kind) => (kind === 'unknown-path' ? 405 : errorStatus(kind)) }),
  },
  {
    id: 'conflicts-unprocessable',
    breaks: 'straddle.errors.status.conflict',
    text: 'Conflicts with another request are answered with 422.',
    rules: ({ errorStatus }) => ({ errorStatus: (kind) => (kind === 'conflict' ? 422 : errorStatus(kind)) }),
  },
  {
    id: 'wrong-keys-typed-as-faults',
    breaks: 'straddle.errors.type.authentication',
    text: 'A wrong key is reported as api_error.',
    rules: ({ errorType }) => ({ errorType: (kind) => (kind === 'unauthenticated' ? 'api_error' : errorType(kind)) }),
  },
  {
    id: 'refused-fields-typed-as-faults',
    breaks: 'straddle.errors.type.invalid-request',
    text: 'Refused fields are reported as api_error.',
    rules: ({ errorType }) => ({
      errorType: (kind) => (kind === 'missing' || kind === 'invalid' ? 'api_error' : errorType(kind)),
    }),
  },
  {
    id: 'invalid-addresses-typed-as-requests',
    breaks: 'straddle.errors.type.invalid-address',
    text: 'Invalid values are reported as invalid_request_error, addresses among them.',
    rules: ({ errorType }) => ({
      errorType: (kind) => (kind === 'invalid' ? 'invalid_request_error' : errorType(kind)),
    }),
  },
  {
    id: 'unsupported-payment-methods-typed-as-requests',
    breaks: 'straddle.errors.type.unsupported-payment-method',
    text: 'What breaks a rule is reported as invalid_request_error, a payment method that is not supported among it.',
    rules: ({ errorType }) => ({
      errorType: (kind) => (kind === 'unprocessable' ? 'invalid_request_error' : errorType(kind)),
    }),
  },
  {
    id: 'faults-typed-as-requests',
    breaks: 'straddle.errors.type.server-error',
    text: 'Faults of the service are reported as invalid_request_error.',
    rules: ({ errorType }) => ({ errorType: (kind) => (kind === 'fault' ? 'invalid_request_error' : errorType(kind)) }),
  },
  {
    id: 'faults-blamed-on-the-request',
    breaks: 'straddle.errors.status.server-error',
    text: 'Faults of the service are answered with 400.',
    tamper: () => (_request, response) =>
      response.status < 500
        ? response
        : { ...response, status: 400, body: response.body.replace(/"status":5\d\d/, '"status":400') },
  },
  {
    id: 'rate-limits-unavailable',
    breaks: 'straddle.errors.status.too-many-requests',
    text: 'Too many requests are answered with 503.',
    rules: ({ errorStatus }) => ({ errorStatus: (kind) => (kind === 'limited' ? 503 : errorStatus(kind)) }),
  },
  {
    id: 'embedded-accounts-beyond-the-limit',
    breaks: 'straddle.embedded.limits.collective',
    text: 'Requests for embedded accounts do not count against the limit of their platform.',
    rules: () => ({ countsTowardsLimit: (named) => named === undefined }),
  },
  {
    id: 'instants-as-numbers-of-seconds',
    breaks: 'straddle.times.instants.form',
    text: 'Times of objects are seconds since 1970, written as text.',
    rules: () => ({ instant: (time) => String(Math.floor(time / 1000)) }),
  },
]
