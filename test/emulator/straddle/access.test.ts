import { describe, expect, it } from 'vitest'
import { charge, customer, key, link, open } from './harness.ts'
import type { Hands } from './harness.ts'

const stranger = (authorization: string) => ({ headers: { authorization } })

describe('keys', () => {
  it.for([
    ['no scheme', key()],
    ['another scheme', `Basic ${key()}`],
    ['an unknown key', 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.invalid'],
    ['a key of another form', 'Bearer sk_test_123'],
    ['nothing', ''],
  ])('refuses %s with 401 and a JSON error', async ([, authorization = '']) => {
    const hands = open()
    const refused = await hands.send('POST', '/v1/customers', customer(), stranger(authorization))
    expect(refused.status).toBe(401)
    expect(refused.body).toMatchObject({ response_type: 'error', error: { status: 401, type: 'authentication_error' } })
    expect((await hands.send('GET', '/v1/customers')).body.meta.total_items).toBe(0)
  })

  it('asks for the key before it looks at the path', async () => {
    expect((await open().send('GET', '/v1/nowhere', undefined, stranger(''))).status).toBe(401)
  })

  it('opens an account of its own for each key', async () => {
    const hands = open()
    const made = await hands.send('POST', '/v1/customers', customer())
    const path = `/v1/customers/${made.body.data.id}`
    expect((await hands.send('GET', path)).status).toBe(200)
    expect((await hands.send('GET', path, undefined, { account: 'two' })).status).toBe(404)
    expect((await hands.send('DELETE', path, undefined, { account: 'two' })).status).toBe(404)
    expect((await hands.send('GET', '/v1/customers', undefined, { account: 'two' })).body.data).toEqual([])
  })

  it('forbids what the key was not given the permission for', async () => {
    const hands = open()
    const { customerId, token } = await link(hands)
    await hands.emulator.lever('permissions', key('one'), { unmask: false, write: false })
    const unmasked = await hands.send('GET', `/v1/customers/${customerId}/unmasked`)
    expect([unmasked.status, unmasked.body.error.type]).toEqual([403, 'authentication_error'])
    expect((await hands.send('POST', '/v1/charges', charge(token))).status).toBe(403)
    expect((await hands.send('GET', `/v1/customers/${customerId}`)).status).toBe(200)
  })
})

async function embedded({ send }: Hands, account?: string): Promise<string> {
  const organization = await send('POST', '/v1/organizations', { name: 'Org' }, { account })
  const made = await send(
    'POST',
    '/v1/accounts',
    {
      organization_id: organization.body.data.id,
      account_type: 'business',
      access_level: 'standard',
      business_profile: { name: 'Shop', website: 'https://shop.example' },
    },
    { account },
  )
  return made.body.data.id as string
}

const acting = (id: string) => ({ headers: { 'straddle-account-id': id } })

describe('Straddle-Account-Id', () => {
  it('keeps the accounts of a platform apart', async () => {
    const hands = open()
    const [first, second] = [await embedded(hands), await embedded(hands)]
    const { customerId, paykeyId, token } = await link(hands, {}, acting(first))
    const made = await hands.send('POST', '/v1/charges', charge(token), acting(first))
    const paths = [`/v1/customers/${customerId}`, `/v1/paykeys/${paykeyId}`, `/v1/charges/${made.body.data.id}`]
    for (const path of paths) {
      expect((await hands.send('GET', path, undefined, acting(first))).status).toBe(200)
      expect((await hands.send('GET', path, undefined, acting(second))).status).toBe(404)
      expect((await hands.send('GET', path)).status).toBe(404)
    }
    for (const list of ['/v1/customers', '/v1/paykeys', '/v1/payments']) {
      expect((await hands.send('GET', list, undefined, acting(second))).body.data).toEqual([])
      expect((await hands.send('GET', list, undefined, acting(first))).body.data).toHaveLength(1)
    }
    expect((await hands.send('POST', '/v1/charges', charge(token), acting(second))).status).toBe(422)
  })

  it('takes ids of accounts that the same key created, and nothing else', async () => {
    const hands = open()
    const foreign = await embedded(hands, 'two')
    expect((await hands.send('GET', '/v1/customers', undefined, acting(foreign))).status).toBe(403)
    expect((await hands.send('GET', '/v1/customers', undefined, acting('acct_1'))).status).toBe(400)
    expect((await hands.send('GET', '/v1/accounts', undefined, acting(foreign))).status).toBe(200)
  })
})
