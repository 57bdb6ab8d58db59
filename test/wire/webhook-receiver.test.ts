import { request } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import type { WireRequest } from '../../suites/model/exchange.ts'
import { openWebhookReceiver } from '../../wire/webhook-receiver.ts'
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

describe('the built-in receiver for webhooks', () => {
  it('hands each delivery to the address that it was sent to, raw', async () => {
    receiver = await openWebhookReceiver(new URL('https://hooks.example/base/'), 0)
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
    receiver = await openWebhookReceiver(new URL('https://hooks.example'), 0)
    const answer = await request(`http://127.0.0.1:${receiver.port}/elsewhere`, { method: 'POST', body: '{}' })
    expect(answer.statusCode).toBe(404)
  })

  it('says which variable to set when its port is taken', async () => {
    receiver = await openWebhookReceiver(new URL('https://hooks.example'), 0)
    await expect(openWebhookReceiver(new URL('https://hooks.example'), receiver.port)).rejects.toThrow(
      /ASSAY_WEBHOOK_PORT/,
    )
  })
})
