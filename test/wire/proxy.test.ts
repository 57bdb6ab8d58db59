import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { Exchange } from '../../model/exchange.ts'
import { createClientAccount } from '../../wire/client-account.ts'
import { UsageError } from '../../wire/errors.ts'
import { defaultLimits } from '../../wire/limits.ts'
import { createMatchOperation } from '../../wire/match-operation.ts'
import { createForward } from '../../wire/proxy/forward.ts'
import { serveProxy } from '../../wire/proxy/serve-proxy.ts'
import { createWitness } from '../../wire/proxy/witness.ts'
import { contract } from './har/entries.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

type Answer = Parameters<typeof createServer>[1]

async function listening(answer: Answer): Promise<string> {
  const server: Server = createServer(answer as never)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function proxyTo(origin: string, limits = defaultLimits) {
  const seen: Exchange[] = []
  const failures: string[] = []
  const forward = createForward(new URL(origin), limits)
  const proxy = await serveProxy({
    host: '127.0.0.1',
    port: 0,
    limits,
    forward,
    witness: createWitness({
      account: createClientAccount(contract.provider.authentication),
      match: createMatchOperation(contract.operations),
      limits,
    }),
    permit(headers) {
      if (headers.some(([, value]) => value.includes('sk_live'))) throw new UsageError('That is a production key.')
    },
    onExchange: (exchange) => seen.push(exchange),
    onFailure: ({ outage }) => failures.push(outage),
  })
  closing.push(
    () => forward.close(),
    () => proxy.close(),
  )
  return { address: proxy.origin, seen, failures }
}

describe('the proxy', () => {
  it('passes requests and answers on as they are, and sees them without the key', async () => {
    const received: { url?: string; authorization?: string; body: string }[] = []
    const target = await listening((message, to) => {
      let body = ''
      message
        .on('data', (chunk) => (body += String(chunk)))
        .on('end', () => {
          received.push({ url: message.url ?? '', authorization: message.headers.authorization ?? '', body })
          to.writeHead(201, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', 'X-Own': 'kept' }).end(
            gzipSync('{"id":"o1"}'),
          )
        })
    })
    const { address, seen } = await proxyTo(`${target}/base`)
    const answer = await fetch(`${address}/v1/orders?a=1`, {
      method: 'POST',
      body: '{"amount":1}',
      headers: { authorization: 'Bearer secret-1', connection: 'keep-alive' },
    })
    expect([answer.status, answer.headers.get('x-own'), await answer.json()]).toEqual([201, 'kept', { id: 'o1' }])
    expect(received).toEqual([{ url: '/base/v1/orders?a=1', authorization: 'Bearer secret-1', body: '{"amount":1}' }])
    expect(seen).toMatchObject([
      {
        id: 1,
        after: 0,
        operation: 'createOrder',
        request: { path: '/v1/orders?a=1', credentials: { kind: 'account', account: 'account-1' } },
        response: { status: 201, json: { id: 'o1' } },
      },
    ])
    expect(JSON.stringify(seen)).not.toContain('secret')
  })

  it('knows what came after what', async () => {
    const { address, seen } = await proxyTo(await listening((_, to) => void to.end('{}')))
    await fetch(`${address}/v1/orders/1`)
    await Promise.all([fetch(`${address}/v1/orders/2`), fetch(`${address}/v1/orders/3`)])
    expect(seen.map(({ id, after }) => [id, after])).toEqual([
      [1, 0],
      [2, 1],
      [3, 1],
    ])
  })

  it('sends nothing on that is not permitted', async () => {
    let asked = 0
    const { address, seen } = await proxyTo(await listening((_, to) => void to.end(String((asked += 1)))))
    const answer = await fetch(`${address}/v1/orders/1`, { headers: { authorization: 'Bearer sk_live_1' } })
    expect([answer.status, await answer.text()]).toEqual([403, 'assay proxy: That is a production key.\n'])
    expect([asked, seen.length]).toEqual([0, 0])
  })

  it('never follows a redirect', async () => {
    const { address, seen } = await proxyTo(
      await listening((_, to) => void to.writeHead(302, { location: 'http://elsewhere.example/' }).end()),
    )
    const answer = await fetch(`${address}/v1/orders/1`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location'), seen.length]).toEqual([302, 'http://elsewhere.example/', 1])
  })

  it('answers an outage itself, in a way that can be told from the target, and judges nothing', async () => {
    const gone = await proxyTo('http://127.0.0.1:1')
    const answer = await fetch(`${gone.address}/v1/orders/1`)
    expect([answer.status, answer.headers.get('x-assay-proxy'), gone.seen, gone.failures]).toEqual([
      502,
      'refused',
      [],
      ['refused'],
    ])
    const endless = await proxyTo(await listening((_, to) => void to.end('x'.repeat(5000))), {
      ...defaultLimits,
      bytes: 1000,
    })
    expect((await fetch(`${endless.address}/v1/orders/1`)).status).toBe(502)
    expect(endless.failures).toEqual(['too-large'])
  })

  it('passes on what it cannot decode, and does not judge it', async () => {
    const { address, seen, failures } = await proxyTo(
      await listening((_, to) => void to.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip')),
    )
    await fetch(`${address}/v1/orders/1`)
      .then((answer) => answer.text())
      .catch(() => undefined)
    expect([seen, failures]).toEqual([[], ['malformed']])
  })
})
