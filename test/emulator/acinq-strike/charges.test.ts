import { describe, expect, it } from 'vitest'
import { emulate, merchant, start } from './account.ts'

const btc = { amount: 42_000, currency: 'btc' }

describe('a create', () => {
  it('answers with every attribute of the charge', async () => {
    const { status, body } = await merchant(emulate()).create({ ...btc, description: '100%20 ☕', customer_id: 'c-1' })
    expect(status).toBe(200)
    expect(body).toEqual({
      id: expect.stringMatching(/^ch_[0-9A-Za-z]{29}$/u) as string,
      object: 'charge',
      amount: 42_000,
      currency: 'btc',
      amount_satoshi: 42_000,
      payment_hash: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
      payment_request: expect.stringMatching(/^lntb/u) as string,
      description: '100%20 ☕',
      customer_id: 'c-1',
      paid: false,
      created: start,
      updated: start,
    })
  })

  it('takes a form and JSON alike', async () => {
    const { create, createJson } = merchant(emulate())
    const varying = { id: '', payment_hash: '', payment_request: '' }
    const [form, json] = [await create({ ...btc, description: 'x' }), await createJson({ ...btc, description: 'x' })]
    expect({ ...json.body, ...varying }).toEqual({ ...form.body, ...varying })
  })

  it('takes everything at its limit, counted in characters', async () => {
    const { createJson } = merchant(emulate())
    const largest = { amount: 4_294_967, currency: 'btc', description: '🍵'.repeat(256), customer_id: 'é'.repeat(64) }
    for (const wanted of [largest, { ...btc, amount: 1 }]) {
      const { status, body } = await createJson(wanted)
      expect(status).toBe(200)
      expect(body).toMatchObject(wanted)
    }
  })

  it.for([
    ['no amount', { currency: 'btc' }],
    ['amount 0', { ...btc, amount: 0 }],
    ['a negative amount', { ...btc, amount: -1 }],
    ['an amount above the limit', { ...btc, amount: 4_294_968 }],
    ['a fraction', { ...btc, amount: 0.5 }],
    ['a word for an amount', { ...btc, amount: 'many' }],
    ['an empty amount', { ...btc, amount: '' }],
    ['no currency', { amount: 1 }],
    ['another currency', { ...btc, currency: 'usd' }],
    ['the currency in capitals', { ...btc, currency: 'BTC' }],
    ['a long description', { ...btc, description: 'x'.repeat(257) }],
    ['a long customer identifier', { ...btc, customer_id: 'x'.repeat(65) }],
  ] as const)('refuses %s with 400, as a form and as JSON, and makes nothing', async ([, wanted]) => {
    const { create, createJson, list } = merchant(emulate())
    for (const answer of [await create(wanted), await createJson(wanted)]) {
      expect(answer).toEqual({ status: 400, body: { code: 400, message: expect.any(String) as string } })
    }
    expect(await list()).toEqual([])
  })

  it.for([
    ['text', 'amount=1&currency=btc', 'text/plain'],
    ['no media type', 'amount=1&currency=btc', ''],
    ['broken JSON', '{"amount":', 'application/json'],
    ['a JSON array', '[]', 'application/json'],
    ['JSON null', 'null', 'application/json'],
    ['JSON with wrong types', '{"amount":{},"currency":[],"description":1}', 'application/json'],
    ['nothing', '', 'application/x-www-form-urlencoded'],
  ] as const)('answers 400 to %s', async ([, body, mediaType]) => {
    const answer = await merchant(emulate()).send('POST', '/api/v1/charges', body, { 'content-type': mediaType })
    expect(answer).toMatchObject({ status: 400, body: { code: 400 } })
  })
})

describe('a retrieval', () => {
  it('gives the charge as its create gave it', async () => {
    const { create, retrieve } = merchant(emulate())
    const created = await create(btc)
    expect(await retrieve(created.body['id'])).toEqual(created)
  })

  it.for(['ch_madeupchargeid', '', '%', '%2e%2e', 'x'.repeat(5000)])('answers 404 to the id %j', async (id) => {
    const answer = await merchant(emulate()).send('GET', `/api/v1/charges/a${id}`)
    expect(answer).toEqual({ status: 404, body: { code: 404, message: expect.any(String) as string } })
  })
})

describe('a payment', () => {
  it('marks the charge as paid at that time, and changes nothing else', async () => {
    const emulator = emulate()
    const { create, retrieve, pay } = merchant(emulator)
    const { body: before } = await create(btc)
    await emulator.advance(90)
    await pay(before['id'])
    expect((await retrieve(before['id'])).body).toEqual({ ...before, paid: true, updated: start + 90_000 })
  })

  it('can be made by payment request, as a wallet does', async () => {
    const emulator = emulate()
    const { create, retrieve } = merchant(emulator)
    const { body } = await create(btc)
    await emulator.lever('pay', 'sk_test', { payment_request: body['payment_request'] })
    expect((await retrieve(body['id'])).body).toMatchObject({ paid: true })
  })

  it('is refused twice, for no charge, and after the payment request has expired', async () => {
    const emulator = emulate()
    const { create, retrieve, pay } = merchant(emulator)
    const [one, two] = [await create(btc), await create(btc)]
    await pay(one.body['id'])
    await expect(pay(one.body['id'])).rejects.toThrow('paid already')
    await expect(pay('ch_none')).rejects.toThrow('"charge" is the id')
    await emulator.advance(3600)
    await expect(pay(two.body['id'])).rejects.toThrow('expired')
    expect((await retrieve(two.body['id'])).body).toMatchObject({ paid: false })
  })
})

describe('time and chance', () => {
  it('give the same answers for the same seed, and other ids for another', async () => {
    const first = await merchant(emulate({ seed: 7 })).create(btc)
    expect(await merchant(emulate({ seed: 7 })).create(btc)).toEqual(first)
    expect((await merchant(emulate({ seed: 8 })).create(btc)).body['id']).not.toBe(first.body['id'])
  })
})
