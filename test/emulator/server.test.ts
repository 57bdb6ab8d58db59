import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { Agent, request } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import type { Emulator, EmulatorRequest, EmulatorResponse } from '../../emulator/http.ts'
import { UnknownLever } from '../../emulator/http.ts'
import type { Served, ServeOptions } from '../../emulator/server.ts'
import { serve } from '../../emulator/server.ts'

type Handle = (asked: EmulatorRequest) => EmulatorResponse

const echo: Handle = ({ method, url, headers, body }) => ({
  status: 200,
  headers: [['content-type', 'application/json']],
  body: JSON.stringify({ method, url, accept: headers.get('accept'), body }),
})

function emulatorOf(handle: Handle): Emulator {
  let now = 1_000
  return {
    handle: async (asked) => handle(asked),
    now: () => now,
    advance: async (seconds) => void (now += seconds * 1000),
    async lever(name, account, details) {
      if (name !== 'pay') throw new UnknownLever(`There is no lever ${name}.`)
      if (details['id'] === 'none') throw new Error('There is no charge none.')
      return { account, details }
    },
    reset: async () => undefined,
    settled: async () => undefined,
  }
}

let served: readonly Served[] = []

async function start(
  handle: Handle = echo,
  options: Partial<ServeOptions> = {},
  more: Partial<Emulator> = {},
): Promise<Served> {
  const server = await serve({ ...emulatorOf(handle), ...more }, { port: 0, ...options })
  served = [...served, server]
  return server
}

afterEach(async () => {
  await Promise.all(served.map((server) => server.close()))
  served = []
})

async function post(url: string, body: string): Promise<{ status: number; json: unknown }> {
  const answer = await request(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  return { status: answer.statusCode, json: await answer.body.json() }
}

describe('a served emulator', () => {
  it('hands on method, path, query, headers and the body as UTF-8', async () => {
    const { origin } = await start()
    const answer = await request(`${origin}/v1/x?a=1&a=%20`, {
      method: 'POST',
      headers: { Accept: 'y' },
      body: 'grün ⚡',
    })
    expect(await answer.body.json()).toEqual({ method: 'POST', url: '/v1/x?a=1&a=%20', accept: 'y', body: 'grün ⚡' })
  })

  it('sends repeated headers and a body of many bytes as they are', async () => {
    const headers: readonly (readonly [string, string])[] = [
      ['x-one', 'a'],
      ['x-one', 'b'],
    ]
    const { origin } = await start(() => ({ status: 402, headers, body: '⚡'.repeat(100_000) }))
    const answer = await request(origin)
    expect(answer.statusCode).toBe(402)
    expect(answer.headers['x-one']).toEqual(['a', 'b'])
    expect(await answer.body.text()).toHaveLength(100_000)
  })

  it('sends no body and no length with 204', async () => {
    const { origin } = await start(() => ({ status: 204, headers: [], body: '' }))
    const answer = await request(origin)
    expect(answer.headers['content-length']).toBeUndefined()
    expect(await answer.body.text()).toBe('')
  })

  it('keeps a connection for the next request', async () => {
    const { origin } = await start()
    const answer = await request(origin)
    await answer.body.dump()
    expect(answer.headers['connection']).toBe('keep-alive')
  })

  it.for([
    [
      'an emulator that throws',
      () => {
        throw new Error('a bug')
      },
    ],
    ['a status that HTTP does not have', () => ({ status: 20_000, headers: [], body: '' })],
    ['a header that HTTP does not allow', () => ({ status: 200, headers: [['x', 'a\nb']], body: '' })],
  ] as const satisfies readonly (readonly [string, Handle])[])(
    'answers 500 for %s, and goes on',
    async ([, handle]) => {
      const { origin } = await start(handle)
      for (const answer of [await request(origin), await request(origin)]) {
        expect(answer.statusCode).toBe(500)
        expect(await answer.body.text()).toMatch(/^The emulator failed: /u)
      }
    },
  )

  it('says in one sentence that a port is in use', async () => {
    const { port } = await start()
    await expect(serve(emulatorOf(echo), { port })).rejects.toThrow(
      `Port ${port} of 127.0.0.1 cannot be opened: it is already in use.`,
    )
  })

  it('frees its port when closed, also with an idle connection', async () => {
    const first = await start()
    await (await request(first.origin)).body.dump()
    await first.close()
    expect((await start(echo, { port: first.port })).port).toBe(first.port)
  })
})

describe('the limits of a request', () => {
  const limits = { bodyBytes: 1_000, headerBytes: 2_000 }

  it('are told in a sentence, and the next request is answered', async () => {
    const { origin } = await start(echo, { limits })
    const large = await request(origin, { method: 'POST', body: 'x'.repeat(1_001) })
    expect([large.statusCode, large.headers['x-assay-emulator'], await large.body.text()]).toEqual([
      413,
      'refused',
      'assay emulate: the body is larger than 1000 bytes\n',
    ])
    const long = await request(origin, { headers: { 'x-long': 'x'.repeat(3_000) } })
    expect([long.statusCode, await long.body.text()]).toEqual([
      431,
      'assay emulate: the headers are larger than 2000 bytes\n',
    ])
    expect((await request(origin, { method: 'POST', body: 'x'.repeat(1_000) })).statusCode).toBe(200)
  })

  it('do not keep what is no HTTP from an answer in a sentence', async () => {
    const { port } = await start()
    const said = await new Promise<string>((resolve) => {
      let heard = ''
      const socket = connect(port, '127.0.0.1', () => socket.write('GET nothing at all\r\n\r\n'))
      socket.on('data', (chunk) => (heard += String(chunk)))
      socket.on('close', () => resolve(heard))
    })
    expect(said).toMatch(/^HTTP\/1\.1 400 [\s\S]*\r\n\r\nassay emulate: the request cannot be read \(HPE_\w+\)\n$/)
  })

  it('hold for a body whose length nobody announces', async () => {
    const { origin } = await start(echo, { limits })
    const endless = Readable.from(
      (function* () {
        for (;;) yield 'x'.repeat(500)
      })(),
    )
    const answer = await request(origin, { method: 'POST', body: endless }).catch((thrown: unknown) => thrown)
    expect(answer instanceof Error || (answer as { statusCode: number }).statusCode === 413).toBe(true)
  })
})

it('a served emulator reads a header that is sent twice as a list', async () => {
  const { origin } = await start()
  const answer = await request(origin, { headers: ['accept', 'a', 'accept', 'b'] })
  expect(await answer.body.json()).toMatchObject({ accept: 'a, b' })
})

describe('a served emulator with TLS', () => {
  it.for(['localhost', '127.0.0.1'])('is trusted as %s by a client that trusts its authority alone', async (name) => {
    const { port, origin, certificateAuthority } = await start(echo, { tls: true })
    expect(origin).toBe(`https://127.0.0.1:${port}`)
    const dispatcher = new Agent({ connect: { ca: certificateAuthority ?? '' } })
    const answer = await request(`https://${name}:${port}/a`, { dispatcher })
    expect(await answer.body.json()).toMatchObject({ url: '/a' })
    await dispatcher.close()
  })

  it('is not trusted by others', async () => {
    const { origin } = await start(echo, { tls: true })
    await expect(request(origin)).rejects.toThrow(/self-signed/u)
  })
})

describe('the control interface', () => {
  it('tells and advances the clock', async () => {
    const { origin } = await start()
    expect(await post(`${origin}/_emulator/clock`, '{"advance": 60}')).toEqual({
      status: 200,
      json: { now: 61_000, ticking: false },
    })
    expect(await (await request(`${origin}/_emulator/clock`)).body.json()).toEqual({ now: 61_000, ticking: false })
  })

  it('says whether emulated time runs on by itself', async () => {
    const { origin } = await start(echo, {}, { ticking: true })
    expect(await (await request(`${origin}/_emulator/clock`)).body.json()).toEqual({ now: 1_000, ticking: true })
  })

  it('answers once no delivery is under way', async () => {
    let arrived = false
    const settled = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      arrived = true
    }
    const { origin } = await start(echo, {}, { settled })
    expect(await post(`${origin}/_emulator/settled`, '{}')).toEqual({ status: 200, json: {} })
    expect(arrived).toBe(true)
  })

  it('pulls a lever of an account', async () => {
    const { origin } = await start()
    const pulled = await post(`${origin}/_emulator/levers/pay`, '{"key": "sk_1", "id": "ch_1"}')
    expect(pulled).toEqual({ status: 200, json: { account: 'sk_1', details: { id: 'ch_1' } } })
  })

  it.for([
    ['a name that leads here', { host: 'rebound.example' }, 403],
    ['a name that leads here, with a port', { host: 'rebound.example:80' }, 403],
    ['no host', { host: '' }, 403],
    ['a page of another origin', { origin: 'https://pages.example' }, 403],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a text', { 'content-type': 'text/plain' }, 415],
    ['no media type', { 'content-type': '' }, 415],
  ] as const)('takes nothing from %s', async ([, headers, status]) => {
    const { origin } = await start()
    const sent = { 'content-type': 'application/json', ...headers }
    for (const path of ['clock', 'settled', 'levers/pay']) {
      const answer = await request(`${origin}/_emulator/${path}`, {
        method: 'POST',
        headers: sent,
        body: '{"advance": 60, "key": "k"}',
      })
      expect([answer.statusCode, await answer.body.json()]).toEqual([status, { message: expect.any(String) as string }])
    }
    expect(await (await request(`${origin}/_emulator/clock`)).body.json()).toMatchObject({ now: 1_000 })
  })

  it.for(['localhost', '127.0.0.1:8420', '[::1]:1', '192.0.2.7:8420', 'emulator:8420', 'EMULATOR.'])(
    'is asked by an address, by localhost and by an allowed name: %s',
    async (host) => {
      const { origin } = await start(echo, { allowedHosts: ['emulator'] })
      const answer = await request(`${origin}/_emulator/clock`, {
        headers: { host, origin: `http://${host.toLowerCase()}` },
      })
      await answer.body.dump()
      expect(answer.statusCode).toBe(200)
    },
  )

  it('is not asked by foreign names for the time either', async () => {
    const { origin } = await start()
    const answer = await request(`${origin}/_emulator/clock`, { headers: { host: 'rebound.example' } })
    expect([answer.statusCode, await answer.body.json()]).toEqual([403, { message: expect.any(String) as string }])
  })

  it.for([
    ['/clock', '{"advance": -1}', 400],
    ['/clock', '{"advance": "1"}', 400],
    ['/clock', '{"advance": 0.5}', 400],
    ['/clock', 'no json', 400],
    ['/clock', '[1]', 400],
    ['/levers/pay', '{}', 400],
    ['/levers/pay', '{"key": "sk_1", "id": "none"}', 400],
    ['/levers/fly', '{"key": "sk_1"}', 404],
    ['/other', '{}', 404],
  ] as const)('refuses POST %s %s with %i and a message', async ([path, body, status]) => {
    const { origin } = await start()
    const answer = await post(`${origin}/_emulator${path}`, body)
    expect(answer).toEqual({ status, json: { message: expect.any(String) as string } })
  })
})
