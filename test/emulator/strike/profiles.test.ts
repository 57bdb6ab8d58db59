import { describe, expect, it } from 'vitest'
import { openDesk, order, secondKey } from './desk.ts'

describe('profiles', () => {
  it('are the same by id and by handle', async () => {
    const { ask } = openDesk()
    const invoice = await ask('POST', '/invoices', order())
    const byId = await ask('GET', `/accounts/${invoice.body.issuerId}/profile`)
    expect(byId.body.id).toBe(invoice.body.issuerId)
    expect((await ask('GET', `/accounts/handle/${byId.body.handle}/profile`)).body).toEqual(byId.body)
  })

  it('are not found when private or unknown', async () => {
    const { ask, lever } = openDesk()
    const { id } = (await lever('account', {}, secondKey)) as { id: string }
    expect((await ask('GET', `/accounts/${id}/profile`)).status).toBe(200)
    await lever('profile', { private: true }, secondKey)
    expect((await ask('GET', `/accounts/${id}/profile`)).status).toBe(404)
    expect((await ask('GET', '/accounts/handle/nobody/profile')).status).toBe(404)
  })

  it('tell which currencies can be invoiced', async () => {
    const { ask, lever } = openDesk()
    const { id } = (await lever('account')) as { id: string }
    await lever('currency', { currency: 'EUR', invoiceable: true })
    const { body } = await ask('GET', `/accounts/${id}/profile`)
    for (const { currency, isInvoiceable } of body.currencies ?? []) {
      const { status } = await ask('POST', '/invoices', { amount: { amount: '1.00', currency } })
      expect([currency, status]).toEqual([currency, isInvoiceable ? 201 : 422])
    }
  })
})

describe('rates', () => {
  it('cover each ordered pair once', async () => {
    const { body } = await openDesk().ask('GET', '/rates/ticker')
    const pairs = body.map(({ sourceCurrency, targetCurrency }) => `${sourceCurrency}-${targetCurrency}`)
    expect(pairs).toHaveLength(20)
    expect(new Set(pairs).size).toBe(20)
    for (const { amount } of body) expect(Number(amount)).toBeGreaterThan(0)
  })
})
