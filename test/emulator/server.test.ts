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
  const answer = await request(url, { method: 'POST', body })
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
    ['/clock', '{"advance": -1}', 400],
    ['/clock', '{"advance": "1"}', 400],
    ['/clock', 'no json', 400],
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
