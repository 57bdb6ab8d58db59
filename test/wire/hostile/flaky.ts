import type { IncomingMessage, ServerResponse } from 'node:http'
import type { EmulatorResponse } from '../../../emulator/http.ts'
import { createEmulator } from '../../../emulator/module.ts'
import { loadModel } from '../../../emulator/load.ts'
import type { Contract } from '../../../model/contract.ts'
import { createMatchOperation } from '../../../wire/match-operation.ts'
import { httpServer } from './server.ts'
import type { Hostile } from './server.ts'

/** What happens to a request before or instead of the emulator's answer; `count` is its number. */
export type Fate = (
  count: number,
  to: ServerResponse,
  honest: () => Promise<EmulatorResponse>,
  message: Pick<IncomingMessage, 'method' | 'url'>,
) => Promise<EmulatorResponse | undefined>

/** The honest emulator of a provider behind a server with bad days. */
export async function flakyEmulator(provider: string, fate: Fate): Promise<Hostile> {
  const emulator = createEmulator(await loadModel(provider), {
    seed: 1,
    start: Date.now(),
    ticking: true,
    deliver: () => Promise.resolve(200),
  })
  let count = 0
  return httpServer((message: IncomingMessage, to: ServerResponse) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of message) chunks.push(chunk as Buffer)
      const honest = (): Promise<EmulatorResponse> =>
        emulator.handle({
          method: message.method ?? 'GET',
          url: message.url ?? '/',
          headers: new Map(Object.entries(message.headers).map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(chunks).toString('utf8'),
        })
      count += 1
      const answer = await fate(count, to, honest, message)
      if (answer === undefined) return
      to.writeHead(answer.status, answer.headers.flat())
      to.end(answer.status === 204 ? undefined : answer.body)
    })()
  })
}

const unavailable: EmulatorResponse = {
  status: 503,
  headers: [['content-type', 'text/html']],
  body: '<html>busy</html>',
}
const tooMany: EmulatorResponse = { status: 429, headers: [['retry-after', '1']], body: '' }

export const fates: Readonly<Record<string, Fate>> = {
  none: (_, __, honest) => honest(),
  '429 for ever': () => Promise.resolve(tooMany),
  '503 in bursts': (count, _, honest) => (count % 20 < 4 ? Promise.resolve(unavailable) : honest()),
  'every second request fails': (count, to, honest) => {
    if (count % 2 === 1) return honest()
    to.destroy()
    return Promise.resolve(undefined)
  },
  'a clock that is a day ahead': async (_, __, honest) => {
    const answer = await honest()
    return {
      ...answer,
      headers: [
        ...answer.headers.filter(([name]) => name.toLowerCase() !== 'date'),
        ['date', new Date(Date.now() + 86_400_000).toUTCString()],
      ],
    }
  },
}

/** One operation never answers; all others do. `asked` tells how often it was asked. */
export function blackHole({ operations }: Contract, operation: string) {
  const match = createMatchOperation(operations)
  let count = 0
  const fate: Fate = (_, __, honest, { method = '', url = '' }) => {
    if (match(method, url) !== operation) return honest()
    count += 1
    return Promise.resolve(undefined)
  }
  return { fate, asked: () => count }
}

/** Each request gets the response of the one before it. */
export function oneBehind(): Fate {
  let before: EmulatorResponse | undefined
  return async (_, __, honest) => {
    const now = await honest()
    const told = before ?? now
    before = now
    return told
  }
}
