import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'

/** Lies about webhooks. */
export const webhookLies: readonly Lie<Rules>[] = [
  {
    id: 'failing-endpoints-kept',
    breaks: 'straddle.webhooks.retries.disabled-endpoint',
    text: 'An endpoint that fails for five days is not disabled.',
    rules: () => ({ disabledAfter: () => Number.POSITIVE_INFINITY }),
  },
  {
    id: 'events-for-the-platform',
    breaks: 'straddle.webhooks.event.account',
    text: 'An event of an embedded account names the platform.',
    rules: () => ({ eventAccount: (_account, platform) => platform }),
  },
  {
    id: 'changes-not-told',
    breaks: 'straddle.webhooks.event.on-change',
    text: 'Objects that change tell nobody.',
    rules: () => ({ happenings: (created) => (created ? ['created', 'event'] : []) }),
  },
  {
    id: 'created-on-every-change',
    breaks: 'straddle.webhooks.event.created-once',
    text: 'A created event is sent with each change.',
    rules: () => ({ happenings: () => ['created', 'event'] }),
  },
  {
    id: 'events-show-the-past',
    breaks: 'straddle.webhooks.event.full-resource',
    text: 'An event shows the resource as it was before the change.',
    rules: () => ({ entity: (after, before) => before ?? after }),
  },
  {
    id: 'events-in-brief',
    breaks: 'straddle.webhooks.event.full-resource',
    text: 'An event leaves out the history and device of its resource.',
    rules: () => ({
      entity: (after) => {
        const { status_history: _history, device: _device, ...rest } = after
        return rest
      },
    }),
  },
  {
    id: 'event-token-masked',
    breaks: 'straddle.webhooks.event.full-paykey',
    text: 'A paykey event shows the token masked.',
    rules: () => ({ paykeyInEvent: (_full, masked) => masked }),
  },
  {
    id: 'signed-over-another-body',
    breaks: 'straddle.webhooks.signature.verifies',
    text: 'The signature is made over the body as it is before it is written out.',
    rules: ({ signedText }) => ({
      signedText: (id, time, body) => signedText(id, time, JSON.stringify(JSON.parse(body), undefined, 2)),
    }),
  },
  {
    id: 'signed-with-the-whole-secret',
    breaks: 'straddle.webhooks.signature.verifies',
    text: 'The signature is made with the secret as it stands, prefix and all.',
    rules: ({ sign }) => ({
      sign: (secret, signed) => sign(`whsec_${Buffer.from(secret).toString('base64')}`, signed),
    }),
  },
  {
    id: 'timestamp-in-milliseconds',
    breaks: 'straddle.webhooks.signature.timestamp',
    text: 'The signed timestamp counts milliseconds.',
    rules: () => ({ messageTime: (now) => now }),
  },
  {
    id: 'never-sent-again',
    breaks: 'straddle.webhooks.retries.until-success',
    text: 'A delivery that failed is not sent again.',
    rules: () => ({ retryDelays: () => [] }),
  },
  {
    id: 'retries-every-minute',
    breaks: 'straddle.webhooks.retries.schedule',
    text: 'A delivery that failed is sent again each minute.',
    rules: () => ({ retryDelays: () => [60, 60, 60, 60, 60, 60, 60] }),
  },
  {
    id: 'received-and-sent-again',
    breaks: 'straddle.webhooks.retries.stop-after-success',
    text: 'A delivery is sent again although it was received.',
    rules: () => ({ accepted: () => false }),
  },
]
