import { gzipSync } from 'node:zlib'
import type { Socket } from 'node:net'
import type { Outage } from '../../../model/finding.ts'
import type { WireResponse } from '../../../model/exchange.ts'
import type { Emulator } from '../../../emulator/http.ts'
import { serve } from '../../../emulator/server.ts'
import type { Limits } from '../../../wire/limits.ts'
import { httpServer, rawServer } from './server.ts'
import type { Hostile } from './server.ts'

/** One way for a server to misbehave, and what a run has to make of it. */
export interface HostileCase {
  readonly name: string
  readonly start: () => Promise<Hostile>
  /** No response that could be judged comes … */
  readonly outage?: Outage
  /** … or one does, and this is what is wrong with it. */
  readonly content?: WireResponse['content']
  readonly flaw?: NonNullable<WireResponse['flaw']>
  readonly status?: number
}

/** Little time where a case is to run out of it, since that is waited for; the same as ever elsewhere. */
export function limitsFor(limits: Limits, outage: HostileCase['outage']): Limits {
  return outage === 'timeout' ? { ...limits, timeoutMs: 50 } : limits
}

const json = (body: string | Buffer, extra = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${extra}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
    ),
    Buffer.from(body),
  ])

const silent: Emulator = {
  handle: () => Promise.resolve({ status: 200, headers: [], body: '' }),
  now: () => 0,
  advance: () => Promise.resolve(),
  lever: () => Promise.resolve(null),
  reset: () => Promise.resolve(),
  settled: () => Promise.resolve(),
}

const always = (bytes: Buffer) => (): Promise<Hostile> => rawServer((socket) => socket.write(bytes))

/** Writes a piece again and again until the other side has had enough. */
function forever(socket: Socket, piece: Buffer): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece));
    if (!socket.destroyed) socket.once('drain', more)
  }
  more()
}

export const hostileCases: readonly HostileCase[] = [
  {
    name: 'connection refused',
    start: async () => {
      const server = await rawServer(() => undefined)
      await server.close()
      return { ...server, close: () => Promise.resolve() }
    },
    outage: 'refused',
  },
  {
    name: 'a host name that does not exist',
    start: () => Promise.resolve({ origin: new URL('http://nowhere.invalid'), close: () => Promise.resolve() }),
    outage: 'dns',
  },
  {
    name: 'no TLS behind an https address',
    start: async () => {
      const server = await httpServer((_, to) => to.end())
      return { ...server, origin: new URL(server.origin.href.replace('http:', 'https:')) }
    },
    outage: 'tls',
  },
  {
    name: 'a certificate that nobody vouches for',
    start: async () => {
      const served = await serve(silent, { port: 0, tls: true })
      return { origin: new URL(served.origin), close: () => served.close() }
    },
    outage: 'tls',
  },
  {
    name: 'a reset before the response',
    start: () => rawServer((socket) => socket.resetAndDestroy()),
    outage: 'reset',
  },
  {
    name: 'a reset in the middle of the body',
    start: () =>
      rawServer((socket) =>
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"half"', () => socket.resetAndDestroy()),
      ),
    outage: 'reset',
  },
  { name: 'no answer at all', start: () => rawServer(() => undefined), outage: 'timeout' },
  {
    name: 'one byte a moment, for ever',
    start: () =>
      rawServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n')
        const timer = setInterval(() => socket.write(' '), 20)
        socket.on('close', () => clearInterval(timer))
      }),
    outage: 'timeout',
  },
  {
    name: 'an endless body',
    start: () =>
      rawServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n')
        forever(socket, Buffer.alloc(65_536, ' '))
      }),
    outage: 'too-large',
  },
  {
    name: 'a Content-Length that is too long',
    start: () => rawServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{}')),
    outage: 'reset',
  },
  {
    name: 'a gzip bomb',
    start: always(json(gzipSync(Buffer.alloc(30_000_000, ' ')), 'Content-Encoding: gzip\r\n')),
    outage: 'too-large',
  },
  {
    name: 'gzip that is none',
    start: always(json('not gzip at all', 'Content-Encoding: gzip\r\n')),
    outage: 'malformed',
  },
  {
    name: 'invalid UTF-8',
    start: always(json(Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]))),
    content: 'other',
    flaw: 'invalid-utf8',
  },
  { name: 'truncated JSON', start: always(json('{"object": "list", "data": [')), content: 'other', flaw: 'not-json' },
  {
    name: 'duplicate names',
    start: always(json('{"id": "one", "id": "two"}')),
    content: 'other',
    flaw: 'duplicate-names',
  },
  {
    name: '100 MB of JSON',
    start: () =>
      rawServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 104000002\r\n\r\n[')
        forever(socket, Buffer.from('"0123456789",'.repeat(10_000)))
      }),
    outage: 'too-large',
  },
  {
    name: 'numbers beyond double precision',
    start: always(json('{"amount": 9007199254740993}')),
    content: 'other',
    flaw: 'imprecise-number',
  },
  {
    name: 'deeply nested JSON',
    start: always(json(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
    content: 'other',
    flaw: 'too-deep',
  },
  {
    name: 'an HTML error page of a proxy',
    start: () =>
      httpServer((_, to) => to.writeHead(404, { 'content-type': 'text/html' }).end('<html><h1>Not found</h1></html>')),
    content: 'other',
    flaw: 'not-json',
    status: 404,
  },
  {
    name: 'a redirect loop',
    start: () => httpServer((request, to) => to.writeHead(302, { location: request.url ?? '/' }).end()),
    content: 'empty',
    status: 302,
  },
  {
    name: 'HTTP/1.0',
    start: () =>
      rawServer((socket) => socket.end('HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{"ok":true}')),
    content: 'json',
    status: 200,
  },
  { name: 'huge headers', start: always(json('{}', `X-Huge: ${'x'.repeat(200_000)}\r\n`)), outage: 'malformed' },
  {
    name: 'malformed headers',
    start: () => rawServer((socket) => socket.end('HTTP/1.1 200 OK\r\nthis is no header\r\n\r\n{}')),
    outage: 'malformed',
  },
  {
    name: 'what is not HTTP',
    start: () => rawServer((socket) => socket.end('220 mail.example ESMTP\r\n')),
    outage: 'malformed',
  },
  {
    name: 'interim responses for ever',
    start: () => rawServer((socket) => forever(socket, Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(100)))),
    outage: 'timeout',
  },
  {
    name: 'a switch of protocols that nobody asked for',
    start: always(Buffer.from('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')),
    outage: 'reset',
  },
  {
    name: 'headers for ever',
    start: () =>
      rawServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        forever(socket, Buffer.from('x-more: and more\r\n'.repeat(100)))
      }),
    outage: 'malformed',
  },
  {
    name: 'half of the headers',
    start: () => rawServer((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Type: appl')),
    outage: 'timeout',
  },
  {
    name: 'TLS that never begins',
    start: async () => {
      const server = await rawServer(() => undefined)
      return { ...server, origin: new URL(server.origin.href.replace('http:', 'https:')) }
    },
    outage: 'timeout',
  },
  {
    name: '204 with a body',
    start: () => rawServer((socket) => socket.write('HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}')),
    outage: 'reset',
  },
  {
    name: 'a Content-Length that is too short',
    start: () =>
      rawServer((socket) =>
        socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}{"more":1}'),
      ),
    content: 'json',
    status: 200,
  },
  {
    name: 'a chunk that has no length',
    start: always(Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n')),
    outage: 'malformed',
  },
  {
    name: 'chunks that never end',
    start: () =>
      rawServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
        forever(socket, Buffer.from(`1000\r\n${' '.repeat(4096)}\r\n`))
      }),
    outage: 'too-large',
  },
  {
    name: 'trailers',
    start: always(
      Buffer.from(
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX-Trailer: 1\r\n\r\n',
      ),
    ),
    content: 'json',
    status: 200,
  },
]
