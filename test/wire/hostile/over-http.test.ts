import { describe, expect, it } from 'vitest'
import type { WireRequest } from '../../../suites/model/exchange.ts'
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
