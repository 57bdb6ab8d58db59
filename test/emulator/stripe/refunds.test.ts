import { describe, expect, it } from 'vitest'
import { client } from './client.ts'
import type { Client } from './client.ts'

async function charged(hands: Client, source = 'tok_visa'): Promise<string> {
  return String((await hands.post('/v1/charges', { amount: 1000, currency: 'usd', source })).body['id'])
}

describe('a refund', () => {
  it('gives back all that is left, in steps', async () => {
    const hands = client()
    const charge = await charged(hands)
    const part = await hands.post('/v1/refunds', { charge, amount: 300, reason: 'duplicate', 'metadata[a]': 'b' })
    expect(part.body).toMatchObject({
      object: 'refund',
      amount: 300,
      charge,
      currency: 'usd',
      reason: 'duplicate',
      status: 'succeeded',
      metadata: { a: 'b' },
    })
    const rest = await hands.post('/v1/refunds', { charge, 'expand[]': 'balance_transaction' })
    expect(rest.body).toMatchObject({
      amount: 700,
      balance_transaction: { type: 'refund', amount: -700, fee: 0, net: -700 },
    })
    expect((await hands.get(`/v1/charges/${charge}`)).body).toMatchObject({
      amount_refunded: 1000,
      refunded: true,
      refunds: { data: [{ id: rest.body['id'] }, { id: part.body['id'] }], total_count: 2 },
    })
    expect((await hands.post('/v1/refunds', { charge })).status).toBe(400)
  })

  it.for([
    ['more than is left', { amount: 1001 }, 400, 'amount'],
    ['nothing', { amount: 0 }, 400, 'amount'],
    ['an unlisted reason', { reason: 'mood' }, 400, 'reason'],
    ['an unknown charge', { charge: 'ch_none' }, 400, 'charge'],
  ] as readonly (readonly [string, Readonly<Record<string, string | number>>, number, string])[])(
    'of %s is refused and changes nothing',
    async ([, form, status, param]) => {
      const hands = client()
      const charge = await charged(hands)
      const answer = await hands.post('/v1/refunds', { charge, ...form })
      expect(answer.status).toBe(status)
      expect(answer.body).toMatchObject({ error: { param } })
      expect((await hands.get(`/v1/charges/${charge}`)).body['amount_refunded']).toBe(0)
    },
  )

  it('of a failed charge is refused', async () => {
    const hands = client()
    const { body } = await hands.post('/v1/charges', { amount: 50, currency: 'usd', source: 'tok_chargeDeclined' })
    const { charge } = body['error'] as { readonly charge: string }
    expect((await hands.post('/v1/refunds', { charge })).status).toBe(400)
  })

  it('is made, read and changed by its older addresses too', async () => {
    const hands = client()
    const path = `/v1/charges/${await charged(hands)}`
    expect((await hands.post(`${path}/refund`, { amount: 100 })).body).toMatchObject({
      object: 'charge',
      amount_refunded: 100,
    })
    const { body } = await hands.post(`${path}/refunds`, { amount: 200 })
    const id = String(body['id'])
    expect((await hands.get(`${path}/refunds/${id}`)).body).toEqual(body)
    expect((await hands.post(`/v1/refunds/${id}`, { 'metadata[a]': 'b' })).body['metadata']).toEqual({ a: 'b' })
    expect((await hands.post(`/v1/refunds/${id}`, { amount: 1 })).status).toBe(400)
    expect((await hands.get(`${path}/refunds`)).body).toMatchObject({
      url: `${path}/refunds`,
      data: [{ amount: 200 }, { amount: 100 }],
    })
    await hands.post(`/v1/charges/${await charged(hands)}/refund`)
    expect((await hands.get('/v1/refunds')).body['data']).toHaveLength(3)
  })

  it('to a card that has since expired fails a day later, and its money comes back', async () => {
    const hands = client()
    const card = { 'source[number]': '4000000000005126', 'source[exp_month]': 1, 'source[exp_year]': 2019 }
    const { body } = await hands.post('/v1/charges', { amount: 1000, currency: 'usd', ...card })
    const refund = await hands.post('/v1/refunds', { charge: String(body['id']) })
    expect(refund.body).toMatchObject({ status: 'succeeded' })
    await hands.emulator.advance(86_400)
    expect((await hands.get(`/v1/refunds/${String(refund.body['id'])}`)).body).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
    })
    expect((await hands.get(`/v1/charges/${String(body['id'])}`)).body).toMatchObject({
      amount_refunded: 0,
      refunded: false,
    })
  })
})
