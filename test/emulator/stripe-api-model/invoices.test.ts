import { describe, expect, it } from 'vitest'
import { openAccount, payingCustomer } from './account.ts'
import type { Account } from './account.ts'

async function invoiced(account: Account, dueAmount: number): Promise<string> {
  const customerId = await payingCustomer(account)
  const { body } = await account.post('invoices', { customerId, currency: 'usd', dueAmount, tax: 7 })
  return body['invoiceId'] as string
}

describe('an invoice', () => {
  it('owes what was asked for', async () => {
    const account = openAccount()
    const { body } = await account.get(`invoices/${await invoiced(account, 100)}`)
    expect(body).toMatchObject({
      dueAmount: 100,
      paidAmount: 0,
      tax: 7,
      applicationCharges: 0,
      currency: 'USD',
      description: null,
    })
  })

  it.for([
    ['paid alone', { paidAmount: 30 }, [200, 70, 30]],
    ['due alone', { dueAmount: 30 }, [200, 30, 70]],
    ['both', { dueAmount: 0, paidAmount: 100 }, [200, 0, 100]],
    ['neither', { description: 'March' }, [200, 100, 0]],
    ['another sum', { dueAmount: 1, paidAmount: 100 }, [400, 100, 0]],
    ['more than is owed', { paidAmount: 101 }, [400, 100, 0]],
    ['a negative amount', { paidAmount: -1 }, [400, 100, 0]],
    ['no number', { paidAmount: 'all' }, [400, 100, 0]],
  ] as const)('keeps its sum when %s is sent', async ([, changes, expected]) => {
    const account = openAccount()
    const id = await invoiced(account, 100)
    const { status } = await account.put(`invoices/${id}`, changes)
    const { body } = await account.get(`invoices/${id}`)
    expect([status, body['dueAmount'], body['paidAmount']]).toEqual(expected)
  })

  it.for([
    [{ currency: 'USD', dueAmount: 1 }, 'customerId', 400],
    [{ customerId: 'nobody', currency: 'USD', dueAmount: 1 }, 'customerId', 404],
    [{ customerId: 'nobody', dueAmount: 1 }, 'currency', 400],
    [{ customerId: 'nobody', currency: 'dollar', dueAmount: 1 }, 'currency', 400],
    [{ customerId: 'nobody', currency: 'USD' }, 'dueAmount', 400],
    [{ customerId: 'nobody', currency: 'USD', dueAmount: -1 }, 'dueAmount', 400],
    [{ customerId: 'nobody', currency: 'USD', dueAmount: 1, tax: '1.5' }, 'tax', 400],
  ] as const)('is refused for %o', async ([fields, parameter, status]) => {
    const refused = await openAccount().post('invoices', fields)
    expect([refused.status, (refused.body['error'] as { parameter: string }).parameter]).toEqual([status, parameter])
  })

  it('is noted as deleted and then gone', async () => {
    const account = openAccount()
    const id = await invoiced(account, 5)
    expect(await account.remove(`invoices/${id}`)).toMatchObject({
      status: 200,
      body: { id, object: 'invoice', deleted: true },
    })
    expect((await account.get(`invoices/${id}`)).status).toBe(404)
    expect((await account.remove(`invoices/${id}`)).status).toBe(404)
  })
})

describe('a session', () => {
  const pages = { urlSuccess: 'https://shop.example/paid', urlCancel: 'https://shop.example/basket' }

  it('is kept as sent', async () => {
    const account = openAccount()
    const customerId = await payingCustomer(account)
    const { status, body } = await account.post('sessions', {
      ...pages,
      paymentMode: 'monthly',
      customerId,
      quantity: 2,
    })
    expect([status, body]).toMatchObject([
      200,
      { ...pages, paymentMode: 'monthly', customerId, quantity: 2, charges: null, shippingInfo: null },
    ])
    expect((await account.get(`sessions/${String(body['sessionId'])}`)).body).toEqual(body)
  })

  it.for([
    ['paymentMode', { paymentMode: 'weekly' }],
    ['urlSuccess', { urlSuccess: 'not a url' }],
    ['urlCancel', { urlCancel: '' }],
    ['charges', { charges: 0 }],
    ['quantity', { quantity: 'two' }],
  ] as const)('is refused for its %s', async ([parameter, fields]) => {
    const account = openAccount()
    const customerId = await payingCustomer(account)
    const refused = await account.post('sessions', { ...pages, paymentMode: 'oneTime', customerId, ...fields })
    expect([refused.status, (refused.body['error'] as { parameter: string }).parameter]).toEqual([400, parameter])
  })
})
