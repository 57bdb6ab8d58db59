import { createHash } from 'node:crypto'
import type { Emulator, EmulatorRequest, EmulatorResponse } from '../../../emulator/http.ts'
import type { Lie } from '../../../emulator/module.ts'
import type { Rules } from '../../../emulator/straddle/index.ts'

type Around = (emulator: Emulator) => Emulator
type Change = (value: unknown, name: string) => unknown

/** The emulator with one thing otherwise that the documents allow. */
export interface Variant {
  readonly around?: Around
  readonly rules?: NonNullable<Lie<Rules>['rules']>
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
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Ids of version 7, in the order in which they were first told; the emulator's own stand behind them. */
const withOrderedIds: Around = (emulator) => {
  const told = new Map<string, string>()
  const known = new Map<string, string>()
  const out = (text: string): string =>
    text.replace(uuid, (id) => {
      const other = told.get(id) ?? sevenFor(id, told.size)
      told.set(id, other)
      known.set(other, id)
      return other
    })
  const back = (text: string): string =>
    text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => known.get(id) ?? id)
  return {
    ...emulator,
    async handle(request) {
      const headers = new Map([...request.headers].map(([name, value]) => [name, back(value)]))
      const response = await emulator.handle({ ...request, headers, url: back(request.url), body: back(request.body) })
      return { ...response, body: out(response.body) }
    },
  }
}

function sevenFor(id: string, count: number): string {
  const digest = createHash('sha256').update(id).digest('hex')
  const time = (0x01_96_00_00_00_00 + count).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`
}

export const variants: Readonly<Record<string, Variant>> = {
  'successes have the only status of the table': {
    around: answering((_, response) => (response.status < 300 ? { ...response, status: 200 } : response)),
  },
  'unmasking is not permitted': { around: forbidding(/\/unmask(?:ed)?$/) },
  'a key opens no platform endpoints': {
    around: forbidding(
      /^\/v1\/(?:organizations|accounts|account_settings|representatives|linked_bank_accounts)(?:\/|$)/,
    ),
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
  'ids are of version 7': { around: withOrderedIds },
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
  'errors list no items': { rules: () => ({ errorItems: () => [] }) },
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
