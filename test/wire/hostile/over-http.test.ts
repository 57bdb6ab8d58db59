import { Pool } from 'undici'
import { describe, expect, it, vi } from 'vitest'
import { headerOf } from '../../../model/exchange.ts'
import type { WireRequest } from '../../../model/exchange.ts'
import { WireError } from '../../../wire/errors.ts'
import { overHttp } from '../../../wire/over-http.ts'
import { hostileCases, limitsFor } from './cases.ts'
import { httpServer, rawServer } from './server.ts'

const limits = { timeoutMs: 5_000, bytes: 1_000_000, headerBytes: 16_000 }
const request: WireRequest = {
  method: 'GET',
  path: '/v1/things',
  headers: [['accept', 'application/json']],
  body: '',
  credentials: { kind: 'none' },
}

describe('a request to a server that misbehaves', () => {
  it.each(hostileCases)('ends by itself: $name', async ({ start, outage, content, flaw, status }) => {
    const server = await start()
    const source = overHttp(server.origin, limitsFor(limits, outage), 1)
    try {
      const answer = await source.carry(request).catch((thrown: unknown) => thrown)
      const read = { content, ...(flaw === undefined ? {} : { flaw }), ...(status === undefined ? {} : { status }) }
      expect(answer instanceof WireError).toBe(outage !== undefined)
      expect(answer).toMatchObject(outage === undefined ? read : { outage })
    } finally {
      await source.close()
      await server.close()
    }
  })
})

const unsendable = ['v1/things', '', '*', 'https://elsewhere.example/x', '/v1/things/acc\n1…', '/\0']

it.each(unsendable)(
  'a request that HTTP cannot carry is a fault of ours, and the next one is answered: %j',
  async (path) => {
    const server = await httpServer((_, to) => to.end('{}'))
    const source = overHttp(server.origin, limits, 1)
    try {
      const first = await source.carry({ ...request, path }).catch((thrown: unknown) => thrown)
      expect(first).toBeInstanceOf(Error)
      expect(first).not.toBeInstanceOf(WireError)
      const rest = await Promise.all([1, 2, 3].map(() => source.carry(request)))
      expect(rest.map(({ status }) => status)).toEqual([200, 200, 200])
    } finally {
      await source.close()
      await server.close()
    }
  },
)

it('a request ends within its time limit whatever the client library does, and the next one is answered', async () => {
  const server = await httpServer((_, to) => to.end('{}'))
  const source = overHttp(server.origin, { ...limits, timeoutMs: 100 }, 1)
  const never = vi.spyOn(Pool.prototype, 'dispatch').mockReturnValue(true)
  try {
    expect(await source.carry(request).catch((thrown: unknown) => thrown)).toMatchObject({ outage: 'timeout' })
    never.mockRestore()
    expect((await source.carry(request)).status).toBe(200)
  } finally {
    never.mockRestore()
    await source.close()
    await server.close()
  }
})

it('a header is read byte for byte', async () => {
  const server = await rawServer((socket) =>
    socket.write(
      Buffer.from('HTTP/1.1 200 OK\r\nX-Name: Zo\xeb\r\nX-Name: \xff\r\nContent-Length: 0\r\n\r\n', 'latin1'),
    ),
  )
  const source = overHttp(server.origin, limits, 1)
  try {
    expect(headerOf(await source.carry(request), 'x-name')).toBe('Zo\u00eb, \u00ff')
  } finally {
    await source.close()
    await server.close()
  }
})
