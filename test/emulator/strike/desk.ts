import { createEmulator } from '../../../emulator/module.ts'
import type { Lie } from '../../../emulator/module.ts'
import type { Deliver, Emulator } from '../../../emulator/http.ts'
import { model } from '../../../emulator/strike/index.ts'
import type { Rules } from '../../../emulator/strike/index.ts'

interface Answer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  // bodies are read freely in expectations
  readonly body: Body
}

export type Body = { readonly [name: string]: Body } & readonly Body[] & string

/** An emulator with short ways to speak to it. */
export interface Desk {
  readonly emulator: Emulator
  ask(method: string, path: string, body?: unknown, key?: string): Promise<Answer>
  lever(name: string, details?: Readonly<Record<string, unknown>>, key?: string): Promise<unknown>
}

export const start = Date.UTC(2022, 2, 24, 9, 30)
export const firstKey = 'STRIKEAPIKEYone'
export const secondKey = 'STRIKEAPIKEYtwo'

export function openDesk(
  options: { readonly deliver?: Deliver; readonly seed?: number; readonly lies?: readonly Lie<Rules>[] } = {},
): Desk {
  const deliver = options.deliver ?? (async () => 200)
  const emulator = createEmulator(model, { seed: options.seed ?? 7, start, deliver }, options.lies)
  return {
    emulator,
    async ask(method, path, body, key = firstKey) {
      const headers = new Map([['content-type', 'application/json']])
      if (key !== '') headers.set('authorization', `Bearer ${key}`)
      const sent = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
      const response = await emulator.handle({ method, url: `/v1${path}`, headers, body: sent })
      return {
        status: response.status,
        headers: new Map(response.headers),
        body: (response.body === '' ? null : JSON.parse(response.body)) as Body,
      }
    },
    lever: (name, details = {}, key = firstKey) => emulator.lever(name, key, details),
  }
}

export const order = (more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  amount: { amount: '12.50', currency: 'USD' },
  ...more,
})
