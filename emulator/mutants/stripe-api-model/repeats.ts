import type { Lie } from '../../module.ts'
import type { Answer } from '../../stripe-api-model/call.ts'
import type { Rules } from '../../stripe-api-model/index.ts'
import { isRefusal, refuse } from '../../stripe-api-model/refusal.ts'

const clause = (id: string): string => `stripe-api-model.idempotency.${id}`

/** Lies about idempotency. */
export const aboutRepeats: readonly Lie<Rules>[] = [
  {
    id: 'key-in-another-header',
    breaks: clause('key.header'),
    text: 'The key is looked for in X-Idempotency-Key.',
    rules: () => ({ idempotencyKeyIn: (headers) => headers.get('x-idempotency-key') }),
  },
  {
    id: 'repeats-charge-again',
    breaks: clause('success.ignored'),
    text: 'A key is forgotten as soon as its request is over.',
    rules: () => ({ isRemembered: () => false }),
  },
  {
    id: 'repeats-are-conflicts',
    breaks: clause('success.answered'),
    text: 'A repeat of a success is answered 409.',
    rules: () => ({ replayed: () => refuse('conflict', 'This key was used.') }),
  },
  {
    id: 'repeats-say-so',
    breaks: clause('success.same-answer'),
    text: 'A repeat of a success has a field of its own in the answer.',
    rules: () => ({
      replayed: (answer) =>
        isRefusal(answer) ? answer : { ...answer, body: { ...(answer.body as object), replayed: true } },
    }),
  },
  {
    id: 'failures-are-remembered',
    breaks: clause('failure.processed'),
    text: 'A repeat of a failure gets the failure again.',
    rules: () => ({ isRemembered: () => true }),
  },
  {
    id: 'failed-keys-are-burnt',
    breaks: clause('failure.then-ignored'),
    text: 'A key whose first request failed has no effect any more.',
    rules: () => {
      const failed = new Set<string>()
      return {
        isRemembered: (answer, scope) => {
          if (isRefusal(answer)) failed.add(scope)
          return !failed.has(scope)
        },
      }
    },
  },
  {
    id: 'two-in-flight-charge-twice',
    breaks: clause('in-flight.once'),
    text: 'A key is remembered only once its request is over.',
    rules: () => ({ refusesInFlight: false }),
  },
  {
    id: 'two-in-flight-are-a-bad-request',
    breaks: clause('in-flight.conflict'),
    text: 'The second of two requests in flight is answered 400.',
    rules: ({ statusOf }) => ({ statusOf: (phrase) => (phrase === 'conflict' ? 400 : statusOf(phrase)) }),
  },
  {
    id: 'equal-forms-are-one',
    breaks: clause('keys.distinct'),
    text: 'Under whatever key, an equal request is a repeat.',
    rules: () => ({ keyScope: (method, route, _, form) => (method === 'POST' ? `${route} ${form}` : undefined) }),
  },
  {
    id: 'equal-forms-are-one-without-key',
    breaks: clause('without-key.each-counts'),
    text: 'Without a key, an equal request is a repeat.',
    rules: ({ idempotencyKeyIn, keyScope }) => ({
      idempotencyKeyIn: (headers) => idempotencyKeyIn(headers) ?? 'none',
      keyScope: (method, route, key, form) => keyScope(method, route, key === 'none' ? `none ${form}` : key, form),
    }),
  },
  {
    id: 'only-charges-take-keys',
    breaks: clause('keys.every-create'),
    text: 'A key has no effect but on charges.',
    rules: ({ keyScope }) => ({
      keyScope: (method, route, key, form) =>
        route.endsWith('/charges') ? keyScope(method, route, key, form) : undefined,
    }),
  },
  {
    id: 'keys-are-everybodys',
    breaks: clause('keys.of-an-account'),
    text: 'The key of one account is known to another.',
    rules: () => {
      const answers = new Map<string, Answer | undefined>()
      return { answersOf: () => answers }
    },
  },
]
