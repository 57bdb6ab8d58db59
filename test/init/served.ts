import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Served {
  readonly origin: string
  close(): Promise<void>
}

/** What a server is asked. */
export interface Asked {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

/** Status, body (an object as JSON, a text as it stands), and media type. */
export type Answer = readonly [status: number, body?: unknown, type?: string]

/** Serves a function from request to answer on a free port. */
export async function served(answer: (asked: Asked) => Answer): Promise<Served> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = '', headers } = request
    const url = new URL(request.url ?? '/', 'http://server')
    const [status, body, type = 'application/json'] = answer({
      method,
      url,
      headers,
      text: Buffer.concat(chunks).toString('utf8'),
    })
    response.writeHead(status, body === undefined ? {} : { 'content-type': type })
    response.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A text as an object of JSON; undefined where it is none. */
export function objectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

/** Whether a parameter is absent, or a whole number between these. */
export function isWhole(text: string | null, least: number, most = Infinity): boolean {
  return text === null || (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most)
}
