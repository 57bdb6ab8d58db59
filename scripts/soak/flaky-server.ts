import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Emulator, EmulatorResponse } from '../../emulator/http.ts'
import { answerOf } from './fates.ts'
import type { Fate } from './fates.ts'

/** An emulator behind a port, with faults drawn for each request. */
export interface FlakyServer {
  readonly origin: URL
  /** Requests so far, by what became of them. */
  readonly fates: ReadonlyMap<Fate, number>
  /** Takes another emulator's answers from now on. */
  serve(emulator: Emulator): void
  close(): Promise<void>
}

const slowMs = 20

export async function startFlakyServer(draw: () => Fate, first: Emulator): Promise<FlakyServer> {
  let emulator = first
  const fates = new Map<Fate, number>()
  const server = createServer((message, to) => void respond(message, to))
  server.keepAliveTimeout = 75_000

  async function respond(message: IncomingMessage, to: ServerResponse): Promise<void> {
    const fate = draw()
    const number = (fates.get(fate) ?? 0) + 1
    fates.set(fate, number)
    const chunks: Buffer[] = []
    for await (const chunk of message) chunks.push(chunk as Buffer)
    if (fate === 'slow') await sleep(slowMs)
    if (fate === 'reset') return void message.socket.resetAndDestroy()
    if (fate === 'no-http') return void message.socket.end('220 mail.example ESMTP\r\n')
    const untouched = fate === 'unavailable' || fate === 'too-many'
    if (!untouched) await catchUp(emulator)
    const honest = untouched ? nothing : await emulator.handle(requestOf(message, chunks))
    write(to, answerOf(fate, honest, number), fate === 'half')
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    fates,
    serve: (next) => {
      emulator = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Keeps emulated time with real time without timers, which would keep every emulator that was ever served. */
async function catchUp(emulator: Emulator): Promise<void> {
  const behind = Math.floor((Date.now() - emulator.now()) / 1000)
  if (behind > 0) await emulator.advance(behind)
}

const nothing: EmulatorResponse = { status: 204, headers: [], body: '' }

function requestOf(message: IncomingMessage, chunks: readonly Buffer[]): Parameters<Emulator['handle']>[0] {
  const headers = Object.entries(message.headers).map(([name, value]) => [name, String(value)] as const)
  return {
    method: message.method ?? 'GET',
    url: message.url ?? '/',
    headers: new Map(headers),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

/** Writes an answer, or half of it before the connection is lost. */
function write(to: ServerResponse, { status, headers, body }: EmulatorResponse, half: boolean): void {
  const bytes = Buffer.from(body)
  const unsized = headers.filter(([name]) => name.toLowerCase() !== 'content-length')
  const bodiless = status === 204
  to.writeHead(status, [...unsized.flat(), ...(bodiless ? [] : ['content-length', String(bytes.length)])])
  if (!half) return void to.end(bodiless ? undefined : bytes)
  to.write(bytes.subarray(0, bytes.length / 2), () => to.socket?.resetAndDestroy())
}
