import type { Rules } from '../straddle/index.ts'
import { answering, everywhere, isRecord, tellingInstants, where } from './rewriting.ts'
import type { Between, Variant } from './variant.ts'

/** A key that is not permitted what these paths are for; who has no key is still told so. */
const forbidding = (path: RegExp): Between =>
  answering((response, { url }) => {
    if (!path.test(url.replace(/\?.*$/s, '')) || response.status === 401) return response
    const { meta } = JSON.parse(response.body) as { readonly meta: Readonly<Record<string, unknown>> }
    const body = {
      meta: { api_request_id: meta['api_request_id'], api_request_timestamp: meta['api_request_timestamp'] },
      response_type: 'error',
      error: { status: 403, type: 'authentication_error', title: 'Forbidden', detail: 'This key may not do that.' },
    }
    return { ...response, status: 403, body: JSON.stringify(body) }
  })

const platform = /^\/v1\/(?:organizations|accounts|account_settings|representatives|linked_bank_accounts)(?:\/|$)/
const lists = /^\/v1\/(?:customers|paykeys|payments|organizations|accounts)(?:\?|$)/

/** What Straddle's documents allow beside what its emulator does. */
export const variants: readonly Variant<Rules>[] = [
  {
    id: 'successes-are-200',
    text: 'Every success has the status 200, the only one of the table.',
    subject: 'status of a success',
    between: answering((response) => (response.status < 300 ? { ...response, status: 200 } : response)),
  },
  {
    id: 'work-begun-is-200',
    text: 'A request that begins work is answered with 200.',
    subject: 'status of a success',
    rules: () => ({ startedStatus: () => 200 }),
  },
  {
    id: 'unmasking-is-not-permitted',
    text: 'The key is not permitted to see what is masked.',
    between: forbidding(/\/unmask(?:ed)?$/),
    hides: /\.unmask(?:ed)?\./,
  },
  {
    id: 'a-key-opens-no-platform-endpoints',
    text: 'The key is not that of a platform.',
    between: forbidding(platform),
    hides:
      /\.(?:embedded|organizations|accounts|capabilities|linked-banks|representatives)\.|\.webhooks\.event\.account$/,
  },
  {
    id: 'reads-round-instants-to-a-second',
    text: 'A create tells instants to the millisecond, and a read tells them rounded to a second and without a zone.',
    subject: 'instants',
    between: where(
      ({ method }) => method === 'GET',
      tellingInstants((text) => new Date(Math.round(Date.parse(text) / 1000) * 1000).toISOString().slice(0, 19)),
    ),
  },
  {
    id: 'members-without-a-value-are-null',
    text: 'Properties that were not given are null.',
    between: everywhere((value) =>
      isRecord(value) && typeof value['created_at'] === 'string'
        ? { external_id: null, metadata: null, ...value }
        : value,
    ),
  },
  {
    id: 'errors-are-worded-otherwise',
    text: 'Errors have other titles and details.',
    between: everywhere((value, name) =>
      isRecord(value) && name === 'error'
        ? { ...value, title: 'Sorry', detail: `Sorry! ${String(value['detail'])}` }
        : value,
    ),
  },
  {
    id: 'errors-name-fields-as-the-sandbox-does',
    text: 'Errors name fields in Pascal case.',
    rules: () => ({
      errorReference: (_resource, path) =>
        path
          .split('.')
          .map((step) => step.replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase()))
          .join('.'),
    }),
  },
  {
    id: 'errors-list-no-items',
    text: 'Errors say all in their detail and list no items.',
    hides: /\.errors\.(?:object\.)?items/,
    between: everywhere((value, name) => {
      if (!isRecord(value) || name !== 'error' || !Array.isArray(value['items'])) return value
      const { items, ...error } = value
      return {
        ...error,
        detail: (items as readonly { readonly detail: string }[]).map(({ detail }) => detail).join(' '),
      }
    }),
  },
  {
    id: 'a-page-that-is-too-large-is-cut',
    text: 'A page that is too large is cut to the largest.',
    rules: () => ({ acceptsPageSize: (size) => size >= 1, reportedSize: (size) => Math.min(size, 1000) }),
  },
  {
    id: 'a-failed-key-is-free-again',
    text: 'An idempotency key whose request failed may be used for another one.',
    rules: () => ({ afterFailure: () => 'execute' }),
  },
  {
    id: 'lists-are-sorted-by-creation',
    text: 'A list is sorted by creation where nothing is asked for.',
    between: (answer) => (request) =>
      answer(
        lists.test(request.url) && !request.url.includes('sort_by=')
          ? { ...request, url: `${request.url}${request.url.includes('?') ? '&' : '?'}sort_by=created_at` }
          : request,
      ),
  },
  {
    id: 'holding-what-is-held-changes-nothing',
    text: 'A hold of a payment that is on hold succeeds.',
    rules: ({ mayAct }) => ({
      mayAct: (action, status, kind) => (action === 'hold' && status === 'on_hold') || mayAct(action, status, kind),
    }),
  },
  {
    id: 'a-scheduled-payment-is-not-updated',
    text: 'An update of a scheduled payment is refused.',
    rules: ({ mayAct }) => ({
      mayAct: (action, status, kind) =>
        !(action === 'update' && status === 'scheduled') && mayAct(action, status, kind),
    }),
  },
  {
    id: 'processing-takes-twice-as-long',
    text: 'Each stage of the processing takes twice as long.',
    rules: ({ delay }) => ({ delay: (stage) => 2 * delay(stage) }),
  },
  {
    id: 'masks-look-otherwise',
    text: 'What is masked is masked with other characters, and with as many for every length.',
    // events are masked as ever
    leaves: /^straddle\.webhooks\.event\./,
    between: everywhere((value) =>
      typeof value !== 'string'
        ? value
        : value
            .replace(/^\*\*(?:\.\*\*){3}$/, '***.***.***.***')
            .replace(/^\*{3}-\*{2}-\*{4}$/, 'XXX-XX-XXXX')
            .replace(/^\*+(?=\d{4}$)/, '****')
            .replace(/^([0-9a-f]{3})\*{3}\.\d\d\.\*{6}([0-9a-f]{3})$/, '$1**********$2'),
    ),
  },
]
