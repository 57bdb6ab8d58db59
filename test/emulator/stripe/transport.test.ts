import { describe, expect, it } from 'vitest'
import { client } from './client.ts'

const basic = (user: string): string => `Basic ${Buffer.from(user).toString('base64')}`

describe('a key', () => {
  it.for([
    ['as a bearer token', 'Bearer sk_test_one'],
    ['as the user of HTTP Basic', basic('sk_test_one:')],
    ['with a lower-case scheme', 'bearer sk_test_one'],
  ] as const)('is accepted %s', async ([, authorization]) => {
    const { raw, post } = client()
    const { body } = await post('/v1/customers')
    expect((await raw('GET', `/v1/customers/${String(body['id'])}`, { authorization })).status).toBe(200)
  })

  it.for([
    ['nothing', {}],
    ['an empty token', { authorization: 'Bearer ' }],
    ['an unknown scheme', { authorization: 'Digest sk_test_one' }],
    ['an unknown key', { authorization: 'Bearer sk_test_invalid1' }],
    ['a malformed key', { authorization: 'Bearer hello' }],
    ['base64 of nothing', { authorization: 'Basic ====' }],
  ] as readonly (readonly [string, Readonly<Record<string, string>>])[])('is missed in %s', async ([, headers]) => {
    const answer = await client().raw('GET', '/v1/charges', headers)
    expect(answer.status).toBe(401)
    expect(answer.body).toMatchObject({ error: { type: 'authentication_error' } })
    expect(answer.text).not.toContain('sk_test_invalid1')
    expect(answer.header('request-id')).toMatch(/^req_\w+$/u)
  })

  it('opens an account of its own', async () => {
    const one = client()
    const { body } = await one.post('/v1/customers')
    const other = one.as('sk_test_two')
    expect((await other.get(`/v1/customers/${String(body['id'])}`)).status).toBe(404)
    expect((await other.get('/v1/customers')).body['data']).toEqual([])
  })

  it('that is publishable makes tokens in the account of its secret twin, and nothing else', async () => {
    const secret = client()
    const publishable = secret.as('pk_test_one')
    const card = { 'card[number]': '4242424242424242', 'card[exp_month]': 1, 'card[exp_year]': 2020 }
    const { body } = await publishable.post('/v1/tokens', card)
    expect((await publishable.get('/v1/customers')).status).toBe(401)
    const charge = await secret.post('/v1/charges', { amount: 50, currency: 'usd', source: String(body['id']) })
    expect(charge.status).toBe(200)
  })

  it('for live mode makes live objects, and no test card pays there', async () => {
    const live = client().as('sk_live_one')
    expect((await live.post('/v1/customers')).body['livemode']).toBe(true)
    const charge = await live.post('/v1/charges', { amount: 50, currency: 'usd', source: 'tok_visa' })
    expect(charge.body).toMatchObject({ error: { decline_code: 'testmode_decline' } })
  })
})

describe('every answer', () => {
  it.for([
    ['GET', '/v1/balance', 200],
    ['GET', '/v1/nothing', 404],
    ['PUT', '/v1/charges', 404],
    ['DELETE', '/v1/invoices/in_1', 404],
    ['GET', '/v1/charges/ch_1', 404],
    ['GET', '/v1/%zz', 404],
    ['GET', '*', 404],
    ['GET', '/v1/charges?limit=x', 400],
    ['BREW', '/v1/charges', 404],
  ] as const)('to %s %s is JSON with request id, version and no caching', async ([method, url, status]) => {
    const answer = await client().raw(method, url, { authorization: 'Bearer sk_test_one' })
    expect(answer.status).toBe(status)
    expect(answer.header('content-type')).toBe('application/json')
    expect(answer.header('request-id')).toMatch(/^req_[A-Za-z0-9]+$/u)
    expect(answer.header('stripe-version')).toBe('2018-01-23')
    expect(answer.header('cache-control')).toBe('no-cache, no-store')
    expect(answer.header('access-control-allow-origin')).toBe('*')
  })

  it('has a request id of its own', async () => {
    const { get } = client()
    const ids = await Promise.all(
      Array.from({ length: 50 }, async () => (await get('/v1/balance')).header('request-id')),
    )
    expect(new Set(ids).size).toBe(50)
  })

  it('is the same for the same seed', async () => {
    const [one, two] = await Promise.all(
      [client(), client()].map(({ post }) => post('/v1/customers', { email: 'a@b.c' })),
    )
    expect(one?.text).toBe(two?.text)
  })
})

it('a preflight of any origin is answered without a key', async () => {
  const answer = await client().raw('OPTIONS', '/v1/charges', { origin: 'https://shop.example' })
  expect(answer.status).toBe(200)
  expect(answer.header('access-control-allow-methods')).toContain('POST')
})

describe('a version', () => {
  it.for(['2017-12-14', '2018-01-23'])('%s is echoed, for that request alone', async (version) => {
    const { get } = client()
    expect((await get('/v1/balance', {}, { 'stripe-version': version })).header('stripe-version')).toBe(version)
    expect((await get('/v1/balance')).header('stripe-version')).toBe('2018-01-23')
  })

  it.for(['2018-1-23', '2018-01-23, 2018-01-23', '1999-01-01', ''])('"%s" does not exist', async (version) => {
    const answer = await client().get('/v1/balance', {}, { 'stripe-version': version })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ error: { type: 'invalid_request_error' } })
  })
})

describe('parameters', () => {
  it('of a GET are read from its body too', async () => {
    const { post, raw } = client()
    for (const email of ['a@b.c', 'd@e.f']) await post('/v1/customers', { email })
    const headers = { authorization: 'Bearer sk_test_one', 'content-type': 'application/x-www-form-urlencoded' }
    const { body } = await raw('GET', '/v1/customers', headers, 'limit=1')
    expect(body).toMatchObject({ has_more: true, data: [{ email: 'd@e.f' }] })
  })

  it('in JSON are refused', async () => {
    const headers = { authorization: 'Bearer sk_test_one', 'content-type': 'application/json' }
    expect((await client().raw('POST', '/v1/customers', headers, '{"email":"a@b.c"}')).status).toBe(400)
  })

  it.for([
    ['missing', {}, 'amount'],
    ['empty', { amount: '' }, 'amount'],
    ['no integer', { amount: '12.5' }, 'amount'],
    ['nested', { 'amount[x]': 1 }, 'amount'],
    ['zero', { amount: 0 }, 'amount'],
    ['negative', { amount: -99 }, 'amount'],
    ['below the least', { amount: 49 }, 'amount'],
    ['above the most', { amount: 100_000_000 }, 'amount'],
    ['an unknown currency', { amount: 50, currency: 'xyz' }, 'currency'],
    ['no boolean', { amount: 50, capture: 'yes' }, 'capture'],
    ['unknown', { amount: 50, colour: 'red' }, 'colour'],
    ['unknown within', { amount: 50, 'shipping[colour]': 'red' }, 'shipping[colour]'],
    ['missing within', { amount: 50, 'shipping[name]': 'A' }, 'shipping[address]'],
    ['text for a hash', { amount: 50, shipping: 'here' }, 'shipping'],
    ['a long descriptor', { amount: 50, statement_descriptor: 'x'.repeat(23) }, 'statement_descriptor'],
    ['a descriptor without a letter', { amount: 50, statement_descriptor: '123' }, 'statement_descriptor'],
    ['malformed', { amount: 50, 'a[b': 1 }, 'a[b'],
  ] as readonly (readonly [string, Readonly<Record<string, string | number>>, string])[])(
    'of a charge that are %s are refused by name, and nothing is made',
    async ([, form, param]) => {
      const { get, post } = client()
      const valid = { ...('currency' in form ? {} : { currency: 'usd' }), source: 'tok_visa' }
      const answer = await post('/v1/charges', { ...valid, ...form })
      expect(answer.status).toBe(400)
      expect(answer.body).toMatchObject({ error: { type: 'invalid_request_error', param } })
      expect((await get('/v1/charges')).body['data']).toEqual([])
    },
  )
})
