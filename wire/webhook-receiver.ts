import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UsageError } from './errors.ts'
import { gather } from './gather.ts'
import { lowerCaseFieldsOf } from './raw-fields.ts'
import { decodeText } from './read-body.ts'
import type { TakeDelivery } from './session.ts'

/** A built-in receiver behind a public address that leads to it. */
export interface WebhookReceiver {
  /** Opens one address and hands each delivery to it on. */
  receive(take: TakeDelivery): Promise<string>
  readonly port: number
  close(): Promise<void>
}

const largestDelivery = 1_000_000

/** Listens on a port; `publicUrl` is where the outside world reaches it. */
export async function openWebhookReceiver(publicUrl: URL, port: number): Promise<WebhookReceiver> {
  const takers = new Map<string, TakeDelivery>()
  const server = createServer((message, to) => {
    void readDelivery(message).then((body) => {
      const path = message.url ?? '/'
      const take = takers.get(path.split('/').at(-1) ?? '')
      const answered =
        body === undefined || take === undefined
          ? 404
          : take({
              method: message.method ?? 'POST',
              path,
              headers: lowerCaseFieldsOf(message.rawHeaders),
              body,
              credentials: { kind: 'none' },
            }).status
      to.writeHead(answered).end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', () =>
      reject(new UsageError(`Port ${port} for webhooks is in use; set ASSAY_WEBHOOK_PORT to a free one.`)),
    )
    server.listen(port, resolve)
  })
  const base = publicUrl.href.replace(/\/$/, '')
  const run = Date.now().toString(36)
  return {
    port: (server.address() as AddressInfo).port,
    receive(take) {
      const name = `${run}-${takers.size + 1}`
      takers.set(name, take)
      return Promise.resolve(`${base}/${name}`)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The body as text, or undefined where there is too much of it or none comes. */
async function readDelivery(message: IncomingMessage): Promise<string | undefined> {
  try {
    return decodeText(await gather(message, largestDelivery)).text
  } catch {
    return undefined
  }
}
