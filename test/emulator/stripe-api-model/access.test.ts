import { describe, expect, it } from 'vitest'
import { openAccount, openEmulator, payingCustomer } from './account.ts'

describe('credentials', () => {
  it.for([
    ['no key', { 'x-api-key': '' }],
    ['a key that no account has', { 'x-api-key': 'sam_invalid1' }],
    ['a key of another shape', { 'x-api-key': 'sk_test_1' }],
    ['no token', { authorization: '' }],
    ['a token that was never handed out', { authorization: 'Bearer invalid' }],
    ['another scheme', { authorization: 'Basic c2FtOg==' }],
  ] as const)('refuses a write with %s', async ([, headers]) => {
    const account = openAccount()
    const { status, body } = await account.post('customers', { name: 'Ada' }, headers)
    expect([status, (body['error'] as { type: string }).type]).toEqual([401, 'unauthorized'])
  })

  it('lets a read in with the key alone', async () => {
    expect((await openAccount().send('GET', '/v1.0/customers', '', { authorization: '' })).status).toBe(200)
  })

  it('takes the key with the quotes of the sample', async () => {
    const { account } = openEmulator()
    const customer = await payingCustomer(account())
    const quoted = await account().send('GET', `/v1.0/customers/${customer}`, '', { 'x-api-key': '"sam_shop"' })
    expect(quoted.status).toBe(200)
  })

  it('keeps accounts apart', async () => {
    const { account } = openEmulator()
    const customer = await payingCustomer(account('sam_one'))
    expect((await account('sam_two').get(`customers/${customer}`)).status).toBe(404)
    expect((await account('sam_two').get('customers')).body['data']).toEqual([])
  })
})

describe('the messages', () => {
  it('carry the emulated time', async () => {
    const { headers } = await openAccount().get('customers')
    expect(headers.get('date')).toBe('Thu, 01 Feb 2018 12:00:00 GMT')
    expect(headers.get('content-type')).toBe('application/json')
  })

  it.for([
    ['data in JSON', '{"name":"Ada"}', 'application/json'],
    ['a broken escape', 'name=%E0%A4%A', 'application/x-www-form-urlencoded'],
  ] as const)('refuses %s', async ([, body, type]) => {
    expect((await openAccount().send('POST', '/v1.0/customers', body, { 'content-type': type })).status).toBe(400)
  })

  it('reads a form with a charset, plus signs and escapes', async () => {
    const type = 'application/x-www-form-urlencoded; charset=utf-8'
    const { body } = await openAccount().send('POST', '/v1.0/customers', 'name=Ada+L%26%3D%25%E6%BC%A2', {
      'content-type': type,
    })
    expect(body['name']).toBe('Ada L&=%漢')
  })

  it.for([
    '/v1.0/nothing',
    '/customers',
    '/',
    '/v1.0/customers/%ZZ',
    '//',
    '/v1.0/customers/a/b',
    '/v1.0/customers/__proto__',
  ])('answers 404 for %s', async (path) => {
    expect((await openAccount().send('GET', path, '')).status).toBe(404)
  })

  it.for(['PATCH', 'OPTIONS', 'TRACE', 'BREW'])('answers 404 for the method %s', async (method) => {
    expect((await openAccount().send(method, '/v1.0/customers', '')).status).toBe(404)
  })
})

describe('levers', () => {
  it('forbid a customer to pay', async () => {
    const account = openAccount()
    const customerId = await payingCustomer(account)
    await account.lever('forbid', { customer: customerId })
    expect((await account.post('charges', { amount: 1, currency: 'USD', customerId })).status).toBe(403)
  })

  it('limit the number of requests until the limit is lifted', async () => {
    const account = openAccount()
    await account.lever('limit', { requests: 1 })
    const statuses = [await account.get('customers'), await account.get('customers')].map(({ status }) => status)
    expect(statuses).toEqual([200, 429])
    await account.lever('limit', { requests: null })
    expect((await account.get('customers')).status).toBe(200)
  })

  it('let requests fail in the back end', async () => {
    const account = openAccount()
    await account.lever('fail', { requests: 1 })
    expect((await account.get('customers')).status).toBe(500)
    expect((await account.get('customers')).status).toBe(200)
  })

  it.for([
    ['unknown', {}],
    ['forbid', { customer: 'nobody' }],
    ['limit', { requests: -1 }],
    ['fail', {}],
  ] as const)('%s with %o is refused', async ([name, details]) => {
    await expect(openAccount().lever(name, details)).rejects.toThrow(/customer|requests|levers/u)
  })
})
