import { createServer as createHttpServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { headersByName } from '../model/exchange.ts'
import type { Headers } from '../model/exchange.ts'
import { canonicalHost } from '../model/host.ts'
import { makeCertificates } from './certificates.ts'
import { control, isForControl } from './control.ts'
import type { Emulator, EmulatorRequest, EmulatorResponse } from './http.ts'
import { usualLimits } from './limits.ts'
import type { Limits } from './limits.ts'
import { failed, refused } from './refused.ts'

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly tls?: boolean
  readonly host?: string
  /** Hosts besides this machine by whose names the control interface may be asked, in their canonical form. */
  readonly allowedHosts?: readonly string[]
  /** Limits of one request that are not the usual ones. */
  readonly limits?: Partial<Limits>
}

/** An emulator behind a real port. */
export interface Served {
  readonly origin: string
  readonly port: number
  /** PEM that a client has to trust, where the server speaks TLS. */
  readonly certificateAuthority?: string
  close(): Promise<void>
}

/** The request, or undefined where its body is larger than the limit. */
async function readRequest(message: IncomingMessage, limit: number): Promise<EmulatorRequest | undefined> {
  const body = await readBody(message, limit)
  const { method = 'GET', url = '/', rawHeaders } = message
  return body === undefined ? undefined : { method, url, headers: headersByName(fieldsOf(rawHeaders)), body }
}

/** Raw name, value, name, value … as fields with lower-case names. */
function fieldsOf(raw: readonly string[]): Headers {
  const fields: (readonly [string, string])[] = []
  for (let index = 0; index < raw.length; index += 2)
    fields.push([raw[index]?.toLowerCase() ?? '', raw[index + 1] ?? ''])
  return fields
}

/** The text of a body, taken as it arrives; what follows the limit is not waited for. */
function readBody(message: IncomingMessage, limit: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    message.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) resolve(undefined)
      else chunks.push(chunk)
    })
    message.on('end', () => resolve((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString('utf8')))
    message.on('error', reject)
    message.on('close', () => reject(new Error('the client went away')))
  })
}

function write(to: ServerResponse, { status, headers, body }: EmulatorResponse): void {
  const bodiless = status === 204 || status === 304
  const fields: string[] = []
  for (const [name, value] of headers) fields.push(name, value)
  if (!bodiless && !headers.some(([name]) => name.toLowerCase() === 'content-length'))
    fields.push('content-length', String(Buffer.byteLength(body)))
  to.writeHead(status, fields)
  to.end(bodiless ? undefined : body)
}

async function respond(
  emulator: Emulator,
  message: IncomingMessage,
  to: ServerResponse,
  allowedHosts: readonly string[],
  { bodyBytes }: Limits,
): Promise<void> {
  try {
    const request = await readRequest(message, bodyBytes)
    if (request === undefined) {
      to.shouldKeepAlive = false
      return write(to, refused(413, `the body is larger than ${bodyBytes} bytes`))
    }
    write(to, await (isForControl(request) ? control(emulator, request, allowedHosts) : emulator.handle(request)))
  } catch (error) {
    if (to.headersSent || !message.complete) to.destroy()
    else write(to, failed(error))
  }
}

/** Says why a request was not even read. */
function sayUnread({ headerBytes }: Limits): (error: NodeJS.ErrnoException, socket: Socket) => void {
  const answer = (status: string, sentence: string): string =>
    `HTTP/1.1 ${status}\r\ncontent-type: text/plain\r\nconnection: close\r\ncontent-length: ${sentence.length}\r\n\r\n${sentence}`
  return ({ code = 'no HTTP' }, socket) => {
    if (!socket.writable) return void socket.destroy()
    if (code === 'HPE_HEADER_OVERFLOW')
      socket.end(
        answer(
          '431 Request Header Fields Too Large',
          `assay emulate: the headers are larger than ${headerBytes} bytes\n`,
        ),
      )
    else socket.end(answer('400 Bad Request', `assay emulate: the request cannot be read (${code})\n`))
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
  const { host = '127.0.0.1', allowedHosts = [] } = options
  const limits = { ...usualLimits, ...options.limits }
  const listener = (message: IncomingMessage, to: ServerResponse): void =>
    void respond(emulator, message, to, [...allowedHosts, canonicalHost(host) ?? host], limits)
  const certificates = options.tls === true ? await makeCertificates() : undefined
  const http = { maxHeaderSize: limits.headerBytes }
  const server =
    certificates === undefined
      ? createHttpServer(http, listener)
      : createHttpsServer({ ...http, key: certificates.key, cert: certificates.certificate }, listener)
  server.on('clientError', sayUnread(limits))
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
