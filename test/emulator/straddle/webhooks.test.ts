import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { charge, customer, key, link, open, start } from './harness.ts'
import type { Hands } from './harness.ts'

interface Delivery {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly at: number
}

const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`

interface Listener extends Hands {
  readonly deliveries: Delivery[]
  status: number
}

async function listen(prefix?: string): Promise<Listener> {
  const deliveries: Delivery[] = []
  const state = { status: 204 }
  const hands = open({
    deliver: (_url, headers, body) => {
      deliveries.push({ headers: Object.fromEntries(headers), body, at: hands.emulator.now() })
      return state.status === 0 ? Promise.reject(new Error('unreachable')) : Promise.resolve(state.status)
    },
  })
  await hands.emulator.lever('webhook', key('one'), { url: 'https://hooks.example/in', secret, prefix })
  return Object.assign(state, { ...hands, deliveries })
}

interface Event {
  readonly event_type: string
  readonly event_id: string
  readonly account_id: string
  readonly data: { readonly status: string; readonly paykey?: string; readonly status_details: { readonly code: null } }
}

const events = ({ deliveries }: Listener): readonly Event[] => deliveries.map(({ body }): Event => JSON.parse(body))

// standardwebhooks compares with the time of this machine
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: start }))
afterEach(() => void vi.useRealTimers())

describe('webhooks', () => {
  it.for(['webhook', 'svix'])('are signed as Standard Webhooks, under %s headers', async (prefix) => {
    const listener = await listen(prefix)
    await listener.send('POST', '/v1/customers', customer())
    await listener.emulator.settled()
    expect(listener.deliveries).toHaveLength(2)
    for (const { headers, body } of listener.deliveries) {
      const standard = Object.fromEntries(
        ['id', 'timestamp', 'signature'].map((name) => [`webhook-${name}`, headers[`${prefix}-${name}`] ?? '']),
      )
      expect(new Webhook(secret).verify(body, standard)).toEqual(JSON.parse(body))
      expect(() => new Webhook(secret).verify(`${body} `, standard)).toThrow('signature')
    }
  })

  it('tell of a creation twice and of each change once', async () => {
    const listener = await listen()
    const { token } = await link(listener)
    await listener.send('POST', '/v1/charges', charge(token))
    await listener.emulator.advance(200)
    expect(events(listener).map(({ event_type: type, data }) => `${type} ${data.status}`)).toEqual([
      'customer.created.v1 verified',
      'customer.event.v1 verified',
      'paykey.created.v1 active',
      'paykey.event.v1 active',
      'charge.created.v1 created',
      'charge.event.v1 created',
      'charge.event.v1 scheduled',
      'charge.event.v1 pending',
      'charge.event.v1 pending',
      'charge.event.v1 pending',
      'charge.event.v1 paid',
    ])
    expect(new Set(events(listener).map(({ event_id: id }) => id)).size).toBe(11)
    expect(events(listener)[2]?.data.paykey).toBe(token)
    for (const { data } of events(listener).slice(4)) {
      expect(data.paykey).not.toBe(token)
      expect(data.status_details.code).toBeNull()
    }
  })

  it('name the account that they are about', async () => {
    const listener = await listen()
    const { id: organization } = (await listener.send('POST', '/v1/organizations', { name: 'Org' })).body.data
    const account = await listener.send('POST', '/v1/accounts', {
      organization_id: organization,
      account_type: 'business',
      access_level: 'standard',
      business_profile: { name: 'Shop', website: 'https://shop.example' },
    })
    const { id } = account.body.data
    await listener.send('POST', '/v1/customers', customer(), { headers: { 'straddle-account-id': id } })
    await listener.send('POST', '/v1/customers', customer())
    await listener.emulator.settled()
    const accounts = events(listener).map((event) => event.account_id)
    expect(accounts.slice(0, 4)).toEqual([id, id, id, id])
    expect(accounts[4]).not.toBe(id)
  })

  it.for([0, 500, 302])('are repeated eight times in all when the receiver answers %i', async (status) => {
    const listener = await listen()
    listener.status = status
    await listener.send('POST', '/v1/customers', customer())
    await listener.emulator.advance(5 * 24 * 3600)
    const [first] = listener.deliveries
    const repeated = listener.deliveries.filter(({ headers }) => headers['webhook-id'] === first?.headers['webhook-id'])
    expect(repeated.map(({ at }) => (at - start) / 1000)).toEqual([0, 5, 305, 2105, 9305, 27_305, 63_305, 99_305])
    for (const { body } of repeated) expect(body).toBe(first?.body)
  })

  it('are not repeated once received', async () => {
    const listener = await listen()
    listener.status = 500
    await listener.send('POST', '/v1/customers', customer())
    await listener.emulator.settled()
    listener.status = 200
    await listener.emulator.advance(24 * 3600)
    expect(listener.deliveries).toHaveLength(4)
  })

  it('end for an endpoint that has failed for five days', async () => {
    const listener = await listen()
    listener.status = 500
    for (let day = 0; day < 6; day += 1) {
      await listener.send('POST', '/v1/customers', customer())
      await listener.emulator.advance(24 * 3600)
    }
    const count = listener.deliveries.length
    await listener.send('POST', '/v1/customers', customer())
    await listener.emulator.advance(24 * 3600)
    expect(listener.deliveries).toHaveLength(count)
  })
})

describe('levers', () => {
  it('refuse what they do not understand', async () => {
    const { emulator } = open()
    await expect(emulator.lever('gravity', key(), {})).rejects.toThrow('webhook, permissions, outage')
    await expect(emulator.lever('webhook', key(), { url: 'nowhere', secret })).rejects.toThrow('url')
    await expect(emulator.lever('outage', key(), { status: 418 })).rejects.toThrow('status')
  })
})
