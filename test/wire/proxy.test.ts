import { createServer } from 'node:http'
import { connect } from 'node:net'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
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
  const faults: unknown[] = []
  const forward = createForward(new URL(origin), limits)
  const proxy = await serveProxy({
    host: '127.0.0.1',
    port: 0,
    limits,
    forward,
    witness: createWitness({
      account: createClientAccount(contract.provider),
      match: createMatchOperation(contract.operations),
      limits,
    }),
    permit(headers) {
      if (headers.some(([, value]) => value.includes('sk_live'))) throw new UsageError('That is a production key.')
    },
    onExchange: (exchange) => seen.push(exchange),
    onFailure: ({ outage }) => failures.push(outage),
    onFault: (fault) => faults.push(fault),
  })
  closing.push(
    () => forward.close(),
    () => proxy.close(),
  )
  return { address: proxy.origin, seen, failures, faults, proxy }
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

  it.each(['OPTIONS * HTTP/1.1', 'GET * HTTP/1.1'])(
    'refuses a request that names no path and takes the next one, however many come: %s',
    async (line) => {
      const { address, failures, faults } = await proxyTo(await listening((_, to) => void to.end('{}')))
      const replies = await Promise.all(Array.from({ length: 70 }, () => spoken(address, `${line}\r\nHost: x\r\n\r\n`)))
      expect(new Set(replies.map((reply) => reply.slice(0, 12)))).toEqual(new Set(['HTTP/1.1 400']))
      expect(replies[0]).toContain('assay proxy: the request names no path of the target, so it is not passed on')
      expect((await fetch(`${address}/v1/orders/1`)).status).toBe(200)
      expect([failures, faults]).toEqual([[], []])
    },
  )

  it('takes an absolute URL for a path of the target, as a client does that was told of a proxy', async () => {
    const asked: (string | undefined)[] = []
    const { address } = await proxyTo(
      await listening(({ url }, to) => {
        asked.push(url)
        to.end('{}')
      }),
    )
    for (const url of [
      'http://api.acme.example/v1/orders/1?a=b',
      'https://api.acme.example',
      'http://api.acme.example?a',
    ])
      await spoken(address, `GET ${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(asked).toEqual(['/v1/orders/1?a=b', '/', '/?a'])
  })

  it('passes on what is no UTF-8 in a header', async () => {
    const { address, faults } = await proxyTo(
      await listening((_, to) => void to.writeHead(200, { 'x-own': 'Zo\u00eb' }).end()),
    )
    const reply = await spoken(address, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    expect(reply).toContain('x-own: Zo\u00eb')
    expect(faults).toEqual([])
  })

  it('passes an answer on although a fault of ours keeps it from being judged, and tells the fault', async () => {
    const faults: unknown[] = []
    const forward = createForward(new URL(await listening((_, to) => void to.end('{}'))), defaultLimits)
    const proxy = await serveProxy({
      host: '127.0.0.1',
      port: 0,
      limits: defaultLimits,
      forward,
      witness: createWitness({
        account: createClientAccount(contract.provider),
        match: createMatchOperation(contract.operations),
        limits: defaultLimits,
      }),
      permit: () => undefined,
      onExchange() {
        throw new TypeError('of ours')
      },
      onFailure: () => undefined,
      onFault: (fault) => faults.push(fault),
    })
    closing.push(forward.close, () => proxy.close())
    expect((await fetch(`${proxy.origin}/v1/orders/1`)).status).toBe(200)
    expect(faults).toEqual([new TypeError('of ours')])
  })

  it('closes at once although clients hold connections open, idle or with half a request', async () => {
    const { address, proxy } = await proxyTo(await listening((_, to) => void to.end('{}')))
    const kept = await fetch(`${address}/v1/orders/1`)
    await kept.text()
    const halves = [
      '',
      'POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Le',
      'POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{',
    ]
    const ends = await Promise.all(halves.map((half) => opened(address, half)))
    await proxy.close(60_000)
    expect(await Promise.all(ends.map(({ ended }) => ended))).toEqual(['', '', ''])
  })

  it('answers what it has received before it closes, and waits no longer than it is told', async () => {
    let answer: (() => void) | undefined
    const { address, proxy } = await proxyTo(
      await listening((message, to) => {
        if (message.url === '/slow') answer = () => to.end('{"slow":true}')
      }),
    )
    const slow = fetch(`${address}/slow`).then((response) => response.json())
    const never = fetch(`${address}/never`).catch(() => 'cut off')
    await vi.waitUntil(() => answer !== undefined)
    const closed = proxy.close(500)
    answer?.()
    expect(await slow).toEqual({ slow: true })
    await closed
    expect(await never).toBe('cut off')
  })
})

interface Opened {
  /** All that was said until the connection was closed. */
  readonly ended: Promise<string>
}

/** Opens a connection and says something on it. */
function opened(address: string, text: string): Promise<Opened> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  let said = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => (said += chunk))
  const ended = new Promise<string>((resolve) => {
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(said))
  })
  return new Promise((resolve) => socket.write(text, () => resolve({ ended })))
}

const spoken = async (address: string, text: string): Promise<string> => (await opened(address, text)).ended
