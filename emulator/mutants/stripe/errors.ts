import type { EmulatorRequest, EmulatorResponse } from '../../http.ts'
import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'

type Body = Record<string, unknown>

/** A lie about every answer that has an error. */
function aboutError(
  change: (error: Body, status: number) => Body | undefined,
): () => (request: EmulatorRequest, response: EmulatorResponse) => EmulatorResponse {
  return () => (_request, response) => {
    if (response.status < 400) return response
    const { error } = JSON.parse(response.body) as { readonly error: Body }
    const changed = change(error, response.status)
    return changed === undefined ? response : { ...response, body: JSON.stringify({ error: changed }) }
  }
}

export const aboutErrors: readonly Lie<Rules>[] = [
  {
    id: 'codes-on-all-errors',
    breaks: 'stripe.errors.object.code-only-on-card-errors',
    text: 'A parameter that is missing has the code parameter_missing.',
    tamper: aboutError((error) =>
      String(error['message']).startsWith('Missing') ? { ...error, code: 'parameter_missing' } : undefined,
    ),
  },
  {
    id: 'decline-codes-of-bad-cards',
    breaks: 'stripe.errors.object.decline-code-only-on-declines',
    text: 'A card that no issuer was asked about has a decline code.',
    tamper: aboutError((error) =>
      error['code'] === 'invalid_expiry_month' ? { ...error, decline_code: 'generic_decline' } : undefined,
    ),
  },
  {
    id: 'no-card-is-a-decline',
    breaks: 'stripe.errors.object.decline-code-only-on-declines',
    text: 'Charging a customer without a card has a decline code.',
    tamper: aboutError((error) =>
      error['code'] === 'missing' ? { ...error, decline_code: 'generic_decline' } : undefined,
    ),
  },
  {
    id: 'missing-is-an-api-error',
    breaks: 'stripe.errors.type.api-error-for-the-rest',
    text: 'An object that does not exist is reported as api_error.',
    tamper: aboutError((error, status) => (status === 404 ? { ...error, type: 'api_error' } : undefined)),
  },
  {
    id: 'trouble-is-a-bad-request',
    breaks: 'stripe.errors.type.api-error',
    text: "Trouble on the provider's side is reported as invalid_request_error.",
    tamper: aboutError((error, status) => (status >= 500 ? { ...error, type: 'invalid_request_error' } : undefined)),
  },
  {
    id: 'declines-are-bad-requests',
    breaks: 'stripe.errors.type.card-error-status',
    text: 'A decline is answered 402 as an invalid_request_error.',
    tamper: aboutError(({ code: _code, decline_code: _reason, ...error }, status) =>
      status === 402 ? { ...error, type: 'invalid_request_error' } : undefined,
    ),
  },
  {
    id: 'throttled-is-a-bad-request',
    breaks: 'stripe.errors.type.rate-limit-error',
    text: 'Too many requests are reported as invalid_request_error.',
    tamper: aboutError((error, status) => (status === 429 ? { ...error, type: 'invalid_request_error' } : undefined)),
  },
  {
    id: 'conflicts-are-throttling',
    breaks: 'stripe.errors.type.conflict',
    text: 'A conflict over a key is reported as rate_limit_error.',
    tamper: aboutError((error, status) => (status === 409 ? { ...error, type: 'rate_limit_error' } : undefined)),
  },
  {
    id: 'letters-are-an-incorrect-number',
    breaks: 'stripe.errors.code.invalid-number',
    text: 'A number with letters is refused as incorrect_number.',
    rules: ({ cardCodes }) => ({ cardCodes: { ...cardCodes, number: 'incorrect_number' } }),
  },
  {
    id: 'wrong-check-digit-is-invalid',
    breaks: 'stripe.errors.code.incorrect-number',
    text: 'A number with a wrong check digit is refused as invalid_number.',
    rules: ({ cardCodes }) => ({ cardCodes: { ...cardCodes, checkDigit: 'invalid_number' } }),
  },
  {
    id: 'no-request-id-without-a-key',
    breaks: 'stripe.request-ids.header.unauthenticated',
    text: 'The answer to a request without a valid key has no Request-Id.',
    tamper: () => (_request, response) =>
      response.status === 401
        ? { ...response, headers: response.headers.filter(([name]) => name !== 'request-id') }
        : response,
  },
]
