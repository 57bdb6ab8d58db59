import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'

export const aboutAccess: readonly Lie<Rules>[] = [
  {
    id: 'unknown-keys-are-let-in',
    breaks: 'stripe.authentication.key.unknown',
    text: 'Every key of the right form opens an account.',
    rules: ({ keyOf }) => ({ keyOf: (key) => keyOf(key.replace(/invalid/iu, 'known')) }),
  },
  {
    id: 'bearer-only',
    breaks: 'stripe.authentication.key.as-basic-user',
    text: 'HTTP Basic authentication is not understood.',
    rules: () => ({ acceptsBasic: false }),
  },
  {
    id: 'objects-of-everybody',
    breaks: 'stripe.authentication.account.own-objects-only',
    text: 'An object is found by its id, whoever asks.',
    rules: () => ({ visible: (own, elsewhere) => own ?? elsewhere() }),
  },
  {
    id: 'missing-key-forbidden',
    breaks: 'stripe.errors.status.401',
    text: 'A request without a key is answered as a bad request.',
    rules: ({ missingKey }) => ({ missingKey: () => ({ ...missingKey(), status: 400 }) }),
  },
  {
    id: 'request-ids-in-pairs',
    breaks: 'stripe.request-ids.value.unique',
    text: 'Two requests in a row share one Request-Id.',
    rules({ requestId }) {
      let spare: string | undefined
      return {
        requestId(ids) {
          const next = spare ?? requestId(ids)
          spare = spare === undefined ? next : undefined
          return next
        },
      }
    },
  },
  {
    id: 'replay-with-first-request-id',
    breaks: 'stripe.request-ids.replay.own',
    text: 'An answer from a key carries the Request-Id of the first request.',
    tamper() {
      const first = new Map<string, string>()
      return (request, response) => {
        const key = request.headers.get('idempotency-key')
        if (request.method !== 'POST' || key === undefined || response.status >= 400) return response
        const own = response.headers.find(([name]) => name === 'request-id')?.[1] ?? ''
        const kept = first.get(response.body) ?? own
        first.set(response.body, kept)
        return {
          ...response,
          headers: response.headers.map(([name, value]) => [name, name === 'request-id' ? kept : value]),
        }
      }
    },
  },
  {
    id: 'any-version-goes',
    breaks: 'stripe.versioning.unknown.refused',
    text: 'A version that never existed is accepted when it is a date.',
    rules: ({ isVersion }) => ({ isVersion: (version) => isVersion(version) || /^\d{4}-\d{2}-\d{2}$/u.test(version) }),
  },
  {
    id: 'versions-are-padded',
    breaks: 'stripe.versioning.unknown.not-zero-padded',
    text: 'A version whose date is not zero-padded is understood.',
    rules: ({ isVersion }) => ({
      isVersion: (version) =>
        isVersion(
          version
            .split('-')
            .map((part) => part.padStart(2, '0'))
            .join('-'),
        ),
    }),
  },
  {
    id: 'version-header-of-the-account',
    breaks: 'stripe.versioning.header.names-version',
    text: 'The Stripe-Version of an answer is the newest version, whatever was asked for.',
    rules: () => ({ shownVersion: () => '2018-02-28' }),
  },
  {
    id: 'only-one-version',
    breaks: 'stripe.versioning.override.request',
    text: 'No version but the current one is served.',
    rules: ({ accountVersion }) => ({ isVersion: (version) => version === accountVersion }),
  },
  {
    id: 'no-cross-origin',
    breaks: 'stripe.introduction.cors.allowed',
    text: 'No other origin has leave to read a response.',
    rules: () => ({ sharesWithOrigins: false }),
  },
  {
    id: 'unknown-urls-are-bad-requests',
    breaks: 'stripe.introduction.verbs.unknown',
    text: 'An unknown URL or verb is answered as a bad request.',
    rules: ({ unrecognizedUrl }) => ({
      unrecognizedUrl: (method, path) => ({ ...unrecognizedUrl(method, path), status: 400 }),
    }),
  },
  {
    id: 'unknown-urls-succeed',
    breaks: 'stripe.introduction.verbs.unknown',
    text: 'An unknown URL or verb is answered as if something had been done.',
    tamper: () => (_, response) =>
      response.status === 404 && response.body.includes('Unrecognized request URL')
        ? { ...response, status: 200, body: '{}' }
        : response,
  },
  {
    id: 'tokens-are-live',
    breaks: 'stripe.introduction.mode.by-key',
    text: 'Tokens say that they are in live mode, whatever the key.',
    tamper: () => (request, response) =>
      request.url.startsWith('/v1/tokens')
        ? { ...response, body: response.body.replaceAll(/"livemode":\s*false/gu, '"livemode": true') }
        : response,
  },
  {
    id: 'everything-is-live',
    breaks: 'stripe.introduction.mode.by-key',
    text: 'Whatever a test key makes says that it is in live mode.',
    tamper: () => (_, response) => ({
      ...response,
      body: response.body.replaceAll(/"livemode":\s*false/gu, '"livemode": true'),
    }),
  },
]
