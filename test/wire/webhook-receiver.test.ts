import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { request } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import type { WireRequest } from '../../model/exchange.ts'
import { openWebhookReceiver } from '../../wire/webhook-receiver.ts'
import type { TakeDelivery } from '../../wire/session.ts'
import type { WebhookReceiver } from '../../wire/webhook-receiver.ts'
import { toResponse } from '../../wire/response.ts'

let receiver: WebhookReceiver | undefined

afterEach(async () => {
  await receiver?.close()
  receiver = undefined
})

/** The public address leads to this machine, as a tunnel would. */
const reach = (url: string, { port }: WebhookReceiver): string =>
  url.replace('https://hooks.example', `http://127.0.0.1:${port}`)

/** What a server answers to these bytes; `hangUp` does not wait for it. */
function sent(port: number, bytes: string, hangUp = false): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, () => hangUp && socket.destroy()))
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', () => undefined)
  })
}

describe('the built-in receiver for webhooks', () => {
  it('hands each delivery to the address that it was sent to, raw', async () => {
    receiver = await openWebhookReceiver(new URL('https://hooks.example/base/'), { port: 0 })
    const first: WireRequest[] = []
    const second: WireRequest[] = []
    await receiver.receive((delivery) => {
      first.push(delivery)
      return toResponse(200, [], '')
    })
    const url = await receiver.receive((delivery) => {
      second.push(delivery)
      return toResponse(503, [], '')
    })
    const body = '{"id": "evt_1",  "amount": "1.00"}'
    const answer = await request(reach(url, receiver), { method: 'POST', headers: { 'X-Signature': 'AbC' }, body })
    expect(answer.statusCode).toBe(503)
    expect(first).toEqual([])
    expect(second).toMatchObject([{ method: 'POST', body }])
    expect(second[0]?.headers).toContainEqual(['x-signature', 'AbC'])
  })

  it('knows no other address', async () => {
    receiver = await openWebhookReceiver(new URL('https://hooks.example'), { port: 0 })
    const answer = await request(`http://127.0.0.1:${receiver.port}/elsewhere`, { method: 'POST', body: '{}' })
    expect(answer.statusCode).toBe(404)
  })

  it('finds an address with a query behind it', async () => {
    receiver = await openWebhookReceiver(new URL('https://hooks.example'), { port: 0 })
    const seen: WireRequest[] = []
    const url = await receiver.receive((delivery) => {
      seen.push(delivery)
      return toResponse(200, [], '')
    })
    await request(reach(`${url}?attempt=1`, receiver), { method: 'POST', body: '{}' })
    expect(seen).toHaveLength(1)
    expect(seen[0]?.path).toMatch(/\?attempt=1$/)
  })

  it('has addresses that nobody guesses', async () => {
    receiver = await openWebhookReceiver(new URL('https://hooks.example/base'), { port: 0 })
    const take: TakeDelivery = () => toResponse(200, [], '')
    const urls = await Promise.all([receiver.receive(take), receiver.receive(take)])
    expect(new Set(urls).size).toBe(2)
    for (const url of urls) expect(url).toMatch(/^https:\/\/hooks\.example\/base\/[0-9a-f]{32}$/)
  })

  it('goes on after whatever reaches it', async () => {
    receiver = await openWebhookReceiver(new URL('https://hooks.example'), { port: 0 })
    const bodies: string[] = []
    const url = reach(
      await receiver.receive(({ body }) => {
        if (body === 'fail') throw new Error('a fault of ours')
        bodies.push(body)
        return toResponse(204, [], '')
      }),
      receiver,
    )
    const post = async (body: string): Promise<number> => (await request(url, { method: 'POST', body })).statusCode
    expect(await post('fail')).toBe(500)
    expect(await sent(receiver.port, 'no HTTP at all\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
    await sent(
      receiver.port,
      `POST ${new URL(url).pathname} HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\nhalf`,
      true,
    )
    await post('x'.repeat(1_000_001)).catch(() => undefined)
    expect(await post('whole')).toBe(204)
    expect(bodies).toEqual(['whole'])
  })

  it('says which variable to set when its port is taken', async () => {
    receiver = await openWebhookReceiver(new URL('https://hooks.example'), { port: 0 })
    await expect(openWebhookReceiver(new URL('https://hooks.example'), { port: receiver.port })).rejects.toThrow(
      /ASSAY_WEBHOOK_PORT/,
    )
  })
})

const elsewhere = Object.values(networkInterfaces())
  .flat()
  .find((address) => address?.family === 'IPv4' && !address.internal)?.address

it.skipIf(elsewhere === undefined)(
  'the receiver is reached from this machine alone, unless it is told an address',
  async () => {
    const isOpen = (port: number): Promise<boolean> =>
      new Promise((resolve) => {
        const socket = connect(port, elsewhere)
        socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
        socket.on('connect', () => socket.destroy())
      })
    receiver = await openWebhookReceiver(new URL('https://hooks.example'), { port: 0 })
    expect(await isOpen(receiver.port)).toBe(false)
    await receiver.close()
    receiver = await openWebhookReceiver(new URL('https://hooks.example'), { port: 0, host: '0.0.0.0' })
    expect(await isOpen(receiver.port)).toBe(true)
  },
)

it('an address that this machine does not have is told in a sentence', async () => {
  await expect(openWebhookReceiver(new URL('https://hooks.example'), { port: 0, host: '192.0.2.1' })).rejects.toThrow(
    'is of an address that this machine does not have; set ASSAY_WEBHOOK_HOST to one that it has.',
  )
})
