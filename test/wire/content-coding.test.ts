import { describe, expect, it } from 'vitest'
import { WireError } from '../../wire/errors.ts'
import { createClientAccount } from '../../wire/client-account.ts'
import { toExchange } from '../../wire/har/to-exchange.ts'
import { createMatchOperation } from '../../wire/match-operation.ts'
import { overHttp } from '../../wire/over-http.ts'
import { createWitness } from '../../wire/proxy/witness.ts'
import type { WireRequest, WireResponse } from '../../model/exchange.ts'
import { codedBodies } from './coded-bodies.ts'
import type { CodedBody } from './coded-bodies.ts'
import { contract, entry } from './har/entries.ts'
import { rawServer } from './hostile/server.ts'

const limits = { timeoutMs: 5_000, bytes: 1_000_000, headerBytes: 16_000 }
const account = createClientAccount(contract.provider)
const request: WireRequest = {
  method: 'GET',
  path: '/v1/orders/1',
  headers: [],
  body: '',
  credentials: { kind: 'none' },
}

/** The ways by which a response comes in. Each answers with the response, or with the outage in its place. */
const doors: Readonly<Record<string, (body: CodedBody) => Promise<WireResponse | WireError | undefined>>> = {
  async HTTP({ headers, bytes }) {
    const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    const head = `HTTP/1.1 200 OK\r\n${fields}content-length: ${bytes.length}\r\n\r\n`
    const server = await rawServer((socket) => socket.write(Buffer.concat([Buffer.from(head), bytes])))
    const source = overHttp(server.origin, limits, 1)
    try {
      return await source.carry(request).catch(outage)
    } finally {
      await source.close()
      await server.close()
    }
  },
  async 'the proxy'({ headers, bytes }) {
    const witness = createWitness({ account, match: createMatchOperation(contract.operations), limits })
    const see = witness.begin({ method: 'GET', path: '/v1/orders/1', headers: [], bytes: Buffer.alloc(0) })
    try {
      return see({ status: 200, headers, bytes }).response
    } catch (thrown) {
      return outage(thrown)
    }
  },
  async 'a recording'({ headers, bytes }) {
    const recorded = entry(
      {},
      {
        headers: headers.map(([name, value]) => ({ name, value })),
        content: { size: bytes.length, text: bytes.toString('base64'), encoding: 'base64' },
      },
    )
    return toExchange(recorded, { path: '/v1/orders/1', operation: 'retrieveOrder', account, limits })?.response
  },
}

function outage(thrown: unknown): WireError {
  if (thrown instanceof WireError) return thrown
  throw thrown
}

describe.each(Object.entries(doors))('a body that comes by %s', (door, read) => {
  it.each(codedBodies.filter((body) => body.outage === undefined))('is read with $name', async (body) => {
    const { content, flaw } = body
    expect(await read(body)).toMatchObject({
      content,
      ...(flaw === undefined ? {} : { flaw }),
      ...(content === 'json' ? { json: { name: 'Zoë' } } : {}),
    })
  })

  it.each(codedBodies.filter((body) => body.outage !== undefined))('is an outage with $name', async (body) => {
    const answer = await read(body)
    const lost = answer instanceof WireError ? answer.outage : answer
    expect(lost).toBe(door === 'a recording' ? undefined : body.outage)
  })
})
