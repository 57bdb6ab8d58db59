import { model } from '../../../emulator/acinq-strike/index.ts'
import type { Rules } from '../../../emulator/acinq-strike/index.ts'
import type { Deliver, Emulator } from '../../../emulator/http.ts'
import { createEmulator } from '../../../emulator/module.ts'
import type { Lie } from '../../../emulator/module.ts'

export const start = Date.UTC(2018, 10, 1, 12)

interface Setting {
  readonly seed?: number
  readonly deliver?: Deliver
  readonly lies?: readonly Lie<Rules>[]
}

export function emulate({ seed = 1, deliver = async () => 200, lies = [] }: Setting = {}): Emulator {
  return createEmulator(model, { seed, start, deliver }, lies)
}

export interface Answered {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

function formOf(fields: Readonly<Record<string, string | number>>): string {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value))
  return form.toString()
}

/** The hands of one merchant on an emulator. */
export function merchant(emulator: Emulator, key = 'sk_test') {
  async function send(
    method: string,
    url: string,
    body = '',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> {
    const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`
    const request = { method, url, body, headers: new Map(Object.entries({ authorization, ...headers })) }
    const answer = await emulator.handle(request)
    return { status: answer.status, body: JSON.parse(answer.body) as Answered['body'] }
  }

  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const json = { 'content-type': 'application/json' }
  return {
    send,
    create: (fields: Readonly<Record<string, string | number>>) =>
      send('POST', '/api/v1/charges', formOf(fields), form),
    createJson: (body: unknown) => send('POST', '/api/v1/charges', JSON.stringify(body), json),
    retrieve: (id: unknown) => send('GET', `/api/v1/charges/${String(id)}`),
    list: async (query = '') =>
      (await send('GET', `/api/v1/charges${query}`)).body as unknown as readonly Answered['body'][],
    pay: (charge: unknown) => emulator.lever('pay', key, { charge }),
    setHook: (url: unknown) => emulator.lever('set-hook', key, { url }),
  }
}
