import type { Subscription } from '../records.ts'

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

/** What a subscription is. */
export const subscriptionRules = {
  secretMinLength: 10,
  secretMaxLength: 50,
  maxSubscriptions: 50,
  webhookVersions: ['v1'] as readonly string[],
  subscriptionRequires: ['webhookUrl', 'webhookVersion', 'secret', 'enabled', 'eventTypes'] as readonly string[],

  /** HTTPS, or plain HTTP to this machine, where a receiver under development listens. */
  isWebhookUrl: (text: string): boolean => {
    if (!URL.canParse(text)) return false
    const url = new URL(text)
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
  },

  /** All but the secret. */
  shownProperties: [
    'id',
    'webhookUrl',
    'webhookVersion',
    'enabled',
    'created',
    'eventTypes',
  ] as readonly (keyof Subscription)[],

  merged: (old: Subscription, change: Partial<Subscription>): Subscription => ({ ...old, ...change }),

  listed: (subscriptions: readonly Subscription[]): readonly Subscription[] => subscriptions,

  deletes: true,
}
