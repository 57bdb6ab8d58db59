import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/iu

export const aboutIdempotency: readonly Lie<Rules>[] = [
  {
    id: 'replay-charges-again',
    breaks: 'stripe.idempotency.replay.single-effect',
    text: 'A replay shows the first response, and does the work once more.',
    rules: () => ({ worksAgain: ({ status }) => status === 200 }),
  },
  {
    id: 'replay-tries-decline-again',
    breaks: 'stripe.idempotency.replay.of-a-decline',
    text: 'A decline is shown again under its key, and the card is tried again behind it.',
    rules: () => ({ worksAgain: ({ status }) => status === 402 }),
  },
  {
    id: 'replay-says-created',
    breaks: 'stripe.idempotency.replay.same-response',
    text: 'A replay has the first body with the status 201.',
    rules: () => ({ replayed: (kept) => ({ ...kept, status: kept.status === 200 ? 201 : kept.status }) }),
  },
  {
    id: 'replay-under-another-id',
    breaks: 'stripe.idempotency.replay.same-response',
    text: 'A replay shows the first object under an id of its own.',
    rules: () => ({
      replayed: (kept) => ({
        ...kept,
        body: kept.body.replace(/"id":"ch_(\w+)"/u, (_, id: string) => `"id":"ch_${[...id].toReversed().join('')}"`),
      }),
    }),
  },
  {
    id: 'errors-are-forgotten',
    breaks: 'stripe.idempotency.replay.of-a-decline',
    text: 'Only successes are kept under a key.',
    rules: () => ({ keepsAnswer: (status) => status < 400 }),
  },
  {
    id: 'updates-run-again',
    breaks: 'stripe.idempotency.replay.of-an-update',
    text: 'Only creates are kept under a key.',
    rules: ({ keepsAnswer }) => ({
      keepsAnswer: (status, wasValid, endpoint) =>
        keepsAnswer(status, wasValid, endpoint) && /^POST \/v1\/\w+$/u.test(endpoint),
    }),
  },
  {
    id: 'keys-expire-after-an-hour',
    breaks: 'stripe.idempotency.keys.kept-for-a-day',
    text: 'A key is forgotten after an hour.',
    rules: () => ({ keyLifetimeSeconds: 3600 }),
  },
  {
    id: 'keys-live-for-two-days',
    breaks: 'stripe.idempotency.keys.expire-after-a-day',
    text: 'A key is remembered for two days.',
    rules: () => ({ keyLifetimeSeconds: 2 * 86_400 }),
  },
  {
    id: 'other-parameters-unnoticed',
    breaks: 'stripe.idempotency.reuse.other-parameters',
    text: 'A key used with other parameters shows the first response.',
    rules: () => ({ sameParameters: () => true }),
  },
  {
    id: 'other-endpoint-unnoticed',
    breaks: 'stripe.idempotency.reuse.other-endpoint',
    text: 'A key used on another endpoint shows the response of the first.',
    rules: ({ sameEndpoint, sameParameters }) => {
      // parameters differ between endpoints by nature: only those of one endpoint are compared
      let elsewhere = false
      return {
        sameEndpoint: (first, second) => ((elsewhere = !sameEndpoint(first, second)), true),
        sameParameters: (first, second) => elsewhere || sameParameters(first, second),
      }
    },
  },
  {
    id: 'compared-after-the-work',
    breaks: 'stripe.idempotency.reuse.without-effect',
    text: 'A key with other parameters is refused after the work has been done.',
    rules: () => ({ worksBeforeComparing: true }),
  },
  {
    id: 'reuse-is-a-conflict',
    breaks: 'stripe.idempotency.reuse.status',
    text: 'A key used again for another request is answered 409.',
    rules: ({ keyReused }) => ({ keyReused: () => ({ ...keyReused(), status: 409 }) }),
  },
  {
    id: 'no-lock-while-running',
    breaks: 'stripe.idempotency.concurrent.single-effect',
    text: 'A request that meets its twin in flight runs as well.',
    rules: () => ({ refusesWhileRunning: false }),
  },
  {
    id: 'in-flight-is-a-bad-request',
    breaks: 'stripe.errors.status.409',
    text: 'A request that meets its twin in flight is answered 400.',
    rules: ({ keyInUse }) => ({ keyInUse: () => ({ ...keyInUse(), status: 400 }) }),
  },
  {
    id: 'keys-shared-by-accounts',
    breaks: 'stripe.idempotency.keys.of-an-account',
    text: 'A key means the same to every account.',
    rules: () => ({ keysOf: (_own, everyones) => everyones }),
  },
  {
    id: 'keys-are-uuids',
    breaks: 'stripe.idempotency.keys.any-string',
    text: 'A key that is no UUID is refused.',
    rules: () => ({ isKey: (key) => uuid.test(key) }),
  },
  {
    id: 'keys-of-64-characters',
    breaks: 'stripe.idempotency.keys.up-to-255',
    text: 'A key of more than 64 characters is refused.',
    rules: () => ({ isKey: (key) => key.length <= 64 }),
  },
  {
    id: 'key-not-echoed',
    breaks: 'stripe.idempotency.header.echoed',
    text: 'A response does not repeat the key of its request.',
    rules: () => ({ echoesKey: false }),
  },
  {
    id: 'get-answered-from-key',
    breaks: 'stripe.idempotency.get.key-without-effect',
    text: 'A GET under a key is answered with what the key has kept.',
    rules: () => ({ keyApplies: (method) => method === 'POST' || method === 'GET' }),
  },
  {
    id: 'delete-answered-from-key',
    breaks: 'stripe.idempotency.delete.key-without-effect',
    text: 'A DELETE under a key is answered with what the key has kept.',
    rules: () => ({ keyApplies: (method) => method === 'POST' || method === 'DELETE' }),
  },
]
