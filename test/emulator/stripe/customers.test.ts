import { describe, expect, it } from 'vitest'
import { client } from './client.ts'
import type { Answer, Client } from './client.ts'

const idOf = ({ body }: Answer): string => String(body['id'])
const numbers = { visa: '4242424242424242', master: '5555555555554444' }

async function attached(hands: Client, customer: string, number: string): Promise<Answer> {
  const card = { 'source[object]': 'card', 'source[number]': number, 'source[exp_month]': 5, 'source[exp_year]': 2020 }
  return hands.post(`/v1/customers/${customer}/sources`, card)
}

describe('a customer', () => {
  it('is made, read, changed and deleted', async () => {
    const { post, get, del } = client()
    const made = await post('/v1/customers', {
      email: 'a@b.c',
      account_balance: -5,
      'shipping[name]': 'A',
      'shipping[address][line1]': 'S',
    })
    const path = `/v1/customers/${idOf(made)}`
    expect(made.body).toMatchObject({
      object: 'customer',
      account_balance: -5,
      default_source: null,
      delinquent: false,
      email: 'a@b.c',
      shipping: { name: 'A', phone: null },
      sources: { object: 'list', data: [], has_more: false, total_count: 0, url: `${path}/sources` },
      subscriptions: { object: 'list', data: [], total_count: 0 },
    })
    expect((await get(path)).body).toEqual(made.body)
    expect((await post(path, { description: 'd', shipping: '' })).body).toEqual({
      ...made.body,
      description: 'd',
      shipping: null,
    })
    expect((await del(path)).body).toEqual({ deleted: true, id: made.body['id'] })
    expect((await get(path)).body).toEqual({ deleted: true, id: made.body['id'] })
    expect((await get('/v1/customers')).body['data']).toEqual([])
    expect((await del(path)).body).toMatchObject({ error: { type: 'invalid_request_error', param: 'id' } })
    expect((await post(path, { email: 'x@y.z' })).status).toBe(404)
    const charge = await post('/v1/charges', { amount: 50, currency: 'usd', customer: idOf(made) })
    expect(charge.body).toMatchObject({ error: { param: 'customer' } })
  })

  it.for([
    ['an e-mail of 513 characters', { email: 'e'.repeat(513) }, 400, 'email'],
    ['an unknown coupon', { coupon: 'none' }, 400, 'coupon'],
    ['an unknown source', { source: 'tok_none' }, 400, 'source'],
    ['an unknown default source', { default_source: 'card_none' }, 400, 'default_source'],
    ['a card that is declined', { source: 'tok_chargeDeclined' }, 402, undefined],
  ] as readonly (readonly [string, Readonly<Record<string, string>>, number, string | undefined])[])(
    'with %s is not made',
    async ([, form, status, param]) => {
      const { post, get } = client()
      const answer = await post('/v1/customers', form)
      expect(answer.status).toBe(status)
      const error = answer.body['error'] as { readonly param?: string; readonly charge?: string }
      expect([error.param, error.charge]).toEqual([param, undefined])
      expect((await get('/v1/customers')).body['data']).toEqual([])
    },
  )

  it('without a card cannot be charged: a card is missing', async () => {
    const { post } = client()
    const customer = idOf(await post('/v1/customers'))
    const answer = await post('/v1/charges', { amount: 50, currency: 'usd', customer })
    expect([answer.status, answer.body]).toMatchObject([402, { error: { type: 'card_error', code: 'missing' } }])
  })

  it('given a new source has it in place of the default one', async () => {
    const { post } = client()
    const made = await post('/v1/customers', { source: 'tok_visa' })
    const { body } = await post(`/v1/customers/${idOf(made)}`, { source: 'tok_mastercard' })
    expect(body).toMatchObject({
      sources: { total_count: 1, data: [{ brand: 'MasterCard', id: body['default_source'] }] },
    })
  })
})

describe('a card of a customer', () => {
  it('is the default when it is the first; the next follows when it is deleted', async () => {
    const hands = client()
    const customer = idOf(await hands.post('/v1/customers'))
    const path = `/v1/customers/${customer}`
    const first = await attached(hands, customer, numbers.visa)
    const second = await attached(hands, customer, numbers.master)
    expect(first.body).toMatchObject({
      object: 'card',
      customer,
      last4: '4242',
      exp_month: 5,
      exp_year: 2020,
      metadata: {},
    })
    expect((await hands.get(path)).body['default_source']).toBe(first.body['id'])
    expect((await hands.get(`${path}/sources`)).body).toMatchObject({
      data: [{ id: second.body['id'] }, { id: first.body['id'] }],
    })
    expect((await hands.del(`${path}/sources/${idOf(first)}`)).body).toEqual({ deleted: true, id: first.body['id'] })
    expect((await hands.get(path)).body['default_source']).toBe(second.body['id'])
    await hands.del(`${path}/cards/${idOf(second)}`)
    expect((await hands.get(path)).body).toMatchObject({ default_source: null, sources: { data: [] } })
  })

  it('is charged by name or as the default', async () => {
    const hands = client()
    const customer = idOf(await hands.post('/v1/customers'))
    await attached(hands, customer, numbers.visa)
    const second = idOf(await attached(hands, customer, numbers.master))
    const charge = { amount: 50, currency: 'usd', customer }
    expect((await hands.post('/v1/charges', charge)).body).toMatchObject({
      customer,
      source: { last4: '4242', customer },
    })
    expect((await hands.post('/v1/charges', { ...charge, source: second })).body).toMatchObject({
      source: { id: second },
    })
    expect((await hands.post('/v1/charges', { ...charge, source: 'card_none' })).body).toMatchObject({
      error: { param: 'source' },
    })
  })

  it('may attach and be declined only when it is charged', async () => {
    const { post } = client()
    const customer = idOf(await post('/v1/customers', { source: 'tok_chargeCustomerFail' }))
    expect((await post('/v1/charges', { amount: 50, currency: 'usd', customer })).status).toBe(402)
  })

  it('changes as an update says', async () => {
    const hands = client()
    const customer = idOf(await hands.post('/v1/customers'))
    const card = await attached(hands, customer, numbers.visa)
    const path = `/v1/customers/${customer}/sources/${idOf(card)}`
    const change = { name: 'N', address_zip: '12345', exp_year: 2021, 'metadata[a]': 'b' }
    expect((await hands.post(path, change)).body).toEqual({
      ...card.body,
      name: 'N',
      address_zip: '12345',
      exp_year: 2021,
      metadata: { a: 'b' },
    })
    expect((await hands.post(path, { exp_month: 13 })).body).toMatchObject({ error: { code: 'invalid_expiry_month' } })
    expect((await hands.post(path, { number: numbers.master })).status).toBe(400)
  })

  it('is found at its own customer only', async () => {
    const hands = client()
    const [one, two] = [idOf(await hands.post('/v1/customers')), idOf(await hands.post('/v1/customers'))]
    const card = idOf(await attached(hands, one, numbers.visa))
    expect((await hands.get(`/v1/customers/${two}/sources/${card}`)).status).toBe(404)
    expect((await hands.get(`/v1/customers/cus_none/sources`)).status).toBe(404)
  })

  it('has its checks made when it is used', async () => {
    const { post } = client()
    const card = {
      number: numbers.visa,
      exp_month: 1,
      exp_year: 2019,
      cvc: '123',
      address_zip: '1',
      address_line1: 'S',
    }
    const form = Object.fromEntries(Object.entries(card).map(([name, value]) => [`card[${name}]`, value]))
    const token = await post('/v1/tokens', form)
    expect(token.body['card']).toMatchObject({ cvc_check: 'unchecked', address_zip_check: 'unchecked' })
    expect(token.body['card']).not.toHaveProperty('customer')
    const { body } = await post('/v1/customers', { source: idOf(token) })
    expect(body).toMatchObject({
      sources: { data: [{ cvc_check: 'pass', address_zip_check: 'pass', address_line1_check: 'pass' }] },
    })
  })

  it('has the fingerprint of its number', async () => {
    const hands = client()
    const customer = idOf(await hands.post('/v1/customers'))
    const prints = [numbers.visa, numbers.visa, numbers.master].map(
      async (number) => (await attached(hands, customer, number)).body['fingerprint'],
    )
    const [one, same, other] = await Promise.all(prints)
    expect(one).toBe(same)
    expect(one).not.toBe(other)
  })
})
