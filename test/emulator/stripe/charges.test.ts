import { describe, expect, it } from 'vitest'
import { testCards } from '../../../emulator/stripe/test-cards.ts'
import { client } from './client.ts'
import type { Client } from './client.ts'

const day = 86_400

async function authorized(hands: Client): Promise<string> {
  const form = { amount: 1000, currency: 'usd', source: 'tok_visa', capture: false }
  return `/v1/charges/${String((await hands.post('/v1/charges', form)).body['id'])}`
}

describe('a charge', () => {
  it('carries what it was given, its currency in lower case', async () => {
    const { post, get } = client()
    const { body } = await post('/v1/charges', {
      amount: 2000,
      currency: 'USD',
      source: 'tok_amex',
      description: 'two shirts',
      receipt_email: 'a@b.c',
      statement_descriptor: 'Shirts',
      transfer_group: 'g1',
      'shipping[name]': 'A',
      'shipping[address][line1]': 'Street 1',
      'metadata[order_id]': '6735',
    })
    expect(body).toMatchObject({
      object: 'charge',
      amount: 2000,
      amount_refunded: 0,
      captured: true,
      currency: 'usd',
      description: 'two shirts',
      failure_code: null,
      fraud_details: {},
      livemode: false,
      metadata: { order_id: '6735' },
      outcome: { type: 'authorized', risk_level: 'normal' },
      paid: true,
      refunded: false,
      refunds: {
        object: 'list',
        data: [],
        has_more: false,
        total_count: 0,
        url: `/v1/charges/${String(body['id'])}/refunds`,
      },
      shipping: { name: 'A', address: { line1: 'Street 1', city: null } },
      source: { object: 'card', brand: 'American Express', last4: '0005', customer: null },
      status: 'succeeded',
    })
    expect((await get(`/v1/charges/${String(body['id'])}`)).body).toEqual(body)
  })

  it.for(testCards.filter(({ decline }) => decline === undefined))(
    'of card $number succeeds',
    async ({ number, brand }) => {
      const { post } = client()
      const card = { 'source[number]': number, 'source[exp_month]': 1, 'source[exp_year]': 2019, 'source[cvc]': '123' }
      const { status, body, text } = await post('/v1/charges', { amount: 50, currency: 'usd', ...card })
      expect(status).toBe(200)
      expect(body).toMatchObject({ paid: true, source: { brand, last4: number.slice(-4) } })
      expect(text).not.toContain(number)
    },
  )

  it.for(testCards.filter(({ decline, token }) => decline !== undefined && token !== undefined))(
    'with $token is declined, and kept as failed',
    async ({ token = '', decline }) => {
      const { post, get } = client()
      const answer = await post('/v1/charges', { amount: 50, currency: 'usd', source: token })
      expect(answer.status).toBe(402)
      const error = answer.body['error'] as { readonly charge: string }
      const reason = decline?.decline_code
      expect(error).toMatchObject({
        type: 'card_error',
        code: decline?.code,
        ...(reason === undefined ? {} : { decline_code: reason }),
      })
      expect((await get(`/v1/charges/${error.charge}`)).body).toMatchObject({
        balance_transaction: null,
        captured: false,
        failure_code: decline?.code,
        paid: false,
        status: 'failed',
      })
      expect((await get('/v1/balance')).body).toMatchObject({ pending: [{ amount: 0 }] })
    },
  )

  it.for([
    ['number', { number: '4242424242424241' }, 'incorrect_number'],
    ['number', { number: '42' }, 'invalid_number'],
    ['exp_month', { exp_month: '13' }, 'invalid_expiry_month'],
    ['exp_month', { exp_month: '1', exp_year: '2018' }, 'invalid_expiry_month'],
    ['exp_year', { exp_year: '2017' }, 'invalid_expiry_year'],
    ['cvc', { cvc: '12' }, 'invalid_cvc'],
  ] as const)('with a wrong %s %j is refused as %s', async ([param, wrong, code]) => {
    const card = { number: '4242424242424242', exp_month: '12', exp_year: '2019', cvc: '123', ...wrong }
    const form = Object.fromEntries(Object.entries(card).map(([name, value]) => [`card[${name}]`, value]))
    const { emulator, post } = client()
    // the clock stands at the first of February: January is past
    expect(new Date(emulator.now()).getUTCMonth()).toBe(1)
    const answer = await post('/v1/tokens', form)
    expect(answer.status).toBe(402)
    expect(answer.body).toMatchObject({ error: { type: 'card_error', code, param } })
  })

  it('spends a token that was made, once', async () => {
    const { post, get } = client()
    const card = { 'card[number]': '4242424242424242', 'card[exp_month]': 1, 'card[exp_year]': 19 }
    const token = String((await post('/v1/tokens', card)).body['id'])
    const form = { amount: 50, currency: 'usd', source: token }
    expect((await post('/v1/charges', form)).status).toBe(200)
    expect((await get(`/v1/tokens/${token}`)).body['used']).toBe(true)
    expect((await post('/v1/charges', form)).status).toBe(400)
  })

  it.for([
    ['neither source nor customer', {}, undefined],
    ['an unknown source', { source: 'tok_none' }, 'source'],
    ['an unknown customer', { customer: 'cus_none' }, 'customer'],
    ['another account', { source: 'tok_visa', on_behalf_of: 'acct_1' }, 'on_behalf_of'],
  ] as readonly (readonly [string, Readonly<Record<string, string>>, string | undefined])[])(
    'of %s is refused with 400',
    async ([, form, param]) => {
      const answer = await client().post('/v1/charges', { amount: 50, currency: 'usd', ...form })
      expect(answer.status).toBe(400)
      expect((answer.body['error'] as { readonly param?: string }).param).toBe(param)
    },
  )

  it('changes what an update names, and refuses the rest', async () => {
    const { post } = client()
    const { body } = await post('/v1/charges', { amount: 50, currency: 'usd', source: 'tok_visa', transfer_group: 'g' })
    const path = `/v1/charges/${String(body['id'])}`
    const update = { description: 'd', 'fraud_details[user_report]': 'safe' }
    expect((await post(path, update)).body).toEqual({
      ...body,
      description: 'd',
      fraud_details: { user_report: 'safe' },
    })
    expect((await post(path, { description: '' })).body['description']).toBeNull()
    expect((await post(path, { amount: 60 })).body).toMatchObject({ error: { param: 'amount' } })
    expect((await post(path, { transfer_group: 'h' })).status).toBe(400)
  })
})

describe('an authorization', () => {
  it('is paid without money, and captured whole', async () => {
    const hands = client()
    const path = await authorized(hands)
    expect((await hands.get(path)).body).toMatchObject({ captured: false, paid: true, balance_transaction: null })
    const { body } = await hands.post(`${path}/capture`, { 'expand[]': 'balance_transaction' })
    expect(body).toMatchObject({
      captured: true,
      amount_refunded: 0,
      balance_transaction: { amount: 1000, type: 'charge' },
    })
    expect((await hands.post(`${path}/capture`)).status).toBe(400)
  })

  it('captured in part is refunded for the rest', async () => {
    const hands = client()
    const path = await authorized(hands)
    expect((await hands.post(`${path}/capture`, { amount: 1001 })).body).toMatchObject({ error: { param: 'amount' } })
    const { body } = await hands.post(`${path}/capture`, { amount: 400, 'expand[]': 'balance_transaction' })
    expect(body).toMatchObject({
      amount: 1000,
      amount_refunded: 600,
      refunded: false,
      refunds: { total_count: 1, data: [{ amount: 600, balance_transaction: null }] },
      balance_transaction: { amount: 400 },
    })
  })

  it('lapses after seven days, and not before', async () => {
    const hands = client()
    const [early, late] = [await authorized(hands), await authorized(hands)]
    await hands.emulator.advance(7 * day - 1)
    expect((await hands.post(`${early}/capture`)).status).toBe(200)
    await hands.emulator.advance(1)
    expect((await hands.get(late)).body).toMatchObject({ refunded: true, captured: false, amount_refunded: 1000 })
    expect((await hands.post(`${late}/capture`)).status).toBe(400)
    expect((await hands.get(early)).body).toMatchObject({ refunded: false })
  })

  it('is released by a refund', async () => {
    const hands = client()
    const path = await authorized(hands)
    expect((await hands.post(`${path}/refunds`)).body).toMatchObject({ amount: 1000, balance_transaction: null })
    expect((await hands.get(path)).body).toMatchObject({ refunded: true, captured: false })
    expect((await hands.post(`${path}/capture`)).status).toBe(400)
  })
})
