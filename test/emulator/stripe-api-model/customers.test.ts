import { describe, expect, it } from 'vitest'
import { openAccount, payingCustomer } from './account.ts'

describe('a customer', () => {
  it('is created as sent, without its card', async () => {
    const account = openAccount()
    const { status, body, text } = await account.post('customers', {
      name: 'Ada',
      email: 'ada@example.com',
      cardNumber: 'enc_77',
    })
    expect(status).toBe(200)
    expect(body).toEqual({
      customerId: body['customerId'],
      address: null,
      balance: 0,
      timestamp: Date.UTC(2018, 1, 1, 12) / 1000,
      currency: 'USD',
      description: null,
      email: 'ada@example.com',
      name: 'Ada',
      contact: null,
      shipping: null,
    })
    expect(text).not.toContain('enc_77')
    expect((await account.get(`customers/${String(body['customerId'])}`)).body).toEqual(body)
  })

  it('needs a field', async () => {
    expect((await openAccount().post('customers', {})).status).toBe(400)
  })

  it('changes only in what an update sends', async () => {
    const account = openAccount()
    const { body } = await account.post('customers', { name: 'Ada', description: 'from the UK' })
    const updated = await account.put(`customers/${String(body['customerId'])}`, {
      email: 'ada@example.com',
      description: '',
    })
    expect(updated.body).toEqual({
      ...body,
      email: 'ada@example.com',
      description: null,
      invoicePrefix: expect.any(String),
    })
  })

  it('is gone once it is deleted', async () => {
    const account = openAccount()
    const id = await payingCustomer(account)
    const deleted = await account.remove(`customers/${id}`)
    expect([deleted.status, deleted.text]).toEqual([204, ''])
    expect((await account.get(`customers/${id}`)).status).toBe(404)
    expect((await account.remove(`customers/${id}`)).status).toBe(404)
    expect((await account.put(`customers/${id}`, { name: 'Eve' })).status).toBe(404)
  })
})

describe('a list', () => {
  it('begins with the newest and says whether there is more', async () => {
    const account = openAccount()
    for (const name of ['one', 'two', 'three']) await account.post('customers', { name })
    const { body } = await account.get('customers?count=2')
    expect((body['data'] as { name: string }[]).map(({ name }) => name)).toEqual(['three', 'two'])
    expect(body['hasMore']).toBe(true)
    expect((await account.get('customers?count=3')).body['hasMore']).toBe(false)
  })

  it('has ten items unless it is told otherwise', async () => {
    const account = openAccount()
    for (let index = 0; index < 11; index += 1) await account.post('customers', { name: `no ${index}` })
    expect((await account.get('customers')).body['data']).toHaveLength(10)
  })

  it.for(['0', '101', '-1', '1.5', 'ten', ''])('refuses the count %s', async (count) => {
    expect((await openAccount().get(`customers?count=${count}`)).status).toBe(400)
  })
})
