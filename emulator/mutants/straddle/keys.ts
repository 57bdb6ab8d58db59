import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'

const hour = 60 * 60 * 1000

/** Lies about idempotency keys. */
export const keyLies: readonly Lie<Rules>[] = [
  {
    id: 'short-keys-accepted',
    breaks: 'straddle.idempotency.key.length',
    text: 'Keys of fewer than ten characters are accepted.',
    rules: () => ({ acceptsKey: (key) => key.length <= 40 }),
  },
  {
    id: 'long-keys-accepted',
    breaks: 'straddle.idempotency.key.length',
    text: 'Keys of up to 64 characters are accepted.',
    rules: () => ({ acceptsKey: (key) => key.length >= 10 && key.length <= 64 }),
  },
  {
    id: 'keys-of-forty-refused',
    breaks: 'straddle.idempotency.key.length',
    text: 'The longest key allowed is refused.',
    rules: () => ({ acceptsKey: (key) => key.length >= 10 && key.length < 40 }),
  },
  {
    id: 'repeats-are-carried-out',
    breaks: 'straddle.idempotency.replay.same-object',
    text: 'A request repeated under its key is carried out once more.',
    rules: ({ afterSuccess }) => ({ afterSuccess: (same) => (same ? 'execute' : afterSuccess(same)) }),
  },
  {
    id: 'replays-answered-with-200',
    breaks: 'straddle.idempotency.replay.same-status',
    text: 'A replay of a creation is answered with 200.',
    rules: () => ({ replayedStatus: () => 200 }),
  },
  {
    id: 'replays-renumbered',
    breaks: 'straddle.idempotency.replay.same-body',
    text: 'A replay carries another request id than the answer that it replays.',
    rules: () => ({
      replayedBody: (body) =>
        body.replace(/"api_request_id":"./, (id) => `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`),
    }),
  },
  {
    id: 'replays-unmarked',
    breaks: 'straddle.idempotency.replay.header',
    text: 'A replay does not say that it is one.',
    rules: () => ({ replayHeader: () => [] }),
  },
  {
    id: 'bodies-not-compared',
    breaks: 'straddle.idempotency.conflict.other-body',
    text: 'A key used with another body is answered with the replay of the first.',
    rules: () => ({ fingerprint: (method, path) => JSON.stringify([method, path]) }),
  },
  {
    id: 'paths-not-compared',
    breaks: 'straddle.idempotency.conflict.other-path',
    text: 'A key used on another path is answered with the replay of the first.',
    rules: () => ({ fingerprint: (_method, _path, body) => body }),
  },
  {
    id: 'requests-in-flight-both-run',
    breaks: 'straddle.idempotency.conflict.in-flight',
    text: 'Two requests in flight under one key are both carried out.',
    rules: () => ({ whileRunning: () => 'execute' }),
  },
  {
    id: 'failures-replayed',
    breaks: 'straddle.idempotency.failed.key',
    text: 'A key whose first request failed answers every other with that failure.',
    rules: () => ({ afterFailure: () => 'replay' }),
  },
  {
    id: 'keys-expire-within-the-hour',
    breaks: 'straddle.idempotency.key.lasts',
    text: 'Keys are forgotten after an hour.',
    rules: () => ({ remembers: ({ at }, now) => now - at < hour }),
  },
  {
    id: 'keys-never-expire',
    breaks: 'straddle.idempotency.key.expires',
    text: 'Keys are remembered for good.',
    rules: () => ({ remembers: () => true }),
  },
  {
    id: 'keys-shared-by-all',
    breaks: 'straddle.idempotency.key.per-account',
    text: 'A key that one account used is taken for every other.',
    rules: () => ({ keyOwner: () => 'everyone' }),
  },
  {
    id: 'keys-on-posts-only',
    breaks: 'straddle.idempotency.replay.every-method',
    text: 'Keys are heeded on POST and ignored on PUT, PATCH and DELETE.',
    rules: () => ({ honoursKey: (method) => method === 'POST' }),
  },
]
