import { createEmulator } from '../../../emulator/module.ts'
import type { Lie } from '../../../emulator/module.ts'
import type { Emulator, EmulatorResponse } from '../../../emulator/http.ts'
import { model } from '../../../emulator/stripe/index.ts'
import type { Rules } from '../../../emulator/stripe/index.ts'
import type { JsonObject } from '../../../model/json.ts'

export interface Answer {
  readonly status: number
  readonly body: JsonObject
  readonly header: (name: string) => string | undefined
  readonly text: string
}

type Form = Readonly<Record<string, string | number | boolean>>

export interface Client {
  readonly emulator: Emulator
  readonly get: (path: string, form?: Form, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly post: (path: string, form?: Form, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly del: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly raw: (
    method: string,
    url: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
  ) => Promise<Answer>
  /** The same emulator under another key. */
  readonly as: (key: string) => Client
}

/** 1 February 2018. */
const start = 1_517_511_472_000

export function newEmulator(lies: readonly Lie<Rules>[] = [], seed = 7): Emulator {
  return createEmulator(model, { seed, start, deliver: async () => 200 }, lies)
}

function answerOf({ status, headers, body }: EmulatorResponse): Answer {
  return {
    status,
    text: body,
    body: (body === '' ? {} : JSON.parse(body)) as JsonObject,
    header: (name) => headers.find(([key]) => key.toLowerCase() === name)?.[1],
  }
}

/** Hands on an emulator, without a port. */
export function client(emulator = newEmulator(), key = 'sk_test_one'): Client {
  const encode = (form: Form): string =>
    new URLSearchParams(Object.entries(form).map(([name, value]): [string, string] => [name, String(value)])).toString()
  const raw: Client['raw'] = async (method, url, headers, body = '') =>
    answerOf(await emulator.handle({ method, url, headers: new Map(Object.entries(headers)), body }))
  const auth = { authorization: `Bearer ${key}` }
  return {
    emulator,
    raw,
    get: (path, form = {}, headers = {}) => raw('GET', `${path}?${encode(form)}`, { ...auth, ...headers }),
    post: (path, form = {}, headers = {}) =>
      raw('POST', path, { ...auth, 'content-type': 'application/x-www-form-urlencoded', ...headers }, encode(form)),
    del: (path, headers = {}) => raw('DELETE', path, { ...auth, ...headers }),
    as: (other) => client(emulator, other),
  }
}
