import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { WireRequest } from '../../../model/exchange.ts'
import { WireError } from '../../../wire/errors.ts'
import { overHttp } from '../../../wire/over-http.ts'
import { hostileCases } from './cases.ts'

const limits = { timeoutMs: 1_500, bytes: 1_000_000, headerBytes: 16_000 }
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
    const source = overHttp(server.origin, limits, 1)
    try {
      const answer = await source.carry(request).catch((thrown: unknown) => thrown)
      if (outage === undefined) {
        expect(answer).toMatchObject({
          content,
          ...(flaw === undefined ? {} : { flaw }),
          ...(status === undefined ? {} : { status }),
        })
      } else {
        expect(answer).toBeInstanceOf(WireError)
        expect((answer as WireError).outage).toBe(outage)
      }
    } finally {
      await source.close()
      await server.close()
    }
  })
})

it('a request made of what a target calls its objects can be sent, whatever that is, and so can the next one', async () => {
  const seen: { readonly url: string | undefined; readonly headers: IncomingHttpHeaders }[] = []
  const server = createServer(({ url, headers }, to) => {
    seen.push({ url, headers })
    to.end()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const source = overHttp(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), limits, 1)
  const id = 'acc\n1…'
  try {
    const [first, second] = [
      await source.carry({ ...request, path: `/v1/things/${id}`, headers: [['x-account', id]] }),
      await source.carry({ ...request, headers: [['x-name', 'Zoë']] }),
    ]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(seen[0]).toMatchObject({
      url: '/v1/things/acc%0A1%E2%80%A6',
      headers: { 'x-account': 'acc%0A1%E2%80%A6' },
    })
    expect(seen[1]?.headers['x-name']).toBe('Zoë')
  } finally {
    await source.close()
    server.close()
  }
})
