import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UsageError, WireError } from './errors.ts'
import { gather } from './gather.ts'
import { lowerCaseFieldsOf } from './raw-fields.ts'
import { readBody } from './read-body.ts'
import type { TakeDelivery } from './session.ts'

/** A built-in receiver behind a public address that leads to it. */
export interface WebhookReceiver {
  /** Opens one address, which nobody guesses, and hands each delivery to it on. */
  receive(take: TakeDelivery): Promise<string>
  readonly port: number
  close(): Promise<void>
}

const largestDelivery = 1_000_000

export interface Listening {
  readonly port: number
  /** Address to listen on; that of this machine alone where absent. */
  readonly host?: string
}

/** Listens for deliveries; `publicUrl` is where the outside world reaches it. */
export async function openWebhookReceiver(publicUrl: URL, listening: Listening): Promise<WebhookReceiver> {
  const takers = new Map<string, TakeDelivery>()
  const server = createServer((message, to) => {
    void answered(message, takers).then((status) => to.writeHead(status).end())
  })
  const base = publicUrl.href.replace(/\/$/, '')
  return {
    port: await listen(server, listening),
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

const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use; set ASSAY_WEBHOOK_PORT to a free one',
  EACCES: 'is not allowed to this user; set ASSAY_WEBHOOK_PORT to a free one',
  EADDRNOTAVAIL: 'is of an address that this machine does not have; set ASSAY_WEBHOOK_HOST to one that it has',
  ENOTFOUND: 'is of a host name that is unknown; set ASSAY_WEBHOOK_HOST to an address of this machine',
}

function listen(server: Server, { port, host = '127.0.0.1' }: Listening): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code = '' }: NodeJS.ErrnoException) =>
      reject(new UsageError(`Port ${port} for webhooks ${remedies[code] ?? `cannot be opened (${code})`}.`)),
    )
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

/** The status that a request is answered with: whatever reaches an open port, none of it ends the run. */
async function answered(message: IncomingMessage, takers: ReadonlyMap<string, TakeDelivery>): Promise<number> {
  const path = message.url ?? '/'
  const take = takers.get(path.split('?')[0]?.split('/').at(-1) ?? '')
  if (take === undefined) return 404
  const headers = lowerCaseFieldsOf(message.rawHeaders)
  try {
    const { text: body } = readBody(await gather(message, largestDelivery), headers, largestDelivery)
    return take({ method: message.method ?? 'POST', path, headers, body, credentials: { kind: 'none' } }).status
  } catch (thrown) {
    if (!(thrown instanceof WireError)) return 500
    return thrown.outage === 'too-large' ? 413 : 415
  }
}
