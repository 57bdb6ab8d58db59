import { createServer as createHttpServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { makeCertificates } from './certificates.ts'
import { control } from './control.ts'
import type { Emulator, EmulatorRequest, EmulatorResponse } from './http.ts'

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly tls?: boolean
  readonly host?: string
}

/** An emulator behind a real port. */
export interface Served {
  readonly origin: string
  readonly port: number
  /** PEM that a client has to trust, where the server speaks TLS. */
  readonly certificateAuthority?: string
  close(): Promise<void>
}

async function readRequest(message: IncomingMessage): Promise<EmulatorRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return {
    method: message.method ?? 'GET',
    url: message.url ?? '/',
    headers: new Map(
      Object.entries(message.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

function write(to: ServerResponse, { status, headers, body }: EmulatorResponse): void {
  const bodiless = status === 204 || status === 304
  const length = ['content-length', String(Buffer.byteLength(body))]
  const sized = bodiless || headers.some(([name]) => name.toLowerCase() === 'content-length')
  to.writeHead(status, [...headers.flat(), ...(sized ? [] : length)])
  to.end(bodiless ? undefined : body)
}

function failed(error: unknown): EmulatorResponse {
  const message = error instanceof Error ? error.message : String(error)
  return { status: 500, headers: [['content-type', 'text/plain']], body: `The emulator failed: ${message}\n` }
}

async function respond(emulator: Emulator, message: IncomingMessage, to: ServerResponse): Promise<void> {
  try {
    const request = await readRequest(message)
    write(to, (await control(emulator, request)) ?? (await emulator.handle(request)))
  } catch (error) {
    if (to.headersSent || !message.complete) to.destroy()
    else write(to, failed(error))
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'it is already in use',
  EACCES: 'this user is not allowed to open it',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'this host name is unknown',
}

/** The port cannot be had; `message` says why. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen'
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new CannotListen(`Port ${port} of ${host} cannot be opened: ${reasons[error.code ?? ''] ?? error.message}.`),
      )
    })
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

function originOf(scheme: string, host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `${scheme}://${name}:${port}`
}

/** Puts an emulator, and its control interface under `/_emulator/`, behind a port of this machine. */
export async function serve(emulator: Emulator, options: ServeOptions): Promise<Served> {
  const host = options.host ?? '127.0.0.1'
  const listener = (message: IncomingMessage, to: ServerResponse): void => void respond(emulator, message, to)
  const certificates = options.tls === true ? await makeCertificates() : undefined
  const server =
    certificates === undefined
      ? createHttpServer(listener)
      : createHttpsServer({ key: certificates.key, cert: certificates.certificate }, listener)
  // longer than clients keep idle connections, so that none is closed under a request on its way
  server.keepAliveTimeout = 75_000
  const port = await listen(server, options.port, host)
  return {
    port,
    origin: originOf(certificates === undefined ? 'http' : 'https', host, port),
    ...(certificates === undefined ? {} : { certificateAuthority: certificates.authority }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
