import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Exchange, Headers } from '../../model/exchange.ts'
import { UsageError, WireError } from '../errors.ts'
import { gather } from '../gather.ts'
import type { Limits } from '../limits.ts'
import { outageOf } from '../outage-of.ts'
import { fieldsOf } from '../raw-fields.ts'
import { createAttendance } from './attendance.ts'
import type { ClientRequest, Forward, TargetAnswer } from './forward.ts'
import { endToEnd } from './hop-headers.ts'
import { pathAsked } from './path-asked.ts'
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
  /** Told of a fault of ours. */
  readonly onFault: (fault: unknown) => void
}

export interface ServedProxy {
  readonly origin: string
  /** Takes no more requests and resolves when those under way are answered, or after the grace at the latest. */
  close(graceMs?: number): Promise<void>
}

const usualGraceMs = 5_000

/** Listens as the target would, and passes everything on to it. */
export async function serveProxy(setting: ProxySetting): Promise<ServedProxy> {
  const attendance = createAttendance()
  const server = createServer(
    { maxHeaderSize: setting.limits.headerBytes },
    (message, to) => void pass(setting, message, to, () => attendance.serve(message.socket, to)),
  )
  server.on('connection', attendance.meet)
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
    async close(graceMs = usualGraceMs) {
      const closed = new Promise((resolve) => server.close(resolve))
      attendance.dismiss()
      const timer = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearTimeout(timer)
    },
  }
}

/** A request that the proxy answers itself. */
class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number

  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
  }
}

/** `onReceived` is told once the whole request is there, so that it is answered even when the proxy is closing. */
async function pass(
  setting: ProxySetting,
  message: IncomingMessage,
  to: ServerResponse,
  onReceived: () => void,
): Promise<void> {
  try {
    const request = await requestOf(setting, message)
    onReceived()
    answer(to, message.method, await exchanged(setting, request))
  } catch (thrown) {
    if (thrown instanceof Refused) refuse(to, thrown.status, thrown.message)
    else if (!message.complete) to.destroy()
    else refuse(to, 502, told(setting, thrown))
  }
}

/** Says why there is no answer, and whose fault that is. */
function told({ onFailure, onFault }: ProxySetting, thrown: unknown): string {
  const outage = outageOf(thrown, false)
  if (outage === undefined) {
    onFault(thrown)
    return 'a fault of the proxy kept it from passing this on'
  }
  onFailure(outage)
  return `there is no answer to pass on: ${outage.message}`
}

async function requestOf({ limits, permit }: ProxySetting, message: IncomingMessage): Promise<ClientRequest> {
  const path = pathAsked(message.url ?? '/')
  if (path === undefined) throw new Refused(400, 'the request names no path of the target, so it is not passed on')
  const headers = fieldsOf(message.rawHeaders)
  try {
    permit(headers)
    return { method: message.method ?? 'GET', path, headers, bytes: await gather(message, limits.bytes) }
  } catch (thrown) {
    if (thrown instanceof UsageError) throw new Refused(403, thrown.message)
    if (thrown instanceof WireError) throw new Refused(413, `the body is larger than ${limits.bytes} bytes`)
    throw thrown
  }
}

async function exchanged(
  { witness, forward, onExchange, onFailure, onFault }: ProxySetting,
  request: ClientRequest,
): Promise<TargetAnswer> {
  const see = witness.begin(request)
  const answered = await forward.send(request)
  try {
    onExchange(see(answered))
  } catch (thrown) {
    // an answer that cannot be decoded is passed on all the same
    const outage = outageOf(thrown, false)
    if (outage === undefined) onFault(thrown)
    else onFailure(outage)
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
