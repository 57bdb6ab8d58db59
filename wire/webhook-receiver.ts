import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UsageError } from './errors.ts'
import { decodeText } from './read-body.ts'
import type { TakeDelivery } from './session.ts'

/** A built-in receiver behind a public address that leads to it. */
export interface WebhookReceiver {
  /** Opens one address, which nobody guesses, and hands each delivery to it on. */
  receive(take: TakeDelivery): Promise<string>
  readonly port: number
  close(): Promise<void>
}

const largestDelivery = 1_000_000

/** Listens on a port; `publicUrl` is where the outside world reaches it. */
export async function openWebhookReceiver(publicUrl: URL, port: number): Promise<WebhookReceiver> {
  const takers = new Map<string, TakeDelivery>()
  const server = createServer((message, to) => {
    void answered(message, takers).then((status) => to.writeHead(status).end())
  })
  const base = publicUrl.href.replace(/\/$/, '')
  return {
    port: await listening(server, port),
    receive(take) {
      const name = randomBytes(16).toString('hex')
      takers.set(name, take)
      return Promise.resolve(`${base}/${name}`)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const reasons: Readonly<Record<string, string>> = { EADDRINUSE: 'is in use', EACCES: 'is not allowed to this user' }

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code = '' }: NodeJS.ErrnoException) =>
      reject(
        new UsageError(
          `Port ${port} for webhooks ${reasons[code] ?? `cannot be opened (${code})`}; set ASSAY_WEBHOOK_PORT to a free one.`,
        ),
      ),
    )
    server.listen(port, () => resolve((server.address() as AddressInfo).port))
  })
}

/** The status that a request is answered with: whatever reaches an open port, none of it ends the run. */
async function answered(message: IncomingMessage, takers: ReadonlyMap<string, TakeDelivery>): Promise<number> {
  const path = message.url ?? '/'
  const take = takers.get(path.split('?')[0]?.split('/').at(-1) ?? '')
  if (take === undefined) return 404
  try {
    const body = await readDelivery(message)
    if (body === undefined) return 413
    return take({
      method: message.method ?? 'POST',
      path,
      headers: fieldsOf(message),
      body,
      credentials: { kind: 'none' },
    }).status
  } catch {
    return 500
  }
}

/** The body as text, or undefined where there is too much of it. */
async function readDelivery(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    size += (chunk as Buffer).length
    if (size > largestDelivery) return undefined
    chunks.push(chunk as Buffer)
  }
  return decodeText(Buffer.concat(chunks)).text
}

function fieldsOf({ rawHeaders }: IncomingMessage): readonly (readonly [string, string])[] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ''] as const] : [],
  )
}
