import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Contract } from '../../../model/contract.ts'
import { emulatedStart } from '../../../wire/targets.ts'
import { createEmulator } from '../../../emulator/module.ts'
import { loadModel } from '../../../emulator/load.ts'

export interface EchoingServer {
  readonly origin: string
  close(): Promise<void>
}

/**
 * A provider's emulator behind HTTP that tells every client its own credentials, and what else it is given, wherever an
 * answer has room: in error messages, ids, property names and headers.
 */
export async function serveEchoing({ provider }: Contract, said: string): Promise<EchoingServer> {
  const emulator = createEmulator(
    await loadModel(provider.name),
    { seed: 1, start: emulatedStart, deliver: () => Promise.resolve(200) },
    [],
  )
  let count = 0
  const server = createServer((message, to) => void respond(message, to))
  async function respond(message: IncomingMessage, to: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of message) chunks.push(chunk as Buffer)
    const heard = `${message.headers.authorization ?? ''} ${said}`
    const answer = await emulator.handle({
      method: message.method ?? 'GET',
      url: message.url ?? '/',
      headers: new Map(Object.entries(message.headers).map(([name, value]) => [name, String(value)] as const)),
      body: Buffer.concat(chunks).toString(),
    })
    count += 1
    to.writeHead(answer.status, [
      ...answer.headers.filter(([name]) => name !== 'content-length').flat(),
      'x-heard',
      // a header field is bytes
      Buffer.from(heard).toString('latin1'),
      'request-id',
      `req_${encodeURIComponent(heard)}`,
    ])
    to.end(count % 7 === 0 ? `<html>${heard}</html>` : echoed(answer.body, heard))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function echoed(body: string, heard: string): string {
  if (!body.startsWith('{')) return body
  const value = JSON.parse(body) as Record<string, unknown>
  const id = typeof value['id'] === 'string' ? { id: `${value['id']} ${heard}` } : {}
  return JSON.stringify({
    ...value,
    ...id,
    status: heard,
    [heard]: heard,
    debug: JSON.stringify({ heard, coded: Buffer.from(heard).toString('base64') }),
  })
}
