import { createHmac } from 'node:crypto'
import type { Lie } from '../../module.ts'
import type { Rules } from '../../strike/index.ts'

/** Lies about subscriptions, events and their deliveries. */
export const webhookLies: readonly Lie<Rules>[] = [
  {
    id: 'secret-shown',
    breaks: 'strike.subscriptions.object.secret',
    text: 'Shows the secret of a subscription.',
    rules: ({ shownProperties }) => ({ shownProperties: [...shownProperties, 'secret'] }),
  },
  {
    id: 'update-enables',
    breaks: 'strike.subscriptions.update.only-sent',
    text: 'Resets what an update does not send.',
    rules: ({ merged }) => ({ merged: (old, change) => merged({ ...old, eventTypes: ['invoice.updated'] }, change) }),
  },
  {
    id: 'disabled-unlisted',
    breaks: 'strike.subscriptions.list.complete',
    text: 'Leaves disabled subscriptions out of the list.',
    rules: () => ({ listed: (subscriptions) => subscriptions.filter(({ enabled }) => enabled) }),
  },
  {
    id: 'delete-undone',
    breaks: 'strike.subscriptions.delete.gone',
    text: 'Keeps a subscription that was deleted.',
    rules: () => ({ deletes: false }),
  },
  {
    id: 'one-subscription-more',
    breaks: 'strike.subscriptions.create.limit',
    text: 'Accepts the 51st subscription.',
    rules: () => ({ maxSubscriptions: 51 }),
  },
  {
    id: 'short-secret',
    breaks: 'strike.subscriptions.create.secret-minlength',
    text: 'Accepts a secret of eight characters.',
    rules: () => ({ secretMinLength: 8 }),
  },
  {
    id: 'long-secret',
    breaks: 'strike.subscriptions.create.secret-maxlength',
    text: 'Accepts a secret of 100 characters.',
    rules: () => ({ secretMaxLength: 100 }),
  },
  {
    id: 'plain-http',
    breaks: 'strike.subscriptions.create.https',
    text: 'Accepts a URL without TLS.',
    rules: () => ({ isWebhookUrl: (url) => URL.canParse(url) }),
  },
  {
    id: 'creation-untold',
    breaks: 'strike.webhooks.events.invoice-created',
    text: 'Raises no event for a new invoice.',
    rules: () => ({ raisesCreated: false }),
  },
  {
    id: 'change-untold',
    breaks: 'strike.webhooks.events.invoice-updated',
    text: 'Raises an event for a payment alone, not for a cancel.',
    rules: ({ raisesUpdated }) => ({
      raisesUpdated: (before, after) => after.state !== 'CANCELLED' && raisesUpdated(before, after),
    }),
  },
  {
    id: 'quote-told',
    breaks: 'strike.webhooks.events.nothing-else',
    text: 'Raises invoice.updated for a quote.',
    rules: () => ({ quotingIsNews: true }),
  },
  {
    id: 'wrong-entity',
    breaks: 'strike.webhooks.payload.names-invoice',
    text: 'Names the issuer where the invoice belongs.',
    rules: () => ({ entityOf: ({ issuerId }) => issuerId }),
  },
  {
    id: 'entity-in-capitals',
    breaks: 'strike.webhooks.payload.names-invoice',
    text: 'Writes the id of the invoice in capitals.',
    rules: ({ entityOf }) => ({ entityOf: (invoice) => entityOf(invoice).toUpperCase() }),
  },
  {
    id: 'changes-empty',
    breaks: 'strike.webhooks.payload.names-state',
    text: 'Does not say what changed.',
    rules: () => ({ changesOf: () => [] }),
  },
  {
    id: 'changes-invented',
    breaks: 'strike.webhooks.payload.changes-real',
    text: 'Names a property that no invoice has.',
    rules: () => ({ changesOf: () => ['state', 'paidAt'] }),
  },
  {
    id: 'values-in-event',
    breaks: 'strike.webhooks.payload.no-values',
    text: 'Puts the new state into the event.',
    rules: () => ({ dataBeside: ({ state }) => ({ state }) }),
  },
  {
    id: 'events-of-subscribers',
    breaks: 'strike.events.list.unsubscribed',
    text: 'Keeps an event only when somebody subscribed to it.',
    rules: () => ({ keepsEvent: (isSubscribed) => isSubscribed }),
  },
  {
    id: 'events-for-a-week',
    breaks: 'strike.events.list.kept',
    text: 'Forgets events after a week.',
    rules: () => ({ isKept: (event, now) => now - event.created < 7 * 86_400 * 1_000_000 }),
  },
  {
    id: 'success-without-delivery',
    breaks: 'strike.events.delivery-success.none',
    text: 'Calls the delivery of an event a success that was never delivered.',
    rules: () => ({ deliverySuccess: (deliveries) => deliveries.every((state) => state === 'succeeded') }),
  },
  {
    id: 'pending-is-success',
    breaks: 'strike.events.delivery-success.false',
    text: 'Calls a delivery a success while it is pending.',
    rules: () => ({
      deliverySuccess: (deliveries) => (deliveries.length === 0 ? null : !deliveries.includes('failed')),
    }),
  },
  {
    id: 'success-unknown',
    breaks: 'strike.events.delivery-success.true',
    text: 'Never calls a delivery a success.',
    rules: () => ({ deliverySuccess: (deliveries) => (deliveries.length === 0 ? null : false) }),
  },
  {
    id: 'never-delivered',
    breaks: 'strike.webhooks.delivery.post',
    text: 'Delivers nothing.',
    rules: () => ({ receives: () => false }),
  },
  {
    id: 'delivered-as-form',
    breaks: 'strike.webhooks.payload.event',
    text: 'Posts an event as a form.',
    rules: () => ({ deliveredBody: (event) => `id=${String(event['id'])}&eventType=${String(event['eventType'])}` }),
  },
  {
    id: 'all-types-delivered',
    breaks: 'strike.webhooks.delivery.subscribed-only',
    text: 'Delivers events of types that are not subscribed.',
    rules: () => ({ receives: ({ enabled }) => enabled }),
  },
  {
    id: 'disabled-delivered',
    breaks: 'strike.subscriptions.disabled.silent',
    text: 'Delivers to a disabled subscription.',
    rules: () => ({ receives: ({ eventTypes }, eventType) => eventTypes.includes(eventType) }),
  },
  {
    id: 'other-version',
    breaks: 'strike.webhooks.version.of-subscription',
    text: 'Delivers in the newest version, whatever the subscription says.',
    rules: () => ({ eventVersion: () => 'v2' }),
  },
  {
    id: 'signs-pretty-body',
    breaks: 'strike.deliveries.signature.hmac',
    text: 'Signs the body as it would look indented.',
    rules: () => ({ signedBody: (body) => JSON.stringify(JSON.parse(body), null, 2) }),
  },
  {
    id: 'signs-with-sha1',
    breaks: 'strike.deliveries.signature.hmac',
    text: 'Signs with SHA-1.',
    rules: () => ({ signature: (secret, body) => createHmac('sha1', secret).update(body).digest('hex') }),
  },
  {
    id: 'signature-in-base64',
    breaks: 'strike.deliveries.signature.case',
    text: 'Writes the signature in Base64.',
    rules: () => ({ signature: (secret, body) => createHmac('sha256', secret).update(body).digest('base64') }),
  },
  {
    id: 'signature-elsewhere',
    breaks: 'strike.deliveries.signature.header',
    text: 'Puts the signature into another header.',
    rules: () => ({ signatureHeader: 'X-Signature' }),
  },
  {
    id: 'old-secret',
    breaks: 'strike.deliveries.signature.new-secret',
    text: 'Goes on signing with the secret that was replaced.',
    rules: ({ merged }) => ({ merged: (old, change) => ({ ...merged(old, change), secret: old.secret }) }),
  },
  {
    id: 'failure-accepted',
    breaks: 'strike.deliveries.retry.on-failure',
    text: 'Takes any answer for a success.',
    rules: () => ({ isDelivered: () => true }),
  },
  {
    id: 'success-repeated',
    breaks: 'strike.deliveries.retry.until-success',
    text: 'Takes 204 alone for a success, and repeats the delivery after 200.',
    rules: () => ({ isDelivered: (status) => status === 204 }),
  },
  {
    id: 'opt-out-ignored',
    breaks: 'strike.deliveries.retry.opt-out',
    text: 'Repeats a delivery after 410 and 501.',
    rules: () => ({ isOptOut: () => false }),
  },
  {
    id: 'endless-repeats',
    breaks: 'strike.deliveries.retry.most',
    text: 'Repeats a failing delivery more than twelve times.',
    rules: () => ({ maxRepetitions: 100 }),
  },
  {
    id: 'linear-backoff',
    breaks: 'strike.deliveries.retry.backoff',
    text: 'Waits three seconds longer each time.',
    rules: () => ({ delayBefore: (repetition) => 3 * repetition }),
  },
  {
    id: 'hasty-repeat',
    breaks: 'strike.deliveries.retry.first',
    text: 'Repeats a delivery after one second.',
    rules: ({ delayBefore }) => ({ delayBefore: (repetition) => (repetition === 1 ? 1 : delayBefore(repetition)) }),
  },
  {
    id: 'repeat-is-new-event',
    breaks: 'strike.deliveries.retry.same-event',
    text: 'Gives every repetition an id of its own.',
    rules: () => ({ deliveredId: ({ id }, repetition) => (repetition === 0 ? id : `${id}-${repetition}`) }),
  },
]
