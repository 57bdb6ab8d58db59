import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Exchange, Headers } from '../../model/exchange.ts'
import { UsageError } from '../errors.ts'
import type { WireError } from '../errors.ts'
import { gather } from '../gather.ts'
import type { Limits } from '../limits.ts'
import { outageOf } from '../outage-of.ts'
import { fieldsOf } from '../raw-fields.ts'
import type { ClientRequest, Forward, TargetAnswer } from './forward.ts'
import { endToEnd } from './hop-headers.ts'
import type { Witness } from './witness.ts'

export interface ProxySetting {
  readonly host: string
  readonly port: number
  readonly limits: Limits
  readonly forward: Forward
  readonly witness: Witness
  /** Throws a `UsageError` for a request that is not to be sent on. */
  readonly permit: (headers: Headers) => void
  /** Sees every exchange before its answer goes back to the client, so that what a client does next comes after it. */
  readonly onExchange: (exchange: Exchange) => void
  /** Told of a request that got no answer that could be judged. */
  readonly onFailure: (error: WireError) => void
}

export interface ServedProxy {
  readonly origin: string
  /** Takes no more requests and resolves when those under way are answered. */
  close(): Promise<void>
}

/** Listens as the target would, and passes everything on to it. */
export async function serveProxy(setting: ProxySetting): Promise<ServedProxy> {
  const server = createServer(
    { maxHeaderSize: setting.limits.headerBytes },
    (message, to) => void pass(setting, message, to),
  )
  // longer than clients keep idle connections, so that none is closed under a request on its way
  server.keepAliveTimeout = 75_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(
        new UsageError(
          `Port ${setting.port} of ${setting.host} cannot be opened (${code}); choose another with --port.`,
        ),
      ),
    )
    server.listen(setting.port, setting.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://${setting.host.includes(':') ? `[${setting.host}]` : setting.host}:${port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      await closed
    },
  }
}

async function pass(setting: ProxySetting, message: IncomingMessage, to: ServerResponse): Promise<void> {
  try {
    answer(to, message.method, await exchanged(setting, message))
  } catch (thrown) {
    if (thrown instanceof UsageError) return refuse(to, 403, thrown.message)
    const error = outageOf(thrown, false)
    setting.onFailure(error)
    refuse(to, 502, `there is no answer to pass on: ${error.message}`)
  }
}

async function exchanged(
  { limits, permit, witness, forward, onExchange, onFailure }: ProxySetting,
  message: IncomingMessage,
): Promise<TargetAnswer> {
  const headers = fieldsOf(message.rawHeaders)
  permit(headers)
  const request: ClientRequest = {
    method: message.method ?? 'GET',
    path: message.url ?? '/',
    headers,
    bytes: await gather(message, limits.bytes),
  }
  const see = witness.begin(request)
  const answered = await forward.send(request)
  try {
    onExchange(await see(answered))
  } catch (thrown) {
    // an answer that cannot be decoded is passed on all the same
    if (!(thrown instanceof Error)) throw thrown
    onFailure(outageOf(thrown, false))
  }
  return answered
}

function answer(to: ServerResponse, method: string | undefined, { status, headers, bytes }: TargetAnswer): void {
  const bodiless = method === 'HEAD' || status === 204 || status === 304
  const length = bodiless
    ? headers.filter(([name]) => name.toLowerCase() === 'content-length' && method === 'HEAD')
    : [['content-length', String(bytes.length)] as const]
  to.writeHead(status, [...endToEnd(headers), ...length].flat())
  to.end(bodiless ? undefined : bytes)
}

/** An answer of the proxy's own, told apart from the target's by its header. */
function refuse(to: ServerResponse, status: number, sentence: string): void {
  if (to.headersSent) return void to.destroy()
  to.writeHead(status, { 'content-type': 'text/plain', 'x-assay-proxy': 'refused', connection: 'close' })
  to.end(`assay proxy: ${sentence}\n`)
}
