import type { Lie } from '../module.ts'
import type { Failure } from './refusal.ts'
import type { Rules } from './rules.ts'

const asInvalidRequest = (failure: Failure): Failure => ({ ...failure, type: 'invalid_request_error' })

/** Departures that the live service is known for, in this version or soon after it. */
export const faults: readonly Lie<Rules>[] = [
  {
    id: 'unauthorized-is-invalid-request',
    breaks: 'stripe.errors.type.authentication-error',
    text: 'A wrong key is answered 401 with the type invalid_request_error.',
    rules: (honest) => ({
      missingKey: () => asInvalidRequest(honest.missingKey()),
      unknownKey: (key) => asInvalidRequest(honest.unknownKey(key)),
    }),
  },
  {
    id: 'unauthorized-has-no-request-id',
    breaks: 'stripe.request-ids.header.unauthenticated',
    text: 'An answer to a wrong key carries no Request-Id.',
    tamper: () => (_request, response) =>
      response.status === 401
        ? { ...response, headers: response.headers.filter(([name]) => name !== 'request-id') }
        : response,
  },
  {
    id: 'both-cursors-refused',
    breaks: 'stripe.pagination.cursors.ending-before-wins',
    text: 'A list with both cursors is refused.',
    tamper: () => (request, response) => {
      const both = /[?&]starting_after=./u.test(request.url) && /[?&]ending_before=./u.test(request.url)
      if (!both || response.status !== 200) return response
      const error = { type: 'invalid_request_error', message: 'A list takes one cursor at a time.' }
      return { ...response, status: 400, body: JSON.stringify({ error }) }
    },
  },
]
