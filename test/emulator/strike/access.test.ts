import { describe, expect, it } from 'vitest'
import { firstKey, openDesk, order, secondKey, start } from './desk.ts'

const paths = [
  ['GET', '/invoices'],
  ['POST', '/invoices'],
  ['GET', '/rates/ticker'],
  ['GET', '/subscriptions'],
  ['GET', '/events'],
  ['GET', '/nowhere'],
] as const

describe('authentication', () => {
  it.for(paths)('refuses %s %s without a key, and with an unknown one', async ([method, path]) => {
    const { ask } = openDesk()
    for (const key of ['', 'STRIKEAPIKEYinvalid', 'short']) {
      const { status, body } = await ask(method, path, undefined, key)
      expect([status, body.data?.code, body.data?.status]).toEqual([401, 'UNAUTHORIZED', 401])
    }
  })

  it('refuses a key in another scheme', async () => {
    const { emulator } = openDesk()
    for (const headers of [
      { authorization: `Basic ${btoa(`${firstKey}:`)}` },
      { authorization: firstKey },
      { 'x-api-key': firstKey },
    ]) {
      const request = { method: 'GET', url: '/v1/invoices', headers: new Map(Object.entries(headers)), body: '' }
      expect((await emulator.handle(request)).status).toBe(401)
    }
  })

  it('accepts a key for as long as time lasts', async () => {
    const { ask, emulator } = openDesk()
    await ask('GET', '/invoices')
    await emulator.advance(20 * 365 * 24 * 3600)
    expect((await ask('GET', '/invoices')).status).toBe(200)
  })
})

describe('scopes', () => {
  it('open what they name and nothing else', async () => {
    const { ask, lever } = openDesk()
    const { body } = await ask('POST', '/invoices', order())
    await lever('scopes', { scopes: ['partner.invoice.read'] })
    expect((await ask('GET', `/invoices/${body.invoiceId}`)).status).toBe(200)
    const refused = await ask('PATCH', `/invoices/${body.invoiceId}/cancel`)
    expect([refused.status, refused.body.data?.code]).toEqual([403, 'FORBIDDEN'])
    await lever('scopes', {})
    expect((await ask('PATCH', `/invoices/${body.invoiceId}/cancel`)).status).toBe(200)
  })
})

describe('states of the service', () => {
  it('answers everything with MAINTENANCE_MODE during maintenance of the account', async () => {
    const { ask, lever } = openDesk()
    await lever('maintenance', { on: true })
    for (const [method, path] of paths) {
      const { status, body } = await ask(method, path)
      expect([status, body.data?.code]).toEqual([503, 'MAINTENANCE_MODE'])
    }
    expect((await ask('GET', '/invoices', undefined, secondKey)).status).toBe(200)
    await lever('maintenance', { on: false })
    expect((await ask('GET', '/invoices')).status).toBe(200)
  })

  it('refuses above the rate limit until the timeout ends', async () => {
    const { ask, lever, emulator } = openDesk()
    await lever('rateLimit', { remaining: 1, seconds: 60 })
    expect((await ask('GET', '/invoices')).status).toBe(200)
    const refused = await ask('GET', '/invoices')
    expect([refused.status, refused.body.data?.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'RATE_LIMIT_EXCEEDED',
      '60',
    ])
    await emulator.advance(59)
    expect((await ask('GET', '/invoices')).headers.get('retry-after')).toBe('1')
    await emulator.advance(1)
    expect((await ask('GET', '/invoices')).status).toBe(200)
  })

  it.for([
    ['INTERNAL_SERVER_ERROR', 500],
    ['UNPROCESSABLE_ENTITY', 422],
  ] as const)('answers once with %s after the lever', async ([code, status]) => {
    const { ask, lever } = openDesk()
    await lever('fail', { code })
    expect((await ask('GET', '/invoices')).status).toBe(status)
    expect((await ask('GET', '/invoices')).status).toBe(200)
  })

  it('creates no invoice for an account that is not ready', async () => {
    const { ask, lever } = openDesk()
    await lever('readiness', { ready: false })
    const refused = await ask('POST', '/invoices', order())
    expect([refused.status, refused.body.data?.code]).toEqual([451, 'ACCOUNT_NOT_READY'])
  })

  it('shows debug in development mode alone', async () => {
    const { ask, lever } = openDesk()
    expect((await ask('GET', '/nowhere')).body).not.toHaveProperty('debug')
    await lever('debug', { on: true })
    expect((await ask('POST', '/nowhere', { a: 1 })).body.debug).toEqual({ full: expect.any(String), body: '{"a":1}' })
  })

  it('has no levers but its own', async () => {
    await expect(openDesk().lever('gravity')).rejects.toThrow('There is no lever gravity')
    await expect(openDesk().lever('toString')).rejects.toThrow('There is no lever toString')
  })
})

describe('paths', () => {
  it.for(['/v2/invoices', '/v0/invoices', '/invoices', '/', '/v1', '/v1/%', '/v1/invoices/%E0%A4%A', '//'])(
    'answers %s with NOT_FOUND',
    async (url) => {
      const { emulator } = openDesk()
      const headers = new Map([['authorization', `Bearer ${firstKey}`]])
      const response = await emulator.handle({ method: 'GET', url, headers, body: '' })
      expect([response.status, JSON.parse(response.body).data.code]).toEqual([404, 'NOT_FOUND'])
    },
  )

  it.for(['HEAD', 'OPTIONS', 'TRACE', 'BREW', ''])('answers the method %s with NOT_FOUND', async (method) => {
    expect((await openDesk().ask(method, '/invoices')).status).toBe(404)
  })

  it('accepts a slash at the end', async () => {
    expect((await openDesk().ask('GET', '/invoices/?$top=1')).status).toBe(200)
  })
})

it('begins at the time it was told', () => {
  expect(openDesk().emulator.now()).toBe(start)
})
