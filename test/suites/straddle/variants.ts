import type { Emulator, EmulatorRequest, EmulatorResponse } from '../../../emulator/http.ts'
import type { Lie } from '../../../emulator/module.ts'
import type { Rules } from '../../../emulator/straddle/index.ts'

type Around = (emulator: Emulator) => Emulator
type Change = (value: unknown, name: string) => unknown

/** The emulator with one thing otherwise that the documents allow. */
export interface Variant {
  readonly around?: Around
  readonly rules?: NonNullable<Lie<Rules>['rules']>
  /** Clauses that it cannot show; all others are judged. */
  readonly hides?: RegExp
  /** Clauses that begin so are not judged: the variant is not true to itself there. */
  readonly leaves?: string
}

/** Rewrites every answer on its way out. */
const answering =
  (change: (request: EmulatorRequest, response: EmulatorResponse) => EmulatorResponse): Around =>
  (emulator) => ({ ...emulator, handle: async (request) => change(request, await emulator.handle(request)) })

/** Rewrites every value of every body, from the innermost to the outermost. */
function everywhere(change: Change): Around {
  const walk = (value: unknown, name: string): unknown => {
    if (Array.isArray(value))
      return change(
        value.map((item) => walk(item, name)),
        name,
      )
    if (!isRecord(value)) return change(value, name)
    return change(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, key)])), name)
  }
  return answering((_, response) => ({ ...response, body: JSON.stringify(walk(JSON.parse(response.body), '')) }))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A key that is not permitted what these paths are for; who has no key is still told so. */
const forbidding = (path: RegExp): Around =>
  answering(({ url }, response) => {
    if (!path.test(url.replace(/\?.*$/s, '')) || response.status === 401) return response
    const { meta } = JSON.parse(response.body) as { readonly meta: Readonly<Record<string, unknown>> }
    const body = {
      meta: { api_request_id: meta['api_request_id'], api_request_timestamp: meta['api_request_timestamp'] },
      response_type: 'error',
      error: { status: 403, type: 'authentication_error', title: 'Forbidden', detail: 'This key may not do that.' },
    }
    return { ...response, status: 403, body: JSON.stringify(body) }
  })

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

/** Ids of version 7, in the order of the emulator's own. Deliveries keep those: they are signed as they are. */
const withOtherIds: Around = (emulator) => {
  const out = (text: string): string => text.replaceAll(/(?<=[0-9a-f]{8}-[0-9a-f]{4}-)4(?=[0-9a-f]{3}-[89ab])/g, '7')
  const back = (text: string): string => text.replaceAll(/(?<=[0-9a-f]{8}-[0-9a-f]{4}-)7(?=[0-9a-f]{3}-[89ab])/g, '4')
  return {
    ...emulator,
    async handle(request) {
      const named = request.headers.get('straddle-account-id')
      const headers =
        named === undefined ? request.headers : new Map([...request.headers, ['straddle-account-id', back(named)]])
      const response = await emulator.handle({ ...request, headers, url: back(request.url), body: back(request.body) })
      return { ...response, body: out(response.body) }
    },
  }
}

export const variants: Readonly<Record<string, Variant>> = {
  'successes have the only status of the table': {
    around: answering((_, response) => (response.status < 300 ? { ...response, status: 200 } : response)),
  },
  'unmasking is not permitted': { around: forbidding(/\/unmask(?:ed)?$/), hides: /\.unmask(?:ed)?\./ },
  'a key opens no platform endpoints': {
    around: forbidding(
      /^\/v1\/(?:organizations|accounts|account_settings|representatives|linked_bank_accounts)(?:\/|$)/,
    ),
    hides:
      /\.(?:embedded|organizations|accounts|capabilities|linked-banks|representatives)\.|\.webhooks\.event\.account$/,
  },
  'reads show instants rounded to a second and without a zone': {
    around: (emulator) => {
      const rounded = everywhere((value) =>
        typeof value === 'string' && instant.test(value)
          ? new Date(Math.round(Date.parse(value) / 1000) * 1000).toISOString().slice(0, 19)
          : value,
      )(emulator)
      return { ...emulator, handle: (request) => (request.method === 'GET' ? rounded : emulator).handle(request) }
    },
  },
  'instants have seven digits': {
    around: everywhere((value) =>
      typeof value === 'string' && instant.test(value) ? value.replace(/\.(\d+)Z$/, '.$10000Z') : value,
    ),
  },
  'instants are told in another zone': {
    around: everywhere((value) =>
      typeof value === 'string' && instant.test(value)
        ? new Date(Date.parse(value) - 5 * 3600 * 1000).toISOString().replace('Z', '-05:00')
        : value,
    ),
  },
  'ids are of version 7': { around: withOtherIds, leaves: 'straddle.webhooks.' },
  'members stand in another order': {
    around: everywhere((value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value)),
  },
  'objects have further members': {
    around: everywhere((value, name) =>
      isRecord(value) && !['metadata', 'trace_ids', 'messages'].includes(name)
        ? { ...value, further_member: 'new' }
        : value,
    ),
  },
  'members without a value are null': {
    around: everywhere((value) =>
      isRecord(value) && typeof value['created_at'] === 'string'
        ? { external_id: null, metadata: null, ...value }
        : value,
    ),
  },
  'errors are worded otherwise': {
    around: everywhere((value, name) =>
      isRecord(value) && name === 'error'
        ? { ...value, title: 'Sorry', detail: `Sorry! ${String(value['detail'])}` }
        : value,
    ),
  },
  'errors name fields as the sandbox does': {
    rules: () => ({
      errorReference: (_resource, path) =>
        path
          .split('.')
          .map((step) => step.replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase()))
          .join('.'),
    }),
  },
  'errors say all in their detail and list no items': {
    hides: /\.errors\.(?:object\.)?items/,
    around: everywhere((value, name) => {
      if (!isRecord(value) || name !== 'error' || !Array.isArray(value['items'])) return value
      const { items, ...error } = value
      return {
        ...error,
        detail: (items as readonly { readonly detail: string }[]).map(({ detail }) => detail).join(' '),
      }
    }),
  },
  'media types and header names are written otherwise': {
    around: answering((_, response) => ({
      ...response,
      headers: [
        ['Content-Type', 'Application/JSON; Charset=UTF-8'],
        ['X-Powered-By', 'Something'],
        ...response.headers.filter(([name]) => name !== 'content-type'),
      ],
    })),
  },
  'work begun is answered with 200': { rules: () => ({ startedStatus: () => 200 }) },
  'a page that is too large is cut to the largest': {
    rules: () => ({ acceptsPageSize: (size) => size >= 1, reportedSize: (size) => Math.min(size, 1000) }),
  },
  'a failed key is free again': { rules: () => ({ afterFailure: () => 'execute' }) },
  'lists are sorted by creation where nothing is asked for': {
    around: (emulator) => ({
      ...emulator,
      handle: (request) =>
        emulator.handle(
          /^\/v1\/(?:customers|paykeys|payments|organizations|accounts)(?:\?|$)/.test(request.url) &&
            !request.url.includes('sort_by=')
            ? { ...request, url: `${request.url}${request.url.includes('?') ? '&' : '?'}sort_by=created_at` }
            : request,
        ),
    }),
  },
  'holding what is held changes nothing': {
    rules: ({ mayAct }) => ({
      mayAct: (action, status, kind) => (action === 'hold' && status === 'on_hold') || mayAct(action, status, kind),
    }),
  },
  'a scheduled payment is not updated': {
    rules: ({ mayAct }) => ({
      mayAct: (action, status, kind) =>
        !(action === 'update' && status === 'scheduled') && mayAct(action, status, kind),
    }),
  },
  'processing takes twice as long': { rules: ({ delay }) => ({ delay: (stage) => 2 * delay(stage) }) },
}
