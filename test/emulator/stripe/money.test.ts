import { describe, expect, it } from 'vitest'
import { client } from './client.ts'
import type { Client } from './client.ts'

const day = 86_400

interface Fund {
  readonly currency: string
  readonly amount: number
  readonly source_types: Readonly<Record<string, number>>
}

interface Movement {
  readonly amount: number
  readonly fee: number
  readonly net: number
  readonly status: string
  readonly currency: string
  readonly fee_details: readonly { readonly amount: number; readonly currency: string }[]
}

async function balance({ get }: Client): Promise<{ readonly available: number; readonly pending: number }> {
  const { body } = await get('/v1/balance')
  const usd = (funds: unknown): number =>
    (funds as readonly Fund[]).find(({ currency }) => currency === 'usd')?.amount ?? 0
  return { available: usd(body['available']), pending: usd(body['pending']) }
}

async function history({ get }: Client): Promise<readonly Movement[]> {
  return (await get('/v1/balance/history', { limit: 100 })).body['data'] as unknown as readonly Movement[]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

async function addsUp(hands: Client): Promise<void> {
  const movements = await history(hands)
  for (const each of movements) {
    expect(each.net).toBe(each.amount - each.fee)
    expect(sum(each.fee_details.map(({ amount }) => amount))).toBe(each.fee)
    expect(each.fee_details.every(({ currency }) => currency === each.currency)).toBe(true)
  }
  const nets = (status: string): number =>
    sum(movements.filter((each) => each.status === status && each.currency === 'usd').map(({ net }) => net))
  expect(await balance(hands)).toEqual({ available: nets('available'), pending: nets('pending') })
}

async function charge(
  hands: Client,
  amount: number,
  more: Readonly<Record<string, string | boolean>> = {},
): Promise<string> {
  return String((await hands.post('/v1/charges', { amount, currency: 'usd', source: 'tok_visa', ...more })).body['id'])
}

describe('the balance', () => {
  it('is zero dollars at first', async () => {
    const fund = { currency: 'usd', amount: 0, source_types: { card: 0 } }
    expect((await client().get('/v1/balance')).body).toEqual({
      object: 'balance',
      available: [fund],
      livemode: false,
      pending: [fund],
    })
  })

  it('holds a charge as pending for seven days, less its fee', async () => {
    const hands = client()
    await charge(hands, 5000)
    expect(await balance(hands)).toEqual({ available: 0, pending: 4825 })
    await hands.emulator.advance(7 * day - 1)
    expect(await balance(hands)).toEqual({ available: 0, pending: 4825 })
    await hands.emulator.advance(1)
    expect(await balance(hands)).toEqual({ available: 4825, pending: 0 })
  })

  it('adds up to the cent over charges, captures, refunds and payouts', async () => {
    const hands = client()
    const first = await charge(hands, 9999)
    const second = await charge(hands, 3333, { capture: false })
    await addsUp(hands)
    await hands.post(`/v1/charges/${second}/capture`, { amount: 1111 })
    await hands.post('/v1/refunds', { charge: first, amount: 777 })
    await charge(hands, 8000, { source: 'tok_bypassPending' })
    await charge(hands, 100, { currency: 'eur' })
    await addsUp(hands)
    const payout = await hands.post('/v1/payouts', { amount: 7000, currency: 'usd' })
    await hands.post(`/v1/payouts/${String(payout.body['id'])}/cancel`)
    await hands.post('/v1/payouts', { amount: 1234, currency: 'usd' })
    await addsUp(hands)
    await hands.emulator.advance(8 * day)
    await hands.post('/v1/refunds', { charge: second })
    await addsUp(hands)
    expect((await balance(hands)).pending).toBe(0)
  })

  it('has a fund for each currency', async () => {
    const hands = client()
    await charge(hands, 100)
    await charge(hands, 1000, { currency: 'eur' })
    const { body } = await hands.get('/v1/balance')
    expect(body['pending']).toEqual([
      { currency: 'usd', amount: 67, source_types: { card: 67 } },
      { currency: 'eur', amount: 941, source_types: { card: 941 } },
    ])
  })
})

describe('the balance history', () => {
  it('is narrowed by type, source, currency and times, and read by id', async () => {
    const hands = client()
    const id = await charge(hands, 1000, { source: 'tok_bypassPending' })
    await hands.emulator.advance(10)
    await charge(hands, 1000, { currency: 'eur' })
    const po = await hands.post('/v1/payouts', { amount: 500, currency: 'usd' })
    const sizes = async (form: Readonly<Record<string, string | number>>): Promise<number> =>
      ((await hands.get('/v1/balance/history', form)).body['data'] as readonly unknown[]).length
    expect(await sizes({})).toBe(3)
    expect(await sizes({ type: 'charge' })).toBe(2)
    expect(await sizes({ source: id })).toBe(1)
    expect(await sizes({ payout: String(po.body['id']) })).toBe(1)
    expect(await sizes({ currency: 'eur' })).toBe(1)
    expect(await sizes({ 'created[lt]': 1_517_511_482 })).toBe(1)
    expect(await sizes({ 'available_on[gt]': 1_517_511_482 })).toBe(1)
    const transaction = String((await hands.get(`/v1/charges/${id}`)).body['balance_transaction'])
    expect((await hands.get(`/v1/balance/history/${transaction}`)).body).toMatchObject({ id: transaction, source: id })
    expect((await hands.get('/v1/balance/history/txn_none')).status).toBe(404)
    expect((await hands.get('/v1/balance_transactions')).status).toBe(404)
  })
})

describe('a payout', () => {
  async function funded(): Promise<Client> {
    const hands = client()
    await charge(hands, 10_000, { source: 'tok_bypassPending' })
    return hands
  }

  it('takes available funds and arrives', async () => {
    const hands = await funded()
    const form = { amount: 4000, currency: 'usd', description: 'd', statement_descriptor: 'Weekly', 'metadata[a]': 'b' }
    const { body } = await hands.post('/v1/payouts', { ...form, 'expand[]': 'destination' })
    expect(body).toMatchObject({
      object: 'payout',
      amount: 4000,
      status: 'pending',
      automatic: false,
      destination: { object: 'bank_account' },
    })
    expect((await balance(hands)).available).toBe(5680)
    const path = `/v1/payouts/${String(body['id'])}`
    expect((await hands.post(path, { 'metadata[c]': 'd' })).body['metadata']).toEqual({ a: 'b', c: 'd' })
    expect((await hands.post(path, { amount: 1 })).status).toBe(400)
    await hands.emulator.advance(2 * day)
    expect((await hands.get(path)).body['status']).toBe('paid')
    expect((await hands.post(`${path}/cancel`)).status).toBe(400)
    expect((await hands.get('/v1/payouts', { status: 'paid' })).body['data']).toHaveLength(1)
    expect((await hands.get('/v1/payouts', { status: 'pending' })).body['data']).toEqual([])
  })

  it('that is canceled gives its funds back, once', async () => {
    const hands = await funded()
    const path = `/v1/payouts/${String((await hands.post('/v1/payouts', { amount: 4000, currency: 'usd' })).body['id'])}`
    expect((await hands.post(`${path}/cancel`)).body['status']).toBe('canceled')
    expect((await hands.post(`${path}/cancel`)).status).toBe(400)
    expect((await balance(hands)).available).toBe(9680)
    await hands.emulator.advance(3 * day)
    expect((await hands.get(path)).body['status']).toBe('canceled')
  })

  it.for([
    ['more than is available', { amount: 9681 }],
    ['another currency', { currency: 'eur' }],
    ['less than nothing', { amount: -1 }],
  ] as readonly (readonly [string, Readonly<Record<string, string | number>>])[])(
    'of %s is refused',
    async ([, form]) => {
      const hands = await funded()
      const answer = await hands.post('/v1/payouts', { amount: 100, currency: 'usd', ...form })
      expect([answer.status, answer.body]).toMatchObject([
        400,
        { error: { type: 'invalid_request_error', param: 'amount' } },
      ])
      expect((await balance(hands)).available).toBe(9680)
    },
  )
})
