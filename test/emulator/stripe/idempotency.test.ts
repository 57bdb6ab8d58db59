import { describe, expect, it } from 'vitest'
import { client } from './client.ts'

const key = { 'idempotency-key': 'mGWExZ' }
const charge = { amount: 2000, currency: 'usd', source: 'tok_visa' }

async function countOf({ get }: ReturnType<typeof client>): Promise<number> {
  return ((await get('/v1/charges', { limit: 100 })).body['data'] as readonly unknown[]).length
}

describe('a request under a key', () => {
  it('is answered the same again, and does its work once', async () => {
    const hands = client()
    const first = await hands.post('/v1/charges', charge, key)
    await hands.post(`/v1/charges/${String(first.body['id'])}`, { description: 'changed since' })
    const again = await hands.post('/v1/charges', charge, key)
    expect([again.status, again.text]).toEqual([200, first.text])
    expect(again.header('idempotency-key')).toBe('mGWExZ')
    expect(again.header('request-id')).not.toBe(first.header('request-id'))
    expect(await countOf(hands)).toBe(1)
  })

  it('repeats a decline, and tries no second charge', async () => {
    const hands = client()
    const declined = { ...charge, source: 'tok_chargeDeclined' }
    const first = await hands.post('/v1/charges', declined, key)
    const again = await hands.post('/v1/charges', declined, key)
    expect([again.status, again.text]).toEqual([402, first.text])
    expect(await countOf(hands)).toBe(1)
  })

  it('takes its parameters in any order', async () => {
    const { post } = client()
    const first = await post('/v1/charges', charge, key)
    const again = await post('/v1/charges', { source: 'tok_visa', currency: 'usd', amount: 2000 }, key)
    expect(again.text).toBe(first.text)
  })

  it.for([
    ['other parameters', '/v1/charges', { ...charge, amount: 2001 }],
    ['another endpoint', '/v1/customers', {}],
    ['another expansion', '/v1/charges', { ...charge, 'expand[]': 'customer' }],
  ] as readonly (readonly [string, string, Readonly<Record<string, string>>])[])(
    'is refused with %s',
    async ([, path, form]) => {
      const hands = client()
      await hands.post('/v1/charges', charge, key)
      const answer = await hands.post(path, form, key)
      expect(answer.status).toBe(400)
      expect(answer.body).toMatchObject({ error: { type: 'idempotency_error' } })
      expect(await countOf(hands)).toBe(1)
    },
  )

  it('conflicts with the same request while it runs', async () => {
    const hands = client()
    const answers = await Promise.all([1, 2, 3].map(() => hands.post('/v1/charges', charge, key)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    expect(await countOf(hands)).toBe(1)
    expect((await hands.post('/v1/charges', charge, key)).status).toBe(200)
  })

  it('starts anew after a day, and not before', async () => {
    const hands = client()
    const first = await hands.post('/v1/charges', charge, key)
    await hands.emulator.advance(86_399)
    expect((await hands.post('/v1/charges', charge, key)).text).toBe(first.text)
    await hands.emulator.advance(1)
    expect((await hands.post('/v1/charges', charge, key)).body['id']).not.toBe(first.body['id'])
    expect(await countOf(hands)).toBe(2)
  })

  it('leaves its key free when its parameters were not valid', async () => {
    const { post } = client()
    expect((await post('/v1/charges', { ...charge, amount: 1 }, key)).status).toBe(400)
    expect((await post('/v1/charges', charge, key)).status).toBe(200)
  })

  it('is that of its account alone', async () => {
    const one = client()
    const first = await one.post('/v1/charges', charge, key)
    const other = await one.as('sk_test_two').post('/v1/charges', charge, key)
    expect(other.body['id']).not.toBe(first.body['id'])
  })

  it('may have a key of 255 characters, not more', async () => {
    const { post } = client()
    expect((await post('/v1/charges', charge, { 'idempotency-key': 'k'.repeat(255) })).status).toBe(200)
    expect((await post('/v1/charges', charge, { 'idempotency-key': 'k'.repeat(256) })).status).toBe(400)
  })
})

it('a key has no effect on GET and DELETE', async () => {
  const { post, get, del } = client()
  const { body } = await post('/v1/customers')
  const path = `/v1/customers/${String(body['id'])}`
  await get(path, {}, key)
  await post(path, { email: 'a@b.c' })
  expect((await get(path, {}, key)).body['email']).toBe('a@b.c')
  expect((await del(path, key)).status).toBe(200)
  expect((await del(path, key)).status).toBe(404)
})
