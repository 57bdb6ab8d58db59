import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openDesk, order } from './desk.ts'
import type { Desk } from './desk.ts'

interface Delivery {
  readonly url: string
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
  readonly at: number
}

function withReceiver(answers: readonly number[] = []): {
  readonly desk: Desk
  readonly deliveries: readonly Delivery[]
} {
  const deliveries: Delivery[] = []
  const desk: Desk = openDesk({
    deliver: async (url, headers, body) => {
      deliveries.push({ url, headers: new Map(headers), body, at: desk.emulator.now() })
      const status = answers[deliveries.length - 1] ?? answers.at(-1) ?? 200
      if (status === 0) throw new Error('unreachable')
      return status
    },
  })
  return { desk, deliveries }
}

const hook = (more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  webhookUrl: 'https://shop.example/hooks',
  webhookVersion: 'v1',
  secret: 'a secret of ours',
  enabled: true,
  eventTypes: ['invoice.created', 'invoice.updated'],
  ...more,
})

describe('subscriptions', () => {
  it('live through creating, changing and deleting, and never show their secret', async () => {
    const { ask } = openDesk()
    const created = await ask('POST', '/subscriptions', hook())
    expect(created.status).toBe(201)
    expect(created.body).not.toHaveProperty('secret')
    const updated = await ask('PATCH', `/subscriptions/${created.body.id}`, { enabled: false })
    expect(updated.body).toEqual({ ...(created.body as object), enabled: false })
    expect((await ask('GET', '/subscriptions')).body).toEqual([updated.body])
    const deleted = await ask('DELETE', `/subscriptions/${created.body.id}`)
    expect([deleted.status, deleted.body]).toEqual([200, null])
    expect((await ask('GET', `/subscriptions/${created.body.id}`)).status).toBe(404)
  })

  it.for([
    ['webhookUrl', 'http://shop.example/', 'INVALID_DATA_VALUE', {}],
    ['webhookUrl', 'nowhere', 'INVALID_DATA_VALUE', {}],
    ['webhookVersion', 'v9', 'INVALID_DATA_VALUE', {}],
    ['secret', 'nine char', 'INVALID_DATA_MINLENGTH', { minLength: 10 }],
    ['secret', 'x'.repeat(51), 'INVALID_DATA_MAXLENGTH', { maxLength: 50 }],
    ['enabled', 'yes', 'INVALID_DATA_VALUE', {}],
    ['eventTypes', 'all', 'INVALID_DATA_VALUE', {}],
    ['eventTypes', [], 'INVALID_DATA_VALUE', {}],
    ['secret', undefined, 'INVALID_DATA_REQUIRED', {}],
  ] as const)('refuse the %s %j', async ([field, value, code, details]) => {
    const { status, body } = await openDesk().ask('POST', '/subscriptions', hook({ [field]: value }))
    expect(status).toBe(400)
    expect(body.data?.validationErrors).toMatchObject({ [field]: [{ code, values: { field, ...details } }] })
  })

  it('are 50 at most', async () => {
    const { ask } = openDesk()
    for (let made = 0; made < 50; made += 1) expect((await ask('POST', '/subscriptions', hook())).status).toBe(201)
    expect((await ask('POST', '/subscriptions', hook())).status).toBe(422)
  })
})

describe('deliveries', () => {
  it('name the invoice and what changed, signed over the raw body', async () => {
    const { desk, deliveries } = withReceiver()
    await desk.ask('POST', '/subscriptions', hook())
    const { body } = await desk.ask('POST', '/invoices', order())
    await desk.ask('PATCH', `/invoices/${body.invoiceId}/cancel`)
    await desk.emulator.settled()
    expect(deliveries.map((delivery) => JSON.parse(delivery.body))).toMatchObject([
      { eventType: 'invoice.created', webhookVersion: 'v1', data: { entityId: body.invoiceId } },
      { eventType: 'invoice.updated', webhookVersion: 'v1', data: { entityId: body.invoiceId, changes: ['state'] } },
    ])
    for (const { headers, body: raw } of deliveries) {
      const expected = createHmac('sha256', 'a secret of ours').update(raw).digest('hex')
      expect(headers.get('X-Webhook-Signature')).toBe(expected)
    }
  })

  it('go to enabled subscriptions of the type alone', async () => {
    const { desk, deliveries } = withReceiver()
    await desk.ask('POST', '/subscriptions', hook({ enabled: false }))
    await desk.ask('POST', '/subscriptions', hook({ eventTypes: ['invoice.updated'] }))
    await desk.ask('POST', '/invoices', order())
    await desk.emulator.settled()
    expect(deliveries).toHaveLength(0)
  })

  it.for([500, 0, 302])('are repeated after %i, each wait three times as long', async (status) => {
    const { desk, deliveries } = withReceiver([status])
    await desk.ask('POST', '/subscriptions', hook())
    await desk.ask('POST', '/invoices', order())
    await desk.emulator.advance(30 * 24 * 3600 - 60)
    expect(deliveries).toHaveLength(13)
    const waits = deliveries.slice(1).map(({ at }, index) => (at - (deliveries[index]?.at ?? 0)) / 1000)
    expect(waits).toEqual(Array.from({ length: 12 }, (_, index) => 3 ** (index + 1)))
    expect(new Set(deliveries.map(({ body }) => JSON.parse(body).id)).size).toBe(1)
    const { body } = await desk.ask('GET', '/events')
    expect(body.items?.[0]?.deliverySuccess).toBe(false)
  })

  it('end with the first success', async () => {
    const { desk, deliveries } = withReceiver([500, 200])
    await desk.ask('POST', '/subscriptions', hook())
    await desk.ask('POST', '/invoices', order())
    await desk.emulator.advance(2)
    expect(deliveries).toHaveLength(1)
    await desk.emulator.advance(1)
    expect(deliveries).toHaveLength(2)
    await desk.emulator.advance(86_400)
    expect(deliveries).toHaveLength(2)
    expect((await desk.ask('GET', '/events')).body.items?.[0]?.deliverySuccess).toBe(true)
  })

  it.for([410, 501])('end with %i', async (status) => {
    const { desk, deliveries } = withReceiver([status])
    await desk.ask('POST', '/subscriptions', hook())
    await desk.ask('POST', '/invoices', order())
    await desk.emulator.advance(86_400)
    expect(deliveries).toHaveLength(1)
  })

  it('are signed with the new secret once it is there', async () => {
    const { desk, deliveries } = withReceiver([500, 200])
    const { body } = await desk.ask('POST', '/subscriptions', hook())
    await desk.ask('POST', '/invoices', order())
    await desk.emulator.settled()
    await desk.ask('PATCH', `/subscriptions/${body.id}`, { secret: 'quite another' })
    await desk.emulator.advance(3)
    const [, second] = deliveries
    expect(second?.headers.get('X-Webhook-Signature')).toBe(
      createHmac('sha256', 'quite another')
        .update(second?.body ?? '')
        .digest('hex'),
    )
  })
})

describe('events', () => {
  it('are kept for 30 days, also those that nobody subscribed to', async () => {
    const { ask, emulator } = openDesk()
    await ask('POST', '/invoices', order())
    const { body } = await ask('GET', '/events')
    expect(body).toMatchObject({ count: 1, items: [{ eventType: 'invoice.created', deliverySuccess: null }] })
    const path = `/events/${body.items?.[0]?.id}`
    expect((await ask('GET', path)).body).toEqual(body.items?.[0])
    await emulator.advance(30 * 24 * 3600 - 1)
    expect((await ask('GET', path)).status).toBe(200)
    await emulator.advance(2)
    expect((await ask('GET', path)).status).toBe(404)
    expect((await ask('GET', "/events?$filter=eventType eq 'invoice.created'")).body.count).toBe(0)
  })
})
